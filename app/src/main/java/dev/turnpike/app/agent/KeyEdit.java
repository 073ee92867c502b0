package dev.turnpike.app.agent;

import dev.turnpike.gateway.json.JsonDocument;
import java.util.Optional;

/// One variable in the `env` of a settings file, before our edit and with it.
///
/// @param before its JSON text; empty where it was not there
/// @param ours the JSON text that we write
record KeyEdit(String name, Optional<String> before, String ours) {
    /// Where a variable stands in a settings file.
    static String place(String name) {
        return "/env/" + name.replace("~", "~0").replace("/", "~1");
    }

    /// Whether the file still has what we wrote.
    boolean isOurs(JsonDocument now) {
        return now.raw(place(name)).filter(ours::equals).isPresent();
    }

    /// The file with what was there before us.
    JsonDocument takenBack(JsonDocument now) {
        return before.map(json -> now.with(place(name), json)).orElseGet(() -> now.without(place(name)));
    }

    @Override
    public String toString() {
        return "KeyEdit[" + name + "]";
    }
}
