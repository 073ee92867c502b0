package dev.turnpike.gateway.anthropic;

import dev.turnpike.gateway.json.JsonCursor;
import java.util.ArrayList;
import java.util.List;

/// The paths of what a reader passed over: `messages[3].content[2].citations`. Nothing is made before there is some.
final class Unread {
    private final boolean asked;
    private List<String> paths = List.of();

    /// @param asked somebody wants to know
    Unread(boolean asked) {
        this.asked = asked;
    }

    boolean isAsked() {
        return asked;
    }

    List<String> paths() {
        return paths;
    }

    /// Passes over a value, and notes it where it says something.
    void skip(JsonCursor in) {
        if (asked && !in.isNull()) {
            add(in.path());
        }
        in.skip();
    }

    /// The string; what is none is passed over.
    String string(JsonCursor in) {
        if (in.isString()) {
            return in.string();
        }
        skip(in);
        return "";
    }

    void add(String path) {
        if (asked) {
            paths = paths.isEmpty() ? new ArrayList<>() : paths;
            paths.add(path);
        }
    }

    void add(Unread others) {
        others.paths.forEach(this::add);
    }
}
