package dev.turnpike.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.Version;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `serve` as a process of its own: what it prints and how it ends.
@Timeout(60)
class ServeProcessTest {
    private static final int KILLED_BY_TERM = 143;

    @TempDir
    Path folder;

    private final List<Process> started = new ArrayList<>();

    private Process start(boolean busy, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.turnpike.app.cli.FakeProgram"));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("FAKE_FOLDER", folder.toString());
        if (busy) {
            builder.environment().put("FAKE_EXCHANGE", "yes");
        }
        Process process = builder.start();
        started.add(process);
        return process;
    }

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }

    private static String until(BufferedReader out, String part) throws IOException {
        String line = out.readLine();
        while (line != null && !line.contains(part)) {
            line = out.readLine();
        }
        return String.valueOf(line);
    }

    @Test
    void saysWhereItListensAndWhatDiverts() throws IOException {
        Path settings = Files.createDirectories(folder.resolve("user/.claude")).resolve("settings.json");
        Files.writeString(settings, "{\"env\":{\"CLAUDE_CODE_USE_VERTEX\":\"1\"}}");
        BufferedReader out = start(false, "serve").inputReader(StandardCharsets.UTF_8);
        assertThat(out.readLine())
                .matches("Turnpike " + Version.current().replace(".", "\\.")
                        + " listening on http://127\\.0\\.0\\.1:\\d+");
        assertThat(out.readLine()).isEqualTo("No configuration: the demo channel answers");
        assertThat(out.readLine()).startsWith(settings + ": env.CLAUDE_CODE_USE_VERTEX is on");
    }

    @Test
    void endsWellAfterOneSignal() throws IOException, InterruptedException {
        Process process = start(false, "serve");
        until(process.inputReader(StandardCharsets.UTF_8), "listening");
        process.toHandle().destroy();
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void endsAtOnceAfterASecondSignal() throws IOException, InterruptedException {
        Process process = start(true, "serve");
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        until(out, "listening");
        process.toHandle().destroy();
        until(out, "draining");
        process.toHandle().destroy();
        assertThat(process.waitFor()).isEqualTo(KILLED_BY_TERM);
    }

    @Test
    void endsByItselfWhenNoRunIsLeft() throws IOException, InterruptedException {
        Process process = start(false, "serve", "--linger=1");
        assertThat(until(process.inputReader(StandardCharsets.UTF_8), "Nobody"))
                .startsWith("Nobody needs this gateway");
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void takesNoInterruptThatWasMeantForAnotherProgram() throws IOException, InterruptedException {
        Process process = start(false, "serve", "--linger=2");
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        until(out, "listening");
        assertThat(new ProcessBuilder("sh", "-c", "kill -INT " + process.pid())
                        .start()
                        .waitFor())
                .isZero();
        assertThat(until(out, "Nobody")).startsWith("Nobody needs this gateway");
    }
}
