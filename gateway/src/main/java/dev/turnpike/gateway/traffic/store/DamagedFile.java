package dev.turnpike.gateway.traffic.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// Puts a database that cannot be read any more aside, for whoever may save something of it.
final class DamagedFile {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private DamagedFile() {}

    /// Where it is now; empty where it cannot be moved.
    static Optional<Path> setAside(Path file, Instant now) {
        String name = file.getFileName().toString().replaceFirst("\\.db$", "");
        Path aside = file.resolveSibling(name + "-damaged-" + NAME.format(now) + ".db");
        try {
            Files.move(file, aside);
            for (String journal : new String[] {"-wal", "-shm"}) {
                Path beside = file.resolveSibling(file.getFileName() + journal);
                if (Files.exists(beside)) {
                    Files.move(beside, aside.resolveSibling(aside.getFileName() + journal));
                }
            }
            return Optional.of(aside);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
