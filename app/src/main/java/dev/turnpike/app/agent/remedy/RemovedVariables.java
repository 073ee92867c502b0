package dev.turnpike.app.agent.remedy;

import dev.turnpike.app.platform.PrivateFiles;
import dev.turnpike.app.platform.RegistryValue;
import dev.turnpike.app.platform.RegularFile;
import dev.turnpike.gateway.json.InvalidJson;
import dev.turnpike.gateway.json.JsonDocument;
import dev.turnpike.gateway.json.JsonWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The values that were taken out of the registry, each in a file of its own until it is put back.
///
/// @param folder of Turnpike's own
public record RemovedVariables(Path folder) {
    /// Writes a value down; a later one of that name takes the place of an earlier one.
    public void keep(RegistryValue value) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonWriter json = new JsonWriter(out)) {
            json.object()
                    .field("name", value.name())
                    .field("type", value.type())
                    .field("text", value.text())
                    .endObject();
        }
        PrivateFiles.createFolder(folder);
        PrivateFiles.replace(file(value), out.toByteArray());
    }

    /// A value, and when it was written down.
    public record Removed(RegistryValue value, Instant since) {}

    /// All that are written down, by name.
    public List<Removed> all() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Removed> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                read(file).ifPresent(all::add);
            }
        }
        return all;
    }

    private static Optional<Removed> read(Path file) throws IOException {
        try {
            JsonDocument json = JsonDocument.of(RegularFile.read(file));
            Optional<String> name = json.string("/name");
            Optional<String> type = json.string("/type");
            Optional<String> text = json.string("/text");
            return name.isEmpty() || type.isEmpty() || text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Removed(
                            new RegistryValue(name.get(), type.get(), text.get()),
                            Files.getLastModifiedTime(file).toInstant()));
        } catch (InvalidJson e) {
            // nothing of ours
            return Optional.empty();
        }
    }

    /// It is back where it was.
    public void forget(RegistryValue value) throws IOException {
        Files.deleteIfExists(file(value));
    }

    /// Where it is written down.
    public Path file(RegistryValue value) {
        return folder.resolve(value.name() + ".json");
    }
}
