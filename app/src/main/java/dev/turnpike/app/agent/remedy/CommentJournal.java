package dev.turnpike.app.agent.remedy;

import dev.turnpike.app.platform.PrivateFiles;
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

/// Which lines were commented out and are so still; a file of its owner alone.
record CommentJournal(Path file) {
    /// @throws IOException where what was done earlier cannot be told
    List<CommentedLine> lines() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            JsonDocument json = JsonDocument.of(Files.readAllBytes(file));
            List<CommentedLine> lines = new ArrayList<>();
            for (int i = 0; i < json.size("/lines"); i++) {
                lines.add(line(json, "/lines/" + i));
            }
            return lines;
        } catch (InvalidJson | IllegalArgumentException e) {
            throw new IOException(file + " cannot be read; move it away to begin anew", e);
        }
    }

    void add(CommentedLine line) throws IOException {
        List<CommentedLine> lines = new ArrayList<>(lines());
        lines.add(line);
        write(lines);
    }

    void remove(CommentedLine line) throws IOException {
        List<CommentedLine> lines = new ArrayList<>(lines());
        lines.removeIf(other -> other.id().equals(line.id()));
        write(lines);
    }

    private void write(List<CommentedLine> lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonWriter json = new JsonWriter(out)) {
            json.object().field("version", 1).name("lines").array();
            lines.forEach(line -> json.object()
                    .field("id", line.id())
                    .field("named", line.named().toString())
                    .field("target", line.target().toString())
                    .field("line", Integer.toString(line.line()))
                    .field("variable", line.variable())
                    .field("lineHash", line.lineHash())
                    .field("marker", line.marker())
                    .field("shaBefore", line.shaBefore())
                    .field("shaAfter", line.shaAfter())
                    .field("backup", line.backup().toString())
                    .field("at", line.at().toString())
                    .endObject());
            json.endArray().endObject();
        }
        PrivateFiles.createFolder(folder());
        PrivateFiles.replace(file, out.toByteArray());
    }

    private Path folder() {
        return file.toAbsolutePath().resolveSibling("");
    }

    private static CommentedLine line(JsonDocument json, String at) {
        return new CommentedLine(
                text(json, at + "/id"),
                Path.of(text(json, at + "/named")),
                Path.of(text(json, at + "/target")),
                Integer.parseInt(text(json, at + "/line")),
                text(json, at + "/variable"),
                text(json, at + "/lineHash"),
                text(json, at + "/marker"),
                text(json, at + "/shaBefore"),
                text(json, at + "/shaAfter"),
                Path.of(text(json, at + "/backup")),
                Instant.parse(text(json, at + "/at")));
    }

    private static String text(JsonDocument json, String at) {
        return json.string(at).orElseThrow(() -> new IllegalArgumentException("nothing at " + at));
    }
}
