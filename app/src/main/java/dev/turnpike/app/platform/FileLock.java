package dev.turnpike.app.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;

/// A file that one process holds. The operating system lets go of it when that process ends, however it ends.
public final class FileLock implements AutoCloseable {
    private final FileChannel channel;

    private FileLock(FileChannel channel) {
        this.channel = channel;
    }

    /// Takes the lock, or waits for another process that holds it. The file is made where there is none.
    ///
    /// Threads of this process must agree among themselves first.
    public static FileLock take(Path file) throws IOException {
        FileChannel channel = open(file, StandardOpenOption.CREATE);
        try {
            channel.lock();
            return new FileLock(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /// Takes the lock of an existing file, or nothing where somebody holds it.
    public static Optional<FileLock> tryTake(Path file, StandardOpenOption... options) throws IOException {
        FileChannel channel = open(file, options);
        try {
            if (channel.tryLock() != null) {
                return Optional.of(new FileLock(channel));
            }
        } catch (OverlappingFileLockException e) {
            // this process holds it
        }
        channel.close();
        return Optional.empty();
    }

    private static FileChannel open(Path file, StandardOpenOption... options) throws IOException {
        StandardOpenOption[] all = Arrays.copyOf(options, options.length + 1);
        all[options.length] = StandardOpenOption.WRITE;
        return FileChannel.open(file, all);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
