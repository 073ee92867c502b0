package dev.turnpike.gateway.anthropic;

import dev.turnpike.gateway.json.JsonCursor;
import java.util.ArrayList;
import java.util.List;

/// The paths of what a reader passed over: `messages[3].content[2].citations`. Nothing is made before there is some.
final class Unread {
    /// Nobody reads more, and a hostile body has millions.
    private static final int MOST = 200;

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
        if (asked && paths.size() < MOST && !in.isNull()) {
            add(in.path());
        }
        in.skip();
    }

    /// Goes into an object; what is none is passed over.
    boolean enterObject(JsonCursor in) {
        if (in.isObject()) {
            return in.enterObject();
        }
        skip(in);
        return false;
    }

    /// Goes into an array; what is none is passed over.
    boolean enterArray(JsonCursor in) {
        if (in.isArray()) {
            return in.enterArray();
        }
        skip(in);
        return false;
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
        if (asked && paths.size() < MOST) {
            paths = paths.isEmpty() ? new ArrayList<>() : paths;
            paths.add(path);
        }
    }

    void add(Unread others) {
        others.paths.forEach(this::add);
    }
}
