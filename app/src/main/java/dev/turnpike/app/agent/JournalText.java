package dev.turnpike.app.agent;

import dev.turnpike.app.agent.JournalEntry.State;
import dev.turnpike.gateway.json.JsonDocument;
import dev.turnpike.gateway.json.JsonWriter;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The journal as JSON.
final class JournalText {
    private JournalText() {}

    static byte[] of(List<JournalEntry> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonWriter json = new JsonWriter(out)) {
            json.object().field("version", 2).name("edits").array();
            entries.forEach(entry -> write(entry, json));
            json.endArray().endObject();
        }
        return out.toByteArray();
    }

    private static void write(JournalEntry entry, JsonWriter json) {
        json.object()
                .field("id", entry.id())
                .field("target", entry.target().toString())
                .field("named", entry.named().toString())
                .field("owner", entry.owner().toString())
                .field("state", entry.state().name().toLowerCase(Locale.ROOT))
                .field("time", entry.time().toString())
                .field("turnpike", entry.version())
                .field("shaBefore", entry.shaBefore())
                .field("shaAfter", entry.shaAfter());
        entry.replaces().ifPresent(id -> json.field("replaces", id));
        entry.original().ifPresent(text -> json.field("original", text));
        json.name("made").array();
        entry.made().forEach(json::string);
        json.endArray().name("declined").array();
        entry.declined().forEach(json::string);
        json.endArray().name("keys").array();
        entry.keys().forEach(key -> {
            json.object().field("place", key.place()).field("ours", key.ours());
            key.before().ifPresent(before -> json.field("before", before));
            json.endObject();
        });
        json.endArray().endObject();
    }

    static List<JournalEntry> read(byte[] utf8) {
        JsonDocument json = JsonDocument.of(utf8);
        List<JournalEntry> entries = new ArrayList<>();
        for (int i = 0; i < json.size("/edits"); i++) {
            entries.add(entry(json, "/edits/" + i));
        }
        return entries;
    }

    private static JournalEntry entry(JsonDocument json, String at) {
        List<KeyEdit> keys = new ArrayList<>();
        for (int i = 0; i < json.size(at + "/keys"); i++) {
            String key = at + "/keys/" + i;
            // the first version knew variables alone
            String place = json.string(key + "/place").orElseGet(() -> KeyEdit.place(text(json, key + "/name")));
            keys.add(new KeyEdit(place, json.string(key + "/before"), text(json, key + "/ours")));
        }
        Path target = Path.of(text(json, at + "/target"));
        return new JournalEntry(
                text(json, at + "/id"),
                target,
                json.string(at + "/named").map(Path::of).orElse(target),
                json.string(at + "/owner").map(Path::of).orElse(target),
                json.string(at + "/replaces"),
                json.string(at + "/original"),
                text(json, at + "/shaBefore"),
                text(json, at + "/shaAfter"),
                keys,
                made(json, at),
                texts(json, at + "/declined"),
                Instant.parse(text(json, at + "/time")),
                text(json, at + "/turnpike"),
                State.valueOf(text(json, at + "/state").toUpperCase(Locale.ROOT)));
    }

    private static List<String> made(JsonDocument json, String at) {
        if (json.raw(at + "/madeEnv").equals(Optional.of("true"))) {
            return List.of("/env");
        }
        return texts(json, at + "/made");
    }

    /// None where an earlier version wrote no such list.
    private static List<String> texts(JsonDocument json, String at) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < json.size(at); i++) {
            texts.add(text(json, at + "/" + i));
        }
        return texts;
    }

    private static String text(JsonDocument json, String at) {
        return json.string(at).orElseThrow(() -> new IllegalArgumentException("nothing at " + at));
    }
}
