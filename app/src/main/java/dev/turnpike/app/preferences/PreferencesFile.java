package dev.turnpike.app.preferences;

import dev.turnpike.app.platform.PrivateFiles;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `preferences.json` in Turnpike's folder: private, written in one step. One that cannot be read is kept aside.
final class PreferencesFile {
    private static final int MOST_LINKS = 40;

    private final Path file;
    private boolean stuck;
    private ObjectNode had = JsonNodeFactory.instance.objectNode();

    PreferencesFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /// What was read.
    ///
    /// @param notice for the user, where the file could not be used
    record Reading(Preferences preferences, Optional<String> notice) {}

    Reading read() {
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length == 0) {
                return new Reading(Preferences.DEFAULT, Optional.empty());
            }
            if (JsonMapper.shared().readTree(bytes) instanceof ObjectNode json) {
                had = json;
                return new Reading(PreferencesForm.read(json), Optional.empty());
            }
            return unusable();
        } catch (NoSuchFileException e) {
            return new Reading(Preferences.DEFAULT, Optional.empty());
        } catch (IOException | JacksonException e) {
            return unusable();
        }
    }

    private Reading unusable() {
        return new Reading(Preferences.DEFAULT, Optional.of(file + " cannot be read; " + aside()));
    }

    private String aside() {
        for (int number = 1; ; number++) {
            Path place = file.resolveSibling("preferences.unreadable-" + number + ".json");
            try {
                // no replacing: what was kept before stays
                Files.createLink(place, file);
                Files.delete(file);
                return "it is kept as " + place.getFileName();
            } catch (FileAlreadyExistsException e) {
                // the next number
            } catch (IOException | UnsupportedOperationException e) {
                return moved(place);
            }
        }
    }

    private String moved(Path place) {
        try {
            Files.move(file, place);
            return "it is kept as " + place.getFileName();
        } catch (IOException e) {
            stuck = true;
            return "it cannot be moved aside either, so nothing is saved";
        }
    }

    /// Writes the preferences over what was read.
    void write(Preferences preferences) throws IOException {
        if (stuck) {
            throw new IOException(file + " is in the way and cannot be read");
        }
        Path target = target();
        Path folder = target.getParent();
        if (folder != null) {
            PrivateFiles.createFolder(folder);
        }
        Path fresh = target.resolveSibling(target.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        PrivateFiles.write(fresh, PreferencesForm.write(preferences, had));
        Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /// Where a chain of links ends, be a file there or not: a link stays a link.
    private Path target() throws IOException {
        Path here = file;
        for (int i = 0; i < MOST_LINKS && Files.isSymbolicLink(here); i++) {
            here = here.resolveSibling(Files.readSymbolicLink(here)).normalize();
        }
        return here;
    }
}
