package dev.turnpike.app.agent.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.turnpike.app.agent.doctor.Remedy;
import dev.turnpike.app.agent.doctor.Report;
import dev.turnpike.app.platform.CommandLine;
import dev.turnpike.app.platform.CommandOutcome;
import dev.turnpike.app.platform.CommandRunner;
import dev.turnpike.app.platform.RecordedCommands;
import dev.turnpike.app.platform.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TmuxSourceTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    Path root;

    private Fixture fixture;
    private Path sockets;

    @BeforeEach
    void layOut() throws IOException {
        fixture = new Fixture(root);
        fixture.folder("home/u");
        sockets = root.resolve("tmp/tmux-" + Files.getAttribute(fixture.home(), "unix:uid"));
    }

    private Report look(CommandRunner runner) {
        return new TmuxSource(root, fixture.linux(), runner).look(Fixture.anywhere());
    }

    @Test
    void asksEachServerThatIsThereAndTellsThemApart() {
        RecordedCommands commands = new RecordedCommands()
                .prints(
                        "ANTHROPIC_API_KEY=\"" + Fixture.SECRET + "\"; export ANTHROPIC_API_KEY;\nunset DISPLAY;\n"
                                + "ANTHROPIC_MODEL=\"a\nHTTP_PROXY=no \\\"b\\\"\"; export ANTHROPIC_MODEL;\n",
                        "tmux",
                        "-u",
                        "-S",
                        sockets.resolve("default").toString(),
                        "show-environment",
                        "-gs")
                .prints(
                        "ANTHROPIC_MODEL=\"c\"; export ANTHROPIC_MODEL;\n",
                        "tmux",
                        "-u",
                        "-S",
                        sockets.resolve("my work").toString(),
                        "show-environment",
                        "-gs");
        fixture.write(root.relativize(sockets.resolve("default")).toString(), "");
        fixture.write(root.relativize(sockets.resolve("my work")).toString(), "");
        Report report = look(commands);
        assertThat(fixture.settings(report))
                .containsExactly(
                        "SYSTEM tmux ANTHROPIC_API_KEY=sk-••••WXYZ",
                        "SYSTEM tmux ANTHROPIC_MODEL=a\nHTTP_PROXY=no \"b\"",
                        "SYSTEM tmux my work ANTHROPIC_MODEL=c");
        assertThat(report.settings().getLast().removals())
                .containsExactly(new Remedy.Paste("tmux -L 'my work' set-environment -gu ANTHROPIC_MODEL"));
        assertThat(report.settings().getFirst().removals())
                .containsExactly(new Remedy.Paste("tmux set-environment -gu ANTHROPIC_API_KEY"));
    }

    @Test
    void runsNothingWhereNoServerWasEverStarted() {
        RecordedCommands commands = new RecordedCommands();
        assertThat(look(commands)).isEqualTo(Report.NOTHING);
        assertThat(commands.asked()).isEmpty();
    }

    @Test
    void readsARealServerAndTheCommandThatItGivesTakesTheVariableAway() {
        Path tmux = Path.of("/usr/bin/tmux");
        assumeTrue(Files.isExecutable(tmux));
        fixture.folder(root.relativize(sockets).toString());
        Surroundings around = new Surroundings(
                Map.of("TMUX_TMPDIR", root.resolve("tmp").toString(), "PATH", "/usr/bin:/bin", "TERM", "dumb"),
                root,
                fixture.home(),
                "Linux");
        String socket = sockets.resolve("default").toString();
        try {
            tmux(around, "tmux", "-S", socket, "-f", "/dev/null", "new-session", "-d", "sleep 60");
            tmux(around, "tmux", "-S", socket, "set-environment", "-g", "ANTHROPIC_MODEL", "it's $a \"b\"\n\\c");
            TmuxSource source = new TmuxSource(root, around, CommandRunner.real());
            assertThat(fixture.settings(source.look(Fixture.anywhere())))
                    .containsExactly("SYSTEM tmux ANTHROPIC_MODEL=it's $a \"b\"\n\\c");
            tmux(around, "tmux", "-S", socket, "set-environment", "-gu", "ANTHROPIC_MODEL");
            assertThat(source.look(Fixture.anywhere()).settings()).isEmpty();
        } finally {
            tmux(around, "tmux", "-S", socket, "kill-server");
        }
    }

    @Test
    void startsNoServerAtASocketThatIsLeftOver() {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/tmux")));
        Path socket = fixture.write(root.relativize(sockets.resolve("default")).toString(), "");
        Report report = look(CommandRunner.real());
        assertThat(report.checked())
                .singleElement()
                .satisfies(c -> assertThat(c.note()).isEqualTo("it has no answer (it ended with 1)"));
        List<String> servers = ProcessHandle.allProcesses()
                .map(process -> process.info().commandLine().orElse(""))
                .filter(line -> line.contains(socket.toString()))
                .toList();
        assertThat(servers).isEmpty();
    }

    private static void tmux(Surroundings around, String... words) {
        CommandOutcome outcome = CommandRunner.real().run(CommandLine.in(around, words), LIMIT);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        CommandOutcome.Ended.class,
                        ended -> assertThat(ended.exit()).as(ended.err()).isZero());
    }
}
