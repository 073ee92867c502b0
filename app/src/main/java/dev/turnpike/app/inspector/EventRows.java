package dev.turnpike.app.inspector;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The events of a stream as rows of a tree.
final class EventRows {
    private static final int MOST = 5_000;

    private EventRows() {}

    /// One row an event; none where the text is no stream of events.
    static List<JsonRow> of(String stream) {
        List<JsonRow> rows = new ArrayList<>();
        String name = "";
        for (String line : stream.lines().toList()) {
            if (line.startsWith("event:")) {
                name = line.substring("event:".length()).strip();
            } else if (line.startsWith("data:") && rows.size() < MOST) {
                byte[] data = line.substring("data:".length()).strip().getBytes(StandardCharsets.UTF_8);
                Optional<JsonRow> row = data.length == 0 ? Optional.empty() : JsonRow.root(data);
                if (row.isPresent()) {
                    rows.add(row.get().named(name.isEmpty() ? Integer.toString(rows.size()) : name));
                }
            }
        }
        return rows;
    }
}
