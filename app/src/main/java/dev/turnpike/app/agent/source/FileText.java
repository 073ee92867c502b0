package dev.turnpike.app.agent.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The text of a file, if there is one.
sealed interface FileText {
    /// More than any settings file has; a larger one is something else.
    int MOST_BYTES = 4 << 20;

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
            if (Files.isRegularFile(file)) {
                return content(file);
            }
            return Files.exists(file) ? new Unreadable("is not a file") : new Missing();
        } catch (AccessDeniedException e) {
            return new Unreadable("may not be read by this user");
        } catch (IOException e) {
            return new Unreadable("cannot be read");
        }
    }

    private static FileText content(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                return new Unreadable("is too long for a settings file");
            }
            String text = new String(bytes, StandardCharsets.UTF_8);
            return new Content(text.startsWith("\uFEFF") ? text.substring(1) : text);
        }
    }
}
