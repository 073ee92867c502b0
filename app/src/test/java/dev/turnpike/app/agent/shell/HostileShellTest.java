package dev.turnpike.app.agent.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.agent.doctor.Report;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Start-up files that nobody would want, and some do have.
class HostileShellTest {
    private static final Map<String, String> FILES =
            Map.of("bash", ".bash_profile", "zsh", ".zshrc", "fish", ".config/fish/config.fish");

    /// Seconds that nobody else sleeps.
    private static final String LONG = "100000" + ProcessHandle.current().pid();

    @TempDir
    Path folder;

    @AfterEach
    void leavesNoProcessBehind() {
        assertThat(new ShellHome(folder, "bash").left()).isEmpty();
    }

    private ShellHome home(String shell, String... lines) {
        ShellHome home = new ShellHome(folder, shell);
        home.write(FILES.getOrDefault(shell, ""), lines);
        return home;
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void endsAShellThatHangsAndSaysWhere(String shell) {
        ShellHome home = home(shell, "echo hello", "sleep 1000 & sleep 1000", "set X 1");
        home.limit = Duration.ofSeconds(3);
        Report report = home.look();
        String line = shell.equals("fish") ? "" : ":2";
        assertThat(report.findings())
                .extracting(home::said)
                .containsExactly("warns slow-shell at ~/" + FILES.get(shell) + line + ": ~/" + FILES.get(shell) + line
                        + " needs more than 3 s. So what " + shell + " sets is not known. Lines that wait for something"
                        + " can be left out where the variable TURNPIKE_RESOLVING_ENVIRONMENT is set, as Turnpike sets"
                        + " it when it looks.");
        assertThat(report.checked())
                .extracting(ShellHome::said)
                .containsExactly(shell + " not ok, it was not ready after 3 s");
        assertThat(report.checked().getFirst().millis()).isLessThan(20_000);
    }

    /// fish goes on where a file of its settings ends it.
    @Test
    void asksFishWhateverItsFilesSayOfEnding() {
        ShellHome home = home("fish", "set -x ANTHROPIC_MODEL x", "exit 1", "set -x ANTHROPIC_MODEL y");
        assertThat(home.settings()).containsExactly("ANTHROPIC_MODEL=x at ~/.config/fish/config.fish:1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh"})
    void saysWhereAShellEndsByItself(String shell) {
        ShellHome home = home(shell, "echo hello", "exit 1", "export ANTHROPIC_MODEL=x");
        Report report = home.look();
        assertThat(report.findings()).isEmpty();
        assertThat(report.settings()).isEmpty();
        assertThat(report.checked())
                .extracting(ShellHome::said)
                .containsExactly(shell + " not ok, it ended at ~/" + FILES.get(shell) + ":2, before it could be asked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void saysSoOfAShellThatBecomesAnotherProgram(String shell) {
        ShellHome home = home(shell, "exec cat");
        assertThat(home.look().checked())
                .extracting(ShellHome::said)
                .singleElement()
                .asString()
                .startsWith(shell + " not ok, it ended");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh"})
    void endsWhatKeepsRunningInTheBackground(String shell) {
        ShellHome home = home(
                shell,
                "sleep " + LONG + " &",
                "nohup sleep " + LONG + " >/dev/null 2>&1 &",
                "setsid sleep " + LONG + " &",
                "(setsid sh -c 'sleep " + LONG + " & sleep " + LONG + "' >/dev/null 2>&1 &)",
                "env -i sleep " + LONG + " &",
                "export ANTHROPIC_MODEL=x");
        assertThat(home.settings()).containsExactly("ANTHROPIC_MODEL=x at ~/" + FILES.get(shell) + ":6");
        assertThat(sleeping()).isEmpty();
    }

    private static List<String> sleeping() {
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().commandLine().stream())
                .filter(command -> command.endsWith("sleep " + LONG))
                .toList();
    }

    @Test
    void stopsReadingAShellThatWritesWithoutEnd() {
        ShellHome home = home("bash", "yes");
        assertThat(home.look().checked())
                .extracting(ShellHome::said)
                .containsExactly("bash not ok, it writes without end");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void givesAShellNoTerminalAndNoInput(String shell) {
        String ask = shell.equals("fish")
                ? "if sh -c ': </dev/tty' 2>/dev/null; set -x NO_PROXY terminal; else; set -x NO_PROXY none; end"
                : "if (: </dev/tty) 2>/dev/null; then export NO_PROXY=terminal; else export NO_PROXY=none; fi";
        ShellHome home = home(shell, "cat", ask);
        assertThat(home.settings()).containsExactly("NO_PROXY=none at ~/" + FILES.get(shell) + ":2");
    }

    /// `script` runs its command in a terminal of its own, in the foreground.
    @Test
    void takesATerminalAwayThatItsParentHas() throws Exception {
        String ask = "bash -ic 'if (: </dev/tty) 2>/dev/null; then echo a terminal; else echo none; fi'";
        String away = String.join(" ", ShellRun.session());
        assertThat(away).isNotEmpty();
        assertThat(typed(ask)).contains("a terminal");
        assertThat(typed(away + " " + ask + "; sleep 0")).contains("none").doesNotContain("a terminal");
    }

    private static String typed(String command) throws Exception {
        Process script = new ProcessBuilder("script", "-qec", "sh -c \"" + command + "\"", "/dev/null")
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .start();
        return new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void takesNothingFromThisProcess() {
        ShellHome home = home("bash", "");
        home.environment.put("ANTHROPIC_API_KEY", "sk-ant-of-this-process");
        home.environment.put(
                "BASH_ENV", home.write("trap.sh", "export ANTHROPIC_MODEL=x").toString());
        assertThat(home.settings()).isEmpty();
    }

    @Test
    void doesNotNeedToReadEveryFile() throws Exception {
        ShellHome home = home("bash", ". ~/.bashrc", "export ANTHROPIC_MODEL=x");
        Files.createSymbolicLink(home.home.resolve(".bashrc"), Path.of("/nowhere/at/all"));
        Files.createDirectories(home.home.resolve(".bash_aliases"));
        assertThat(home.settings()).containsExactly("ANTHROPIC_MODEL=x at ~/.bash_profile:2");
    }
}
