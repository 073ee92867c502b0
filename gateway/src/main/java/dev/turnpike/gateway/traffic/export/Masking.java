package dev.turnpike.gateway.traffic.export;

import dev.turnpike.gateway.json.InvalidJson;
import dev.turnpike.gateway.json.JsonCursor;
import dev.turnpike.gateway.json.RawJson;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Takes known shapes of secrets out of what is exported. JSON stays JSON: only what its strings say is looked at, as
/// it reads without escapes.
///
/// @param words what a text becomes
record Masking(UnaryOperator<String> words) {
    /// Arguments of calls are JSON in a string of JSON; nobody nests more.
    private static final int DEEPEST = 4;

    /// Any text; where it is an object or an array of JSON, it stays one.
    String text(String text) {
        return text(text, DEEPEST);
    }

    private String text(String text, int deeper) {
        if (deeper > 0) {
            Optional<RawJson> json = container(text);
            if (json.isPresent()) {
                RawJson masked = json(json.get(), deeper);
                return masked.equals(json.get()) ? text : masked.text();
            }
        }
        return words.apply(text);
    }

    /// The same value where there is nothing to mask.
    RawJson json(RawJson value) {
        return json(value, DEEPEST);
    }

    private RawJson json(RawJson value, int deeper) {
        return JsonStrings.replaced(value, new JsonStrings.Replacement() {
            @Override
            public String value(JsonCursor at, String text) {
                return text(text, deeper - 1);
            }

            @Override
            public String name(String name) {
                return words.apply(name);
            }
        });
    }

    /// The object or array that this text is; empty where it is anything else.
    static Optional<RawJson> container(String text) {
        String bare = text.strip();
        if (!bare.startsWith("{") && !bare.startsWith("[")) {
            return Optional.empty();
        }
        try (JsonCursor in = JsonCursor.over(RawJson.of(bare))) {
            RawJson value = in.raw();
            in.end();
            return Optional.of(value);
        } catch (InvalidJson _) {
            return Optional.empty();
        }
    }
}
