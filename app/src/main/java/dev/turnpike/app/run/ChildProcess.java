package dev.turnpike.app.run;

import dev.turnpike.app.platform.Signals;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// A program that stands in for this process: same terminal, signals passed on, same exit code.
public final class ChildProcess {
    private ChildProcess() {}

    /// Runs it to its end.
    ///
    /// @return its exit code; 128 + n where signal n ended it
    public static int run(List<String> command, Map<String, String> environment, Path workingFolder)
            throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(workingFolder.toFile()).inheritIO();
        builder.environment().clear();
        builder.environment().putAll(environment);
        // what arrives before the child is there reaches it as soon as it is
        CompletableFuture<Process> child = new CompletableFuture<>();
        // a terminal sends these to the child as well: doubled, the second one would end it
        Signals.on("INT", signal -> {});
        Signals.on("QUIT", signal -> {});
        Signals.on("TERM", signal -> child.join().destroy());
        Signals.on("HUP", signal -> hangUp(child.join()));
        Process process = builder.start();
        child.complete(process);
        return waitFor(process);
    }

    private static void hangUp(Process process) {
        try {
            // the JDK knows no way to send this one
            new ProcessBuilder("sh", "-c", "kill -HUP " + process.pid()).start();
        } catch (IOException e) {
            process.destroy();
        }
    }

    private static int waitFor(Process process) {
        while (true) {
            try {
                return process.waitFor();
            } catch (InterruptedException e) {
                process.destroy();
            }
        }
    }
}
