package dev.turnpike.app.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/// Files that only their owner may read.
public final class PrivateFiles {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private PrivateFiles() {}

    /// A look at a file that is about to be replaced.
    public interface Look {
        void look() throws IOException;
    }

    /// Makes a folder and its parents; the ones that are new belong to their owner alone (0700).
    public static void createFolder(Path folder) throws IOException {
        if (POSIX) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
    }

    /// Makes a file that is new and belongs to its owner alone (0600) before the first byte is in it.
    public static void write(Path file, String text) throws IOException {
        create(file);
        Files.write(file, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.WRITE);
    }

    /// Makes an empty file of that kind.
    public static void create(Path file) throws IOException {
        if (POSIX) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }

    /// Puts a whole file in the place of another one, in one step: whoever looks sees the old one or the new one. It
    /// keeps the owner, the group and the mode of the old one; a new one belongs to its owner alone (0600).
    public static void replace(Path file, byte[] content) throws IOException {
        replace(file, content, FileSteps.SYSTEM);
    }

    /// The same, by these steps.
    public static void replace(Path file, byte[] content, FileSteps steps) throws IOException {
        replace(file, content, steps, () -> {});
    }

    /// The same, unless a last look at the old file objects.
    ///
    /// @param look when everything else is done; what it throws keeps the old file
    public static void replace(Path file, byte[] content, FileSteps steps, Look look) throws IOException {
        Path fresh = file.resolveSibling("." + file.getFileName() + "." + Long.toHexString(System.nanoTime()));
        try {
            steps.create(fresh);
            steps.fill(fresh, content);
            steps.makeLike(fresh, file);
            look.look();
            steps.move(fresh, file);
        } finally {
            steps.delete(fresh);
        }
    }
}
