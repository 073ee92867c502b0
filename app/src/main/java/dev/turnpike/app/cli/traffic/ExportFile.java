package dev.turnpike.app.cli.traffic;

import dev.turnpike.app.platform.PrivateFiles;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// A file for its owner alone (0600), which is there when it is whole and not before.
public final class ExportFile {
    private ExportFile() {}

    /// Writes what it is to have in it.
    public interface Content {
        void to(OutputStream out) throws IOException;
    }

    /// Writes it beside its place, and puts it there; whatever was there is replaced.
    ///
    /// @throws IOException where it cannot be written; nothing has changed then
    public static void write(Path file, Content content) throws IOException {
        Path fresh = file.resolveSibling("." + file.getFileName() + "." + Long.toHexString(System.nanoTime()));
        PrivateFiles.create(fresh);
        // for an interrupt in the middle
        fresh.toFile().deleteOnExit();
        try {
            try (OutputStream out =
                    new BufferedOutputStream(Files.newOutputStream(fresh, StandardOpenOption.WRITE), 1 << 16)) {
                content.to(out);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
