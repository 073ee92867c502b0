package dev.turnpike.gateway.traffic.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
        String resource = "/" + LibraryLoaderUtil.getNativeLibResourcePath().replaceFirst("^/", "") + "/" + name;
        try (InputStream in = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("SQLite has no native library for this system (" + resource + ")");
            }
            byte[] bytes = in.readAllBytes();
            if (Files.exists(library) && Files.size(library) == bytes.length) {
                return;
            }
            Files.createDirectories(folder);
            // another process may have the old one loaded: it is replaced, never written into
            Path written = Files.createTempFile(folder, name, ".new");
            Files.write(written, bytes);
            Files.move(written, library, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
