package dev.turnpike.app.instance;

import dev.turnpike.app.platform.FileLock;
import dev.turnpike.app.platform.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// What this process is among those of the same user: the first one, which stays, or a second one, which says what it
/// wants and ends.
///
/// A held file decides it, not the socket: the operating system lets go of the file when a process dies, and a socket
/// that is left behind means nothing.
public sealed interface Instance permits First, Second {
    /// How long a process that is just starting or ending is waited for.
    Duration PATIENCE = Duration.ofSeconds(5);

    /// Where the desktop applications of a user meet.
    static Path desktop(Path home) {
        return home.resolve("instance");
    }

    /// Where the gateways that `run` starts are found.
    static Path background(Path home) {
        return home.resolve("background");
    }

    /// Becomes the first process, or finds the one that is.
    ///
    /// @param folder in Turnpike's folder; made where it is missing
    static Instance claim(Path folder) throws IOException {
        prepare(folder);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Optional<FileLock> lock = FileLock.tryTake(folder.resolve("lock"), StandardOpenOption.CREATE);
            if (lock.isPresent()) {
                return First.open(folder, narrow(), lock.get());
            }
            Second second = new Second(folder);
            if (second.isHeard() || System.nanoTime() > end) {
                return second;
            }
            pause();
        }
    }

    /// The first process as it is seen from another one; empty where there is none. Nobody becomes the first by this.
    static Optional<Second> find(Path folder) throws IOException {
        return isHeld(folder) ? Optional.of(new Second(folder)) : Optional.empty();
    }

    /// Is there a first process?
    static boolean isHeld(Path folder) throws IOException {
        if (!Files.exists(folder.resolve("lock"))) {
            return false;
        }
        Optional<FileLock> free = FileLock.tryTake(folder.resolve("lock"));
        if (free.isPresent()) {
            free.get().close();
        }
        return free.isEmpty();
    }

    private static void prepare(Path folder) throws IOException {
        PrivateFiles.createFolder(folder);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            // it may have been made by hand
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static Path narrow() {
        String runtime = System.getenv().getOrDefault("XDG_RUNTIME_DIR", "");
        Path folder = Path.of(runtime);
        return runtime.isBlank() || !Files.isWritable(folder)
                ? Path.of(System.getProperty("java.io.tmpdir", "/tmp"))
                : folder;
    }

    /// Between two looks at something that another process does.
    static void pause() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
}
