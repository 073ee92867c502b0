package dev.turnpike.app.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandRunnerTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final CommandRunner runner = CommandRunner.real();

    @AfterEach
    void nothingIsLeft() throws IOException {
        for (long number : numbers()) {
            ProcessHandle.of(number).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    @Test
    void givesBothOutputsAndTheExitCode() {
        assertThat(run("printf 'a\\0b\\n'; printf oops >&2; exit 3"))
                .isEqualTo(new CommandOutcome.Ended(3, "a\0b\n", "oops"));
    }

    @Test
    void givesTheProgramExactlyTheVariablesAndTheFolderAskedFor() {
        CommandLine line = new CommandLine(
                        List.of(
                                "/bin/sh",
                                "-c",
                                "pwd; /usr/bin/env | /bin/grep -v -e ^PWD -e ^_ -e ^TURNPIKE_RUN_MARK -e ^SHLVL"),
                        Map.of("ONLY", "this"))
                .at(folder);

        assertThat(runner.run(line, LONG)).isEqualTo(new CommandOutcome.Ended(0, folder + "\nONLY=this\n", ""));
    }

    @Test
    void givesAnEmptyInput() {
        assertThat(run("cat; echo end")).isEqualTo(new CommandOutcome.Ended(0, "end\n", ""));
    }

    @Test
    void saysThatThereIsNoSuchProgram() {
        CommandLine line = new CommandLine(List.of(folder.resolve("none").toString(), "--key=secret"), Map.of());

        assertThat(runner.run(line, LONG))
                .isInstanceOfSatisfying(
                        CommandOutcome.NotFound.class,
                        none -> assertThat(none.why()).contains("none").doesNotContain("secret"));
    }

    @Test
    void keepsABoundedPartOfAnEndlessOutputAndLetsTheProgramGoOn() {
        assertThat(run("head -c 3000000 /dev/zero; echo done >&2"))
                .isInstanceOfSatisfying(CommandOutcome.Ended.class, ended -> {
                    assertThat(ended.out()).hasSize(CommandRunner.OUTPUT_LIMIT);
                    assertThat(ended.err()).isEqualTo("done\n");
                });
    }

    @Test
    void doesNotWaitForWhatStaysInTheBackgroundWithThePipesOpen() throws IOException {
        assertThat(run("sleep 1000 & echo $! >> numbers; echo ready"))
                .isEqualTo(new CommandOutcome.Ended(0, "ready\n", ""));

        assertThat(numbers()).hasSize(1).allMatch(CommandRunnerTest::isAlive);
    }

    @Test
    void endsAProgramThatHangsWithAllItsDescendants() throws IOException {
        String hanging = """
                echo begun
                trap '' TERM HUP INT
                echo $$ >> numbers
                sleep 1000 & echo $! >> numbers
                (sleep 1000 & echo $! >> numbers)
                sh -c 'trap "" TERM; echo $$ >> numbers; sleep 1001' &
                while :; do sleep 1000; done
                """;

        CommandOutcome outcome = runner.run(sh(hanging), Duration.ofSeconds(1));

        assertThat(outcome).isEqualTo(new CommandOutcome.TimedOut("begun\n", ""));
        assertThat(numbers())
                .hasSize(4)
                .allSatisfy(number -> assertThat(ProcessHandle.of(number)
                                .map(ProcessHandle::onExit)
                                .orElseGet(CompletableFuture::new))
                        .satisfiesAnyOf(
                                end -> assertThat(ProcessHandle.of(number)).isEmpty(),
                                end -> assertThat(end).succeedsWithin(LONG)));
    }

    @Test
    void endsAProgramWhoseOutputNeverEnds() {
        assertThat(runner.run(sh("yes"), Duration.ofMillis(300)))
                .isInstanceOfSatisfying(
                        CommandOutcome.TimedOut.class,
                        ended -> assertThat(ended.out()).startsWith("y\ny\n"));
    }

    @Test
    void showsNoArgumentVariableOrOutputInItsText() {
        CommandLine line = new CommandLine(List.of("/bin/sh", "-c", "echo secret"), Map.of("KEY", "secret"));

        assertThat(line).hasToString("CommandLine[/bin/sh]");
        assertThat(runner.run(line, LONG)).hasToString("Ended[exit=0]");
    }

    private CommandOutcome run(String script) {
        return runner.run(sh(script), LONG);
    }

    private CommandLine sh(String script) {
        return new CommandLine(List.of("/bin/sh", "-c", script), Map.of("PATH", "/usr/bin:/bin")).at(folder);
    }

    private List<Long> numbers() throws IOException {
        Path file = folder.resolve("numbers");
        return Files.exists(file)
                ? Files.readAllLines(file).stream().map(Long::valueOf).toList()
                : List.of();
    }

    private static boolean isAlive(long number) {
        return ProcessHandle.of(number).filter(ProcessHandle::isAlive).isPresent();
    }
}
