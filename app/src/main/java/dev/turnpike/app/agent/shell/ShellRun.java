package dev.turnpike.app.agent.shell;

import dev.turnpike.app.agent.doctor.Stopwatch;
import dev.turnpike.app.agent.shell.Ran.End;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Runs a shell that nobody sees: without input, without a terminal, for a limited time, and without a trace in the
/// list of processes afterwards.
///
/// @param limit for the whole run
/// @param most how many bytes are read
record ShellRun(Duration limit, int most) {
    private static final Duration GRACE = Duration.ofMillis(300);
    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final Path PERL = Path.of("/usr/bin/perl");

    /// A run whose answer is short.
    ShellRun(Duration limit) {
        this(limit, 1 << 20);
    }

    /// Runs it until its last mark is there, it has ended, or the time is up.
    ///
    /// @param environment all that it gets, with the nonce beside
    /// @param traced whether standard error is read in place of standard output
    Ran run(List<String> command, Map<String, String> environment, Nonce nonce, boolean traced) {
        Stopwatch start = Stopwatch.start();
        List<String> session = session();
        List<String> whole = new ArrayList<>(session);
        whole.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(whole)
                .redirectInput(Redirect.from(nothing()))
                .redirectOutput(traced ? Redirect.DISCARD : Redirect.PIPE)
                .redirectError(traced ? Redirect.PIPE : Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().put(Nonce.VARIABLE, nonce.text());
        String home = environment.getOrDefault("HOME", "");
        if (!home.isEmpty() && Files.isDirectory(Path.of(home))) {
            builder.directory(Path.of(home).toFile());
        }
        try {
            return read(builder.start(), start, nonce, traced, !session.isEmpty());
        } catch (IOException e) {
            return new Ran(new byte[0], End.NOT_STARTED, start.millis());
        }
    }

    private Ran read(Process process, Stopwatch start, Nonce nonce, boolean traced, boolean ownSession)
            throws IOException {
        Leftovers leftovers = new Leftovers(process, nonce, ownSession);
        Output output = new Output();
        byte[] last = nonce.written(ProbeScript.END);
        try (InputStream in = traced ? process.getErrorStream() : process.getInputStream()) {
            End end = read(process, in, output, last, start);
            if (end == End.COMPLETE) {
                pause(process, GRACE);
            }
            return new Ran(output.toByteArray(), end, start.millis());
        } finally {
            leftovers.end();
        }
    }

    /// Never waits inside a read: a process that escaped everything may hold the other end for ever.
    private End read(Process process, InputStream in, Output output, byte[] last, Stopwatch start) throws IOException {
        byte[] buffer = new byte[1 << 16];
        while (start.millis() < limit.toMillis() && !Thread.currentThread().isInterrupted()) {
            boolean alive = process.isAlive();
            int ready = in.available();
            if (ready > 0) {
                int count = in.read(buffer, 0, Math.min(ready, buffer.length));
                output.write(buffer, 0, Math.max(0, count));
                if (output.hasNearItsEnd(last, count)) {
                    return End.COMPLETE;
                }
                if (output.size() > most) {
                    return End.TOO_MUCH;
                }
            } else if (!alive) {
                return End.ENDED;
            } else {
                pause(process, Duration.ofMillis(5));
            }
        }
        return End.TIMED_OUT;
    }

    private static final class Output extends ByteArrayOutputStream {
        /// Whether that is in it and was not before the last bytes came.
        boolean hasNearItsEnd(byte[] part, int fresh) {
            for (int i = Math.max(0, count - fresh - part.length); i + part.length <= count; i++) {
                if (Arrays.equals(buf, i, i + part.length, part, 0, part.length)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static void pause(Process process, Duration time) {
        try {
            process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// An interactive shell takes the terminal it is started from, or is stopped by it: it gets a session without one.
    static List<String> session() {
        if (Files.isExecutable(SETSID)) {
            return List.of(SETSID.toString());
        }
        return Files.isExecutable(PERL)
                ? List.of(PERL.toString(), "-e", "use POSIX; POSIX::setsid(); exec @ARGV", "--")
                : List.of();
    }

    private static File nothing() {
        Path device = Path.of("/dev/null");
        return Files.exists(device) ? device.toFile() : new File("NUL");
    }
}
