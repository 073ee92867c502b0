package dev.turnpike.app.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Ends a process with all that it started.
final class ProcessTree {
    /// A variable with a random value in the environment of a process that is run. On Linux it finds descendants
    /// whose parent has ended, which belong to nobody's tree any more.
    static final String MARK = "TURNPIKE_RUN_MARK";

    private static final Path PROCESSES = Path.of("/proc");
    private static final int ROUNDS = 20;
    private static final int LARGEST_ENVIRONMENT = 1 << 22;

    private ProcessTree() {}

    /// Ends them forcibly, descendants first: an interactive bash ignores a polite signal, and its children outlive it.
    static void end(Process process, String mark) {
        // again, since one that is not yet ended may start another meanwhile
        for (int round = 0; round < ROUNDS; round++) {
            Set<ProcessHandle> found = new LinkedHashSet<>();
            process.descendants().forEach(found::add);
            marked(MARK + "=" + mark).forEach(found::add);
            found.remove(process.toHandle());
            if (found.isEmpty() && !process.isAlive()) {
                return;
            }
            found.forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            await(process, found);
        }
    }

    private static void await(Process process, Set<ProcessHandle> found) {
        try {
            process.waitFor(100, TimeUnit.MILLISECONDS);
            for (ProcessHandle one : found) {
                if (one.isAlive()) {
                    TimeUnit.MILLISECONDS.sleep(2);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Stream<ProcessHandle> marked(String entry) {
        if (!Files.isDirectory(PROCESSES)) {
            return Stream.empty();
        }
        try (Stream<Path> all = Files.list(PROCESSES)) {
            return all
                    .filter(folder -> folder.getFileName().toString().chars().allMatch(Character::isDigit))
                    .filter(folder -> has(folder.resolve("environ"), entry))
                    .flatMap(folder ->
                            ProcessHandle.of(Long.parseLong(folder.getFileName().toString())).stream())
                    .toList()
                    .stream();
        } catch (IOException | UncheckedIOException e) {
            return Stream.empty();
        }
    }

    private static boolean has(Path environment, String entry) {
        try (var bytes = Files.newInputStream(environment)) {
            String text = new String(bytes.readNBytes(LARGEST_ENVIRONMENT), StandardCharsets.ISO_8859_1);
            return Stream.of(text.split("\0", -1)).anyMatch(entry::equals);
        } catch (IOException e) {
            // another user's, or ended meanwhile
            return false;
        }
    }
}
