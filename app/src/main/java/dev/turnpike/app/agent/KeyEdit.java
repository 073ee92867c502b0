package dev.turnpike.app.agent;

import dev.turnpike.gateway.json.JsonDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One value of a file, before our edit and with it.
///
/// @param place where it stands, as a JSON pointer: `/env/ANTHROPIC_BASE_URL`
/// @param before its JSON text; empty where it was not there
/// @param ours the JSON text that we write
record KeyEdit(String place, Optional<String> before, String ours) {
    private static final String ENV = "/env/";

    /// Where a variable stands in a settings file.
    static String place(String variable) {
        return ENV + escaped(variable);
    }

    /// Where a member of a file stands.
    static String member(String name) {
        return "/" + escaped(name);
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /// How it is called: a variable, or the member.
    String name() {
        return place.substring(place.lastIndexOf('/') + 1).replace("~1", "/").replace("~0", "~");
    }

    /// The objects around a place, the innermost first; not the file itself.
    static List<String> around(String place) {
        List<String> around = new ArrayList<>();
        for (int end = place.lastIndexOf('/'); end > 0; end = place.lastIndexOf('/', end - 1)) {
            around.add(place.substring(0, end));
        }
        return around;
    }

    /// Whether the file still has what we wrote.
    boolean isOurs(JsonDocument now) {
        return now.raw(place).filter(ours::equals).isPresent();
    }

    /// What we write, where it is a text.
    Optional<String> text() {
        return JsonDocument.of("{\"v\":" + ours + "}").string("/v");
    }

    /// Whether it only takes a foreign value out of effect.
    boolean isBlank() {
        return ours.equals("\"\"");
    }

    /// The file with what was there before us.
    JsonDocument takenBack(JsonDocument now) {
        return before.map(json -> now.with(place, json)).orElseGet(() -> now.without(place));
    }

    @Override
    public String toString() {
        return "KeyEdit[" + place + "]";
    }
}
