package dev.turnpike.app.agent.doctor;

import dev.turnpike.app.platform.PrivateFiles;
import dev.turnpike.gateway.json.InvalidJson;
import dev.turnpike.gateway.json.JsonDocument;
import dev.turnpike.gateway.json.JsonWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/// The findings that a user knows of and leaves as they are, by their keys; a file of Turnpike's own.
public final class Accepted {
    private final Path file;

    public Accepted(Path file) {
        this.file = file;
    }

    /// Whether the finding was accepted; one with other evidence was not.
    public synchronized boolean has(Finding finding) {
        return keys().contains(finding.key());
    }

    /// Accepts it from now on.
    public synchronized void add(Finding finding) {
        Set<String> keys = keys();
        if (keys.add(finding.key())) {
            write(keys);
        }
    }

    /// Tells it again from now on.
    public synchronized void remove(Finding finding) {
        Set<String> keys = keys();
        if (keys.remove(finding.key())) {
            write(keys);
        }
    }

    /// A file that cannot be read costs that findings are told again, nothing more.
    private Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        try {
            if (Files.exists(file)) {
                JsonDocument json = JsonDocument.of(Files.readAllBytes(file));
                for (int i = 0; i < json.size("/accepted"); i++) {
                    json.string("/accepted/" + i).ifPresent(keys::add);
                }
            }
        } catch (IOException | InvalidJson e) {
            System.getLogger(Accepted.class.getName())
                    .log(System.Logger.Level.WARNING, "what was accepted cannot be read", e);
        }
        return keys;
    }

    private void write(Set<String> keys) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonWriter json = new JsonWriter(out)) {
            json.object().field("version", 1).name("accepted").array();
            keys.forEach(json::string);
            json.endArray().endObject();
        }
        try {
            Path folder = file.getParent();
            if (folder != null) {
                PrivateFiles.createFolder(folder);
            }
            PrivateFiles.replace(file, out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
