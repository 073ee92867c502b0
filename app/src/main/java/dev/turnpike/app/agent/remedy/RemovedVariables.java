package dev.turnpike.app.agent.remedy;

import dev.turnpike.app.platform.PrivateFiles;
import dev.turnpike.app.platform.RegistryValue;
import dev.turnpike.gateway.json.JsonWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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

    /// It is back where it was.
    public void forget(RegistryValue value) throws IOException {
        Files.deleteIfExists(file(value));
    }

    /// Where it is written down.
    public Path file(RegistryValue value) {
        return folder.resolve(value.name() + ".json");
    }
}
