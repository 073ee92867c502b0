package dev.turnpike.gateway.configuration;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.concurrent.locks.ReentrantLock;

/// The right to replace a file, which one process and one thread has at a time.
///
/// A replaced file belongs to its owner alone (0600); whoever reads it sees the old text or the new one, never a part.
final class FileWriting implements AutoCloseable {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final int MOST_LINKS = 40;

    // a lock on a file is the whole process's, so threads need one of their own
    private static final ReentrantLock THREADS = new ReentrantLock();

    private final Path file;
    private final Path target;
    private final FileChannel lock;

    private FileWriting(Path file, Path target, FileChannel lock) {
        this.file = file;
        this.target = target;
        this.lock = lock;
    }

    /// Waits for whoever else writes it. The folder is made where there is none.
    ///
    /// @throws InvalidConfiguration with a line that names the file
    static FileWriting begin(Path file) {
        THREADS.lock();
        try {
            Path target = target(file);
            Path folder = target.resolveSibling(".").normalize();
            Files.createDirectories(folder, attributes("rwx------"));
            Path beside = folder.resolve("." + target.getFileName() + ".lock");
            FileChannel lock = FileChannel.open(
                    beside, EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), attributes("rw-------"));
            locked(lock);
            return new FileWriting(file, target, lock);
        } catch (IOException e) {
            THREADS.unlock();
            throw unwritable(file, e);
        } catch (RuntimeException e) {
            THREADS.unlock();
            throw e;
        }
    }

    /// Waits for the lock of other processes; a channel without one is closed.
    private static void locked(FileChannel channel) throws IOException {
        boolean got = false;
        try {
            channel.lock();
            got = true;
        } finally {
            if (!got) {
                channel.close();
            }
        }
    }

    /// Puts these bytes in the place of the file's; a link to it stays a link.
    void replace(byte[] bytes) {
        try {
            Path folder = target.resolveSibling(".").normalize();
            Path fresh = Files.createTempFile(folder, "." + target.getFileName(), ".new", attributes("rw-------"));
            try {
                write(fresh, bytes);
                Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static void write(Path fresh, byte[] bytes) throws IOException {
        try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                out.write(rest);
            }
            out.force(true);
        }
    }

    /// Where a chain of links ends, be a file there or not.
    private static Path target(Path file) throws IOException {
        Path here = file.toAbsolutePath();
        for (int i = 0; i < MOST_LINKS && Files.isSymbolicLink(here); i++) {
            Path led = real(folder(here)).resolve(Files.readSymbolicLink(here));
            here = real(folder(led)).resolve(led.getFileName());
        }
        return Files.exists(here, LinkOption.NOFOLLOW_LINKS) ? here.toRealPath() : here;
    }

    private static Path folder(Path file) {
        Path folder = file.getParent();
        return folder == null ? file : folder;
    }

    /// The folder without links in its name: `..` behind a link is above the folder that the link leads to.
    private static Path real(Path folder) throws IOException {
        try {
            return folder.toRealPath();
        } catch (NoSuchFileException e) {
            Path above = folder.getParent();
            return above == null
                    ? folder
                    : real(above).resolve(folder.getFileName()).normalize();
        }
    }

    private static FileAttribute<?>[] attributes(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static InvalidConfiguration unwritable(Path file, IOException e) {
        return new InvalidConfiguration(file + ": cannot be written: " + FileState.why(e));
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            // the system lets go of it anyway
        } finally {
            THREADS.unlock();
        }
    }
}
