package dev.turnpike.gateway.configuration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/// What a file holds at one moment; two states are equal when nothing changed.
sealed interface FileState {
    /// It, or its folder, is not there.
    record Missing() implements FileState {}

    /// It is there and cannot be read.
    record Unreadable(String why) implements FileState {}

    /// It can be read.
    ///
    /// @param latin its bytes, one character each, so that states compare by content
    record Present(String latin) implements FileState {
        byte[] content() {
            return latin.getBytes(StandardCharsets.ISO_8859_1);
        }

        boolean isBlank() {
            return latin.isBlank();
        }
    }

    /// Reads it; symbolic links are followed.
    static FileState of(Path file) {
        try {
            if (Files.isDirectory(file)) {
                return new Unreadable("it is a folder");
            }
            return new Present(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        } catch (NoSuchFileException e) {
            return new Missing();
        } catch (IOException e) {
            return new Unreadable(why(e));
        }
    }

    /// What stands in the way of a file, in a few words.
    static String why(IOException fault) {
        return switch (fault) {
            case AccessDeniedException e -> "permission denied";
            case FileSystemException e -> e.getReason() == null ? "it cannot be opened" : e.getReason();
            default -> String.valueOf(fault.getMessage()).lines().findFirst().orElse("");
        };
    }

    /// What a look at the folder tells without opening the file: enough to see that most polls have nothing to do.
    record Stamp(FileTime modified, long size, @Nullable Object fileKey) {
        /// Null where there is nothing to look at.
        static @Nullable Stamp of(Path file) {
            try {
                BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
                return new Stamp(found.lastModifiedTime(), found.size(), found.fileKey());
            } catch (IOException e) {
                return null;
            }
        }
    }
}
