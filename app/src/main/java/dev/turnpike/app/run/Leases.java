package dev.turnpike.app.run;

import dev.turnpike.app.platform.FileLock;
import dev.turnpike.app.platform.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Who needs the gateway: a folder with one held file a running `turnpike run`, and the lock under which a gateway is
/// looked for, started and ended.
public final class Leases {
    private static final String ENDING = ".lease";
    private static final String SETTINGS_ENDING = ".json";

    private final Path folder;

    /// @param home Turnpike's own folder
    public Leases(Path home) {
        this.folder = home.resolve("runs");
    }

    /// One running `turnpike run`.
    public static final class Lease implements AutoCloseable {
        private final Path file;
        private final FileLock lock;

        private Lease(Path file, FileLock lock) {
            this.file = file;
            this.lock = lock;
        }

        /// Where this run may keep the settings that it hands over; removed with the lease.
        public Path settingsFile() {
            return settingsOf(file);
        }

        @Override
        public void close() throws IOException {
            remove(file);
            lock.close();
        }
    }

    /// Takes a lease.
    public Lease take() throws IOException {
        PrivateFiles.createFolder(folder);
        String name = ProcessHandle.current().pid() + "-" + UUID.randomUUID();
        Path fresh = folder.resolve(name + ".new");
        FileLock lock = FileLock.take(fresh);
        // it gets its name when it is held: a named one that nobody holds is a dead one
        Path file = Files.move(fresh, folder.resolve(name + ENDING), StandardCopyOption.ATOMIC_MOVE);
        return new Lease(file, lock);
    }

    /// Is any lease held? Removes what ended runs left behind.
    public boolean anyHeld() throws IOException {
        boolean held = false;
        for (Path file : files()) {
            try {
                Optional<FileLock> free = FileLock.tryTake(file);
                if (free.isPresent()) {
                    remove(file);
                    free.get().close();
                } else {
                    held = true;
                }
            } catch (NoSuchFileException e) {
                // its run ended just now
            }
        }
        return held;
    }

    /// Nobody else looks for, starts or ends a gateway until this is closed. Waits for its turn.
    FileLock starting() throws IOException {
        PrivateFiles.createFolder(folder);
        return FileLock.take(folder.resolve("start.lock"));
    }

    /// Tries to become the one that ends the gateway: nobody holds a lease and nobody is looking for a gateway. Once
    /// true, it stays true until this process ends.
    public boolean mayEnd() throws IOException {
        PrivateFiles.createFolder(folder);
        Path file = folder.resolve("start.lock");
        Optional<FileLock> lock = FileLock.tryTake(file, StandardOpenOption.CREATE);
        if (lock.isEmpty()) {
            return false;
        }
        if (anyHeld()) {
            lock.get().close();
            return false;
        }
        // kept: who comes now waits until this process is gone, and then starts another one
        return true;
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(f -> f.toString().endsWith(ENDING)).toList();
        }
    }

    private static void remove(Path lease) throws IOException {
        Files.deleteIfExists(settingsOf(lease));
        Files.deleteIfExists(lease);
    }

    private static Path settingsOf(Path lease) {
        String name = lease.getFileName().toString();
        return lease.resolveSibling(name.substring(0, name.length() - ENDING.length()) + SETTINGS_ENDING);
    }
}
