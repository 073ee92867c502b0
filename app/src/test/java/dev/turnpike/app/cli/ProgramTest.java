package dev.turnpike.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.Version;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramTest {
    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(folder);
    }

    private int run(String... args) {
        return desk.run(args);
    }

    private void refuses(String sentence, String... args) {
        assertThat(run(args)).isEqualTo(2);
        assertThat(desk.err()).isEqualTo("turnpike: " + sentence + System.lineSeparator());
        assertThat(desk.out()).isEmpty();
    }

    @Test
    void opensTheDesktopWithoutACommand() {
        assertThat(run()).isZero();
        assertThat(desk.opened()).containsExactly(new DesktopStart.Options(false, false));
        assertThat(desk.out()).isEmpty();
    }

    @Test
    void opensTheDesktopWithoutItsWindow() {
        assertThat(run("--hidden")).isZero();
        assertThat(desk.opened()).containsExactly(new DesktopStart.Options(true, false));
    }

    @Test
    void showsItsVersion() {
        assertThat(run("--version")).isZero();
        assertThat(desk.out()).isEqualTo("Turnpike " + Version.current() + System.lineSeparator());
    }

    @Test
    void helpsWithinEightyColumns() {
        for (List<String> command : List.of(
                List.of("--help"),
                List.of("serve", "--help"),
                List.of("run", "--help"),
                List.of("channels", "--help"),
                List.of("traffic", "--help"),
                List.of("traffic", "show", "--help"),
                List.of("traffic", "sessions", "--help"),
                List.of("quit", "--help"))) {
            assertThat(run(command.toArray(String[]::new))).isZero();
        }
        assertThat(desk.out().lines()).allMatch(line -> line.length() <= 80).noneMatch(line -> line.contains("linger"));
    }

    @Test
    void refusesAnUnknownCommand() {
        refuses("no such command: sreve (see turnpike --help)", "sreve");
    }

    @Test
    void refusesAnUnknownOption() {
        refuses("unknown option --prot (see turnpike serve --help)", "serve", "--prot", "1");
    }

    @Test
    void refusesAPortThatIsNoNumber() {
        refuses(
                "invalid value for option '--port': 'x' is not a number (see turnpike serve --help)",
                "serve",
                "--port",
                "x");
    }

    @Test
    void refusesAPortThatDoesNotExist() {
        refuses("--port is from 1 to 65535, not 70000", "serve", "--port", "70000");
    }

    @Test
    void refusesAnOptionWithoutItsValue() {
        refuses(
                "missing required parameter for option '--config' (FILE) (see turnpike serve --help)",
                "serve",
                "--config");
    }

    @Test
    void showsControlCharactersOfAnArgumentAsSymbols() {
        refuses("no such command: a␛[31m␊b (see turnpike --help)", "a\u001b[31m\nb");
    }

    @Test
    void refusesToRunNothing() {
        refuses("nothing to run: turnpike run claude-code, or turnpike run -- CMD…", "run");
    }

    @Test
    void refusesAnUnknownAgent() {
        refuses("no such agent: codex (turnpike run claude-code, or turnpike run -- codex …)", "run", "codex");
    }

    @Test
    void refusesArgumentsForClaudeCodeInFrontOfTheSeparator() {
        refuses("unknown option -p (see turnpike run --help)", "run", "claude-code", "-p", "hi");
    }

    @Test
    void refusesClaudeCodesOptionsForAnotherProgram() {
        refuses("--auto-approve and --session are for turnpike run claude-code", "run", "--auto-approve", "--", "ls");
    }

    @Test
    void saysThatTheDemoChannelAnswers() {
        assertThat(run("channels")).isZero();
        assertThat(desk.out())
                .isEqualTo("No channel is configured: the demo channel answers" + System.lineSeparator()
                        + "Yours go into " + desk.home().resolve("turnpike.json") + System.lineSeparator());
    }
}
