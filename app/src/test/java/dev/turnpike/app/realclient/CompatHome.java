package dev.turnpike.app.realclient;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;

/// The folder of a row: a home, a project, an administrator's settings.
final class CompatHome {
    private CompatHome() {}

    /// Writes the files of the row.
    ///
    /// @param filled puts what is known into the place of what stands for it
    static void write(CompatRow row, Path root, UnaryOperator<String> filled) throws IOException {
        Files.createDirectories(root.resolve("home/.claude"));
        Files.createDirectories(root.resolve(row.folder()));
        for (Map.Entry<String, String> file : row.allFiles().entrySet()) {
            Path place = root.resolve(file.getKey());
            Files.createDirectories(place.getParent());
            Files.writeString(place, filled.apply(file.getValue()));
        }
    }
}
