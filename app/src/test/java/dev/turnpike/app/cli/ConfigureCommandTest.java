package dev.turnpike.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.platform.Surroundings;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ConfigureCommandTest {
    private static final String MINE = "{\n  \"env\": {\n    \"EDITOR\": \"nvim\"\n  }\n}\n";

    @TempDir
    Path folder;

    private Desk desk;
    private Path settings;

    @BeforeEach
    void open() {
        desk = new Desk(folder).configure("{\"gateway\":{\"port\":" + Desk.freePort() + "}}");
        settings = Desk.write(desk.user().resolve(".claude/settings.json"), MINE);
    }

    @Test
    void showsTheDiffAndWritesNothing() throws IOException {
        assertThat(desk.run("configure", "claude-code", "--show")).isZero();

        assertThat(desk.out())
                .startsWith(
                        settings
                                + "\n    2     \"env\": {\n    3       \"EDITOR\": \"nvim\",\n    4 +     \"ANTHROPIC_BASE_URL\"")
                .contains("\"ANTHROPIC_AUTH_TOKEN\": \"local-••••")
                .contains("2 lines stay as they are")
                .contains("Remote Control does not work behind any gateway.");
        assertThat(settings).hasContent(MINE);
        assertThat(desk.home().resolve("edits.json")).doesNotExist();
    }

    @Test
    void writesAndTakesBack() throws IOException {
        assertThat(desk.run("configure", "claude-code", "--yes")).isZero();
        assertThat(Files.readString(settings)).contains("\"ANTHROPIC_BASE_URL\": \"http://127.0.0.1:");
        assertThat(desk.out()).contains("Written.").contains("The gateway is not running yet: turnpike serve");

        assertThat(desk.run("configure", "claude-code", "--yes")).isZero();
        assertThat(desk.out()).contains("already leads here");

        assertThat(desk.run("configure", "claude-code", "--undo", "--show")).isZero();
        assertThat(desk.out()).contains("  goes back: ANTHROPIC_BASE_URL");
        assertThat(desk.run("configure", "claude-code", "--undo")).isZero();
        assertThat(desk.out()).contains("  went back: ANTHROPIC_BASE_URL").contains("byte for byte what it was");
        assertThat(Files.readString(settings)).isEqualTo(MINE);
        assertThat(desk.run("configure", "claude-code", "--undo")).isZero();
        assertThat(desk.out()).contains("Nothing of Turnpike's is in " + settings);
    }

    @Test
    void listsWhatWasChangedSince() throws IOException {
        desk.run("configure", "claude-code", "--yes");
        Files.writeString(settings, Files.readString(settings).replaceAll("http://127.0.0.1:[0-9]+", "http://other"));

        desk.run("configure", "claude-code", "--undo");

        assertThat(desk.out()).contains("  left, since it was changed meanwhile: ANTHROPIC_BASE_URL");
        assertThat(Files.readString(settings)).contains("http://other").doesNotContain("local-");
    }

    @Test
    void asksAndTakesNoForAnAnswer() throws IOException {
        assertThat(answering("n")).isEqualTo(0);
        assertThat(settings).hasContent(MINE);
        assertThat(answering("y")).isEqualTo(0);
        assertThat(Files.readString(settings)).contains("ANTHROPIC_BASE_URL");
    }

    private int answering(String answer) {
        Surroundings around = new Surroundings(
                Map.of(
                        "HOME",
                        desk.user().toString(),
                        "TURNPIKE_HOME",
                        desk.home().toString()),
                desk.project(),
                desk.user(),
                "Linux");
        PrintWriter out = new PrintWriter(new StringWriter());
        return new CommandLine(new ConfigureCommand(
                        new Parts(around),
                        new Screen(out, OutputStream.nullOutputStream(), out, true, false),
                        words -> Optional.of(answer)))
                .execute("claude-code");
    }

    @Test
    void namesThePlaceInAFileThatItDoesNotUnderstand() throws IOException {
        Files.writeString(settings, "{\n  // mine\n}\n");

        assertThat(desk.run("configure", "claude-code", "--yes")).isEqualTo(1);
        assertThat(desk.err())
                .isEqualTo("turnpike: " + settings
                        + ":2:3: a comment, which JSON does not allow; correct it there, nothing was written\n");
        assertThat(desk.home().resolve("turnpike.json")).content().doesNotContain("clients");
    }

    @Test
    void followsClaudeCodeToAnotherFolder() {
        desk.set("CLAUDE_CONFIG_DIR", folder.resolve("elsewhere").toString());

        assertThat(desk.run("configure", "claude-code", "--yes")).isZero();
        assertThat(folder.resolve("elsewhere/settings.json")).exists();
        assertThat(settings).hasContent(MINE);
    }

    @Test
    void knowsOneAgent() {
        assertThat(desk.run("configure", "emacs")).isEqualTo(2);
        assertThat(desk.err()).contains("no such agent: emacs");
        assertThat(desk.run("configure")).isEqualTo(2);
    }
}
