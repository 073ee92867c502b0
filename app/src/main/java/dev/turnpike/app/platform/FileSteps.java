package dev.turnpike.app.platform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;

/// The single steps by which files are changed, so that what a sudden end between any two of them leaves can be tried.
public interface FileSteps {
    /// Those of the operating system.
    FileSteps SYSTEM = new FileSteps() {};

    default void createFolder(Path folder) throws IOException {
        PrivateFiles.createFolder(folder);
    }

    /// Makes an empty file that belongs to its owner alone.
    default void create(Path file) throws IOException {
        PrivateFiles.create(file);
    }

    /// Writes all of it, down to the disk.
    default void fill(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    /// Gives a file the owner, the group and the mode of another one.
    default void makeLike(Path file, Path other) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view == null || !Files.exists(other)) {
            return;
        }
        PosixFileAttributes wanted = Files.readAttributes(other, PosixFileAttributes.class);
        PosixFileAttributes now = view.readAttributes();
        try {
            if (!now.owner().equals(wanted.owner())) {
                view.setOwner(wanted.owner());
            }
            if (!now.group().equals(wanted.group())) {
                view.setGroup(wanted.group());
            }
        } catch (IOException e) {
            throw new IOException(
                    "its owner " + wanted.owner() + " or group " + wanted.group() + " could not be kept", e);
        }
        view.setPermissions(wanted.permissions());
    }

    /// Puts a file in the place of another one, in one step.
    default void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// Removes a file where it is there.
    default void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }
}
