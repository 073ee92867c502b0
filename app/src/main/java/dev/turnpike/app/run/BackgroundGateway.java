package dev.turnpike.app.run;

import dev.turnpike.app.platform.FileLock;
import dev.turnpike.app.platform.PrivateFiles;
import dev.turnpike.app.run.HealthCheck.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The gateway that `run` needs: found, or started as a process of its own.
///
/// @param command starts it
/// @param environment what it may see
/// @param home Turnpike's own folder: where it works and logs
public record BackgroundGateway(List<String> command, Map<String, String> environment, Path home) {
    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final int PAUSE_MILLIS = 50;
    private static final int LAST_LINES = 5;

    public BackgroundGateway {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /// Returns when our gateway answers at that address.
    ///
    /// @throws Refusal when another program answers there or the gateway does not start; the log's last lines
    /// are in the message
    public void ensure(Leases leases, URI address, Optional<String> accessKey) {
        try {
            FileLock turn = leases.starting();
            try {
                if (!answers(address, accessKey)) {
                    start(address, accessKey);
                }
            } finally {
                turn.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean answers(URI address, Optional<String> accessKey) {
        Answer answer = HealthCheck.ask(address, accessKey);
        if (answer == Answer.STRANGER) {
            throw new Refusal(
                    1,
                    "another program answers on " + address
                            + ", or a gateway with another access key: end it, or give gateway.port another value");
        }
        return answer == Answer.OURS;
    }

    private void start(URI address, Optional<String> accessKey) throws IOException {
        Path log = home.resolve("gateway.log");
        Files.deleteIfExists(log);
        PrivateFiles.create(log);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        long end = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < end) {
            if (ended(process)) {
                throw new Refusal(1, "the gateway did not start (exit " + process.exitValue() + "): " + lastLines(log));
            }
            if (answers(address, accessKey)) {
                return;
            }
        }
        process.destroyForcibly();
        throw new Refusal(1, "the gateway did not answer within " + LIMIT.toSeconds() + " s: " + lastLines(log));
    }

    private static java.io.File nothing() {
        return new java.io.File(java.io.File.separatorChar == '\\' ? "NUL" : "/dev/null");
    }

    private static boolean ended(Process process) {
        try {
            return process.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(1, "interrupted while the gateway was starting", e);
        }
    }

    private static String lastLines(Path log) throws IOException {
        String text = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        String last = String.join(" | ", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        return (last.isEmpty() ? "it said nothing" : last) + " (" + log + ")";
    }
}
