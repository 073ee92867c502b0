package dev.turnpike.app.platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/// Reads files that somebody else made: a pipe or a device, which may be waited for, is never opened, and of a file
/// without an end no more is read than fits.
public final class RegularFile {
    /// The file in which Claude Code remembers things grows with every project, beyond 64 MiB for some.
    private static final int MOST_BYTES = 256 << 20;

    private RegularFile() {}

    /// Something else than what was to be read; the message is a few words, as in `is not a file`.
    public static final class Unfit extends IOException {
        private static final long serialVersionUID = 1L;

        Unfit(String message) {
            super(message);
        }
    }

    /// All that a file holds.
    ///
    /// @throws Unfit where it is no file, or a larger one than anybody's settings are
    public static byte[] read(Path file) throws IOException {
        return read(file, MOST_BYTES);
    }

    static byte[] read(Path file, int most) throws IOException {
        BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
        if (!found.isRegularFile()) {
            throw new Unfit("is not a file");
        }
        byte[] bytes = new byte[0];
        if (found.size() <= most) {
            try (InputStream in = Files.newInputStream(file)) {
                // it may grow, and what the system makes up says that it is empty
                bytes = in.readNBytes(most + 1);
            }
        }
        if (Math.max(found.size(), bytes.length) > most) {
            throw new Unfit("is too long for a settings file");
        }
        return bytes;
    }
}
