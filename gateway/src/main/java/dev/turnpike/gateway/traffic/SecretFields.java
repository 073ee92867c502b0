package dev.turnpike.gateway.traffic;

import dev.turnpike.gateway.json.InvalidJson;
import dev.turnpike.gateway.json.JsonCursor;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// The values of a JSON body that carry credentials by their name or by their shape, outside the
/// conversation: what is said in it is the user's own.
final class SecretFields {
    /// Names at the top under which the conversation stands, in any dialect, whole or as one event.
    private static final Set<String> CONVERSATION = Set.of(
            "messages",
            "system",
            "prompt",
            "instructions",
            "input",
            "content",
            "content_block",
            "delta",
            "choices",
            "completion",
            "output");

    /// Names under which schemas of tools stand; `token` there is a parameter, not a token.
    private static final Set<String> SCHEMAS =
            Set.of("input_schema", "parameters", "function", "schema", "description");

    private static final int SHORTEST_SHAPE = 16;

    private final Overwriting out;

    private SecretFields(Overwriting out) {
        this.out = out;
    }

    /// Hides them in the one value that lies between these offsets.
    ///
    /// @throws InvalidJson where that is not JSON; what was found before is hidden
    static void hide(int from, int to, Overwriting out) {
        try (JsonCursor in = JsonCursor.over(out.original(), from, to)) {
            new SecretFields(out).top(in);
            in.end();
        }
    }

    /// Hides them in a value that stands at the top of a body under that name.
    ///
    /// @throws InvalidJson where that is not one value
    static void hide(String name, int from, int to, Overwriting out) {
        try (JsonCursor in = JsonCursor.over(out.original(), from, to)) {
            new SecretFields(out).member(name, in);
            in.end();
        }
    }

    /// What stands under that name at the top is the conversation.
    static boolean isSpoken(String name) {
        return CONVERSATION.contains(name);
    }

    private void top(JsonCursor in) {
        if (in.isArray()) {
            in.enterArray();
            while (in.element()) {
                top(in);
            }
        } else if (in.enterObject()) {
            while (in.field()) {
                member(in.name(), in);
            }
        }
    }

    private void member(String name, JsonCursor in) {
        if (isSpoken(name)) {
            in.skip();
        } else if (name.equals("message") && in.isObject()) {
            top(in);
        } else {
            value(name, in);
        }
    }

    /// @param name under which it stands, if need be as one of many
    private void value(String name, JsonCursor in) {
        if (in.isString()) {
            string(name, in);
        } else if (in.isArray()) {
            in.enterArray();
            while (in.element()) {
                value(name, in);
            }
        } else if (in.enterObject()) {
            while (in.field()) {
                String inner = in.name();
                if (SCHEMAS.contains(inner)) {
                    in.skip();
                } else {
                    value(inner, in);
                }
            }
        }
    }

    private void string(String name, JsonCursor in) {
        int start = in.start() + 1;
        int end = in.stop() - 1;
        if (SecretNames.has(name)) {
            out.hide(start, end);
        } else if (end - start >= SHORTEST_SHAPE) {
            shapes(start, end);
        }
    }

    private void shapes(int start, int end) {
        String text = new String(out.original(), start, end - start, StandardCharsets.ISO_8859_1);
        KeyShapes shapes = new KeyShapes(text);
        while (shapes.next()) {
            out.hide(start + shapes.start(), start + shapes.end());
        }
        if (text.contains("://")) {
            SecretTexts.hide(start, end, out);
        }
    }
}
