package dev.turnpike.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.platform.Surroundings;
import dev.turnpike.gateway.json.JsonDocument;
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
    void looksAtWhatShellsExportBeforeItPlans() throws IOException {
        Desk.write(desk.user().resolve(".bashrc"), "export http_proxy=http://127.0.0.1:7890 no_proxy=corp.example\n");
        Desk.write(desk.user().resolve(".bash_profile"), ". ~/.bashrc\nexport CLAUDE_CODE_USE_VERTEX=1\n");
        desk.set("SHELL", "/bin/bash");
        assertThat(desk.run("configure", "claude-code", "--show", "--no-shells"))
                .isZero();
        assertThat(desk.out()).doesNotContain("CLAUDE_CODE_USE_VERTEX", "NO_PROXY");
        assertThat(desk.run("configure", "claude-code", "--yes")).isZero();
        assertThat(Files.readString(settings))
                .contains("\"CLAUDE_CODE_USE_VERTEX\": \"\"")
                .contains("\"NO_PROXY\": \"corp.example,127.0.0.1,localhost,::1\"")
                .contains("\"no_proxy\": \"corp.example,127.0.0.1,localhost,::1\"");
        assertThat(desk.run("configure", "claude-code", "--undo")).isZero();
        assertThat(settings).hasContent(MINE);
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

        assertThat(desk.run("configure", "claude-code", "--yes", "--outside-home"))
                .isZero();
        assertThat(folder.resolve("elsewhere/settings.json")).exists();
        assertThat(settings).hasContent(MINE);
    }

    @Test
    void asksAboutAFileOutsideTheOwnFolderByItself() throws IOException {
        Path elsewhere = Desk.write(folder.resolve("elsewhere/settings.json"), MINE);
        Files.delete(settings);
        Files.createSymbolicLink(settings, elsewhere);

        assertThat(desk.run("configure", "claude-code", "--yes")).isEqualTo(1);
        assertThat(desk.err()).contains("leads outside your own folder; nothing was written, add --outside-home");
        assertThat(elsewhere).hasContent(MINE);
        assertThat(answering("n")).isZero();
        assertThat(elsewhere).hasContent(MINE);
        assertThat(answering("y")).isZero();
        assertThat(Files.readString(elsewhere)).contains("ANTHROPIC_BASE_URL");
        assertThat(desk.run("configure", "claude-code", "--undo")).isZero();
        assertThat(Files.readString(elsewhere)).isEqualTo(MINE);
    }

    @Test
    void configuresASecondFolderByItself() throws IOException {
        Path second = Desk.write(desk.user().resolve("work/settings.json"), MINE);
        String folder = desk.user().resolve("work").toString();

        assertThat(desk.run("configure", "claude-code", "--yes")).isZero();
        assertThat(desk.run("configure", "claude-code", "--yes", "--config-dir", folder))
                .isZero();
        assertThat(token(second)).startsWith("local-").isNotEqualTo(token(settings));
        assertThat(desk.run("configure", "claude-code", "--undo")).isZero();
        assertThat(settings).hasContent(MINE);
        assertThat(token(second)).startsWith("local-");
        assertThat(desk.run("configure", "claude-code", "--undo", "--config-dir", folder))
                .isZero();
        assertThat(Files.readString(second)).isEqualTo(MINE);
    }

    private static String token(Path settings) throws IOException {
        return JsonDocument.of(Files.readAllBytes(settings))
                .string("/env/ANTHROPIC_AUTH_TOKEN")
                .orElse("");
    }

    @Test
    void saysWhatTheModelsReadOrHowToTellIt() throws IOException {
        String channel = "{\"id\":\"ds\",\"protocol\":\"openai-chat\",\"baseUrl\":\"http://127.0.0.1:1/v1\","
                + "\"models\":{\"*\":\"ds-9\"}%s}";
        String gateway = "{\"gateway\":{\"port\":" + Desk.freePort() + "},\"channels\":[" + channel + "]}";
        desk.configure(gateway.formatted(""));
        desk.run("configure", "claude-code", "--show");
        assertThat(desk.out())
                .contains("\"ANTHROPIC_DEFAULT_OPUS_MODEL\": \"claude-tp-opus\"")
                .contains("How many tokens ds-9 reads is not known")
                .contains("Set compat.contextTokens of the channel ds")
                .doesNotContain("CLAUDE_CODE_MAX_CONTEXT_TOKENS");

        desk.configure(gateway.formatted(",\"compat\":{\"contextTokens\":32000}"));
        desk.run("configure", "claude-code", "--yes");
        assertThat(Files.readString(settings))
                .contains("\"ANTHROPIC_MODEL\": \"claude-tp-opus\"")
                .contains("\"CLAUDE_CODE_MAX_CONTEXT_TOKENS\": \"32000\"");
    }

    @Test
    void knowsOneAgent() {
        assertThat(desk.run("configure", "emacs")).isEqualTo(2);
        assertThat(desk.err()).contains("no such agent: emacs");
        assertThat(desk.run("configure")).isEqualTo(2);
    }
}
