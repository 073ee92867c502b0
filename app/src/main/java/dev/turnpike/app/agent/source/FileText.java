package dev.turnpike.app.agent.source;

import dev.turnpike.app.platform.RegularFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// The text of a file, if there is one.
sealed interface FileText {
    /// There is none.
    record Missing() implements FileText {}

    /// There is one, and it cannot be read.
    ///
    /// @param why in a few words
    record Unreadable(String why) implements FileText {}

    /// What it says, without a byte order mark. May be secret.
    record Content(String text) implements FileText {
        @Override
        public String toString() {
            return "Content[" + text.length() + "]";
        }
    }

    /// Reads it; a pipe or a device is never opened, since that may wait for ever.
    static FileText of(Path file) {
        try {
            return Files.exists(file) ? content(file) : new Missing();
        } catch (NoSuchFileException e) {
            return new Missing();
        } catch (RegularFile.Unfit e) {
            return new Unreadable(String.valueOf(e.getMessage()));
        } catch (AccessDeniedException e) {
            return new Unreadable("may not be read by this user");
        } catch (IOException e) {
            return new Unreadable("cannot be read");
        }
    }

    private static FileText content(Path file) throws IOException {
        String text = new String(RegularFile.read(file), StandardCharsets.UTF_8);
        return new Content(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }
}
