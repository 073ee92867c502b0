package dev.turnpike.app;

import dev.turnpike.app.platform.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// The bodies that copied commands read from files, for as long as the application runs.
///
/// @param folder in which they are
record KeptBodies(Path folder) {
    private static final System.Logger LOG = System.getLogger(KeptBodies.class.getName());

    /// Keeps one; returns the folder.
    Path keep(String name, byte[] content) throws IOException {
        PrivateFiles.createFolder(folder);
        PrivateFiles.replace(folder.resolve(name), content);
        return folder;
    }

    /// Removes all: a command that was copied in another run is not likely to be run any more.
    void forget() {
        try (Stream<Path> files = Files.exists(folder) ? Files.list(folder) : Stream.of()) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "old bodies stay", e);
        }
    }
}
