package dev.turnpike.app.platform;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/// Runs programs of the system.
///
/// One thread looks at both pipes and takes only what is there already: a blocking read would last as long as any
/// process in the background keeps the pipe open. Nothing goes through a file, since outputs may hold secrets.
final class RealCommands implements CommandRunner {
    private static final long PAUSE_MILLIS = 5;

    @Override
    public CommandOutcome run(CommandLine command, Duration limit) {
        String mark = UUID.randomUUID().toString();
        Process process;
        try {
            process = start(command, mark);
        } catch (IOException e) {
            return new CommandOutcome.NotFound(String.valueOf(e.getMessage()));
        }
        Output out = new Output(process.getInputStream());
        Output err = new Output(process.getErrorStream());
        try {
            if (follow(process, out, err, System.nanoTime() + limit.toNanos())) {
                return new CommandOutcome.Ended(process.exitValue(), out.text(), err.text());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (process.isAlive()) {
                ProcessTree.end(process, mark);
            }
            out.close();
            err.close();
        }
        return new CommandOutcome.TimedOut(out.text(), err.text());
    }

    private static Process start(CommandLine command, String mark) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command.words());
        builder.environment().clear();
        builder.environment().putAll(command.environment());
        builder.environment().put(ProcessTree.MARK, mark);
        command.folder().ifPresent(folder -> builder.directory(folder.toFile()));
        Process process = builder.start();
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // it ended already
        }
        return process;
    }

    /// Whether it ended in time.
    private static boolean follow(Process process, Output out, Output err, long deadline) throws InterruptedException {
        while (true) {
            // asked before the pipes are looked at: what it printed before its end is then in them
            boolean ended = process.waitFor(0, TimeUnit.MILLISECONDS);
            boolean said = out.take();
            boolean came = err.take() || said;
            if (ended && !came) {
                return true;
            }
            if (System.nanoTime() - deadline >= 0) {
                return ended;
            }
            if (!came) {
                process.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            }
        }
    }

    /// One pipe, and what came through it.
    private static final class Output {
        private final InputStream pipe;
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private final byte[] piece = new byte[8192];

        Output(InputStream pipe) {
            this.pipe = pipe;
        }

        /// Takes what is there, and says whether there was something.
        boolean take() {
            try {
                // the JDK swaps the stream beneath when the process ends; under its monitor the two calls see one
                // stream
                synchronized (pipe) {
                    int there = Math.min(pipe.available(), piece.length);
                    int read = there == 0 ? 0 : pipe.read(piece, 0, there);
                    if (read > 0) {
                        kept.write(piece, 0, Math.min(read, OUTPUT_LIMIT - kept.size()));
                    }
                    return read > 0;
                }
            } catch (IOException e) {
                return false;
            }
        }

        String text() {
            byte[] bytes = kept.toByteArray();
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
            } catch (CharacterCodingException e) {
                // Windows' own tools print in the code page of the system
                return new String(bytes, Charset.forName(System.getProperty("native.encoding", "UTF-8")));
            }
        }

        void close() {
            try {
                pipe.close();
            } catch (IOException e) {
                // nobody reads it any more
            }
        }
    }
}
