package dev.turnpike.gateway.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The way to a value, name by name, as RFC 6901 writes it: `/env/ANTHROPIC_BASE_URL`, `/channels/2`.
public record JsonPointer(List<String> names) {
    public JsonPointer {
        names = List.copyOf(names);
    }

    public static JsonPointer of(String pointer) {
        if (pointer.isEmpty()) {
            return new JsonPointer(List.of());
        }
        if (pointer.charAt(0) != '/') {
            throw new IllegalArgumentException("a JSON pointer begins with a slash");
        }
        return new JsonPointer(Arrays.stream(pointer.substring(1).split("/", -1))
                .map(name -> name.replace("~1", "/").replace("~0", "~"))
                .toList());
    }

    /// The way to a member of what this leads to.
    public JsonPointer to(String name) {
        List<String> longer = new ArrayList<>(names);
        longer.add(name);
        return new JsonPointer(longer);
    }

    JsonPointer parent() {
        return new JsonPointer(names.subList(0, names.size() - 1));
    }

    String last() {
        return names.getLast();
    }

    boolean isRoot() {
        return names.isEmpty();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        names.forEach(name -> text.append('/').append(name.replace("~", "~0").replace("/", "~1")));
        return text.toString();
    }
}
