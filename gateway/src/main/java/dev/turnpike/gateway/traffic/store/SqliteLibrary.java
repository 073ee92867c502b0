package dev.turnpike.gateway.traffic.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/// Finds the native part of SQLite a place of its own.
///
/// Left alone, the driver unpacks it under a new name at every start into a folder for temporary files, where nobody
/// removes it when a process is killed, and from where some systems load no code.
final class SqliteLibrary {
    private static final String PATH = "org.sqlite.lib.path";

    private SqliteLibrary() {}

    /// Makes sure that it can be loaded: from the program's own image, else unpacked once into that folder.
    static synchronized void prepare(Path folder) throws IOException {
        if (System.getProperty(PATH) != null) {
            return;
        }
        String name = LibraryLoaderUtil.getNativeLibName();
        Path image = Path.of(System.getProperty("java.home"), "lib");
        Path own = folder.resolve("sqlite-" + SQLiteJDBCLoader.getVersion());
        if (!Files.exists(image.resolve(name))) {
            unpack(name, own);
            System.setProperty(PATH, own.toString());
        } else {
            System.setProperty(PATH, image.toString());
        }
    }

    private static void unpack(String name, Path folder) throws IOException {
        Path library = folder.resolve(name);
        if (Files.exists(library) && Files.size(library) > 0) {
            // it came there whole
            return;
        }
        String resource = "/" + LibraryLoaderUtil.getNativeLibResourcePath().replaceFirst("^/", "") + "/" + name;
        try (InputStream in = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("SQLite has no native library for this system (" + resource + ")");
            }
            Files.createDirectories(folder);
            // another process may be about to load it
            Path written = Files.createTempFile(folder, name, ".new");
            Files.write(written, in.readAllBytes());
            Files.move(written, library, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
