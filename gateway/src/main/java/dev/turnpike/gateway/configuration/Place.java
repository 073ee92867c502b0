package dev.turnpike.gateway.configuration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A value in a JSON file together with the way to it, so that a wrong value can be named: `channels[1].baseUrl`.
///
/// @param source the file or variable, the first words of every complaint
/// @param path empty for the whole file
/// @param node null where nothing stands; a JSON null counts as nothing
/// @param secret its value is never shown
record Place(String source, String path, @Nullable JsonNode node, boolean secret) {
    static Place root(String source, JsonNode node) {
        return new Place(source, "", node, false);
    }

    Place {
        node = node == null || node.isNull() || node.isMissingNode() ? null : node;
    }

    Place at(String key) {
        JsonNode child = node == null ? null : node.get(key);
        return new Place(source, path.isEmpty() ? key : path + "." + key, child, secret);
    }

    /// The same place, whose value and whatever stands below is never shown.
    Place hidden() {
        return new Place(source, path, node, true);
    }

    boolean isPresent() {
        return node != null;
    }

    Place object() {
        if (node != null && !node.isObject()) {
            throw wrong("an object");
        }
        return this;
    }

    List<Place> items() {
        if (node == null) {
            return List.of();
        }
        if (!node.isArray()) {
            throw wrong("an array");
        }
        List<Place> items = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            items.add(new Place(source, path + "[" + i + "]", node.get(i), secret));
        }
        return items;
    }

    /// The entries of an object in the order of the file.
    Map<String, Place> entries() {
        Map<String, Place> entries = new LinkedHashMap<>();
        if (object().node != null) {
            object().node.propertyNames().forEach(key -> entries.put(key, at(key)));
        }
        return entries;
    }

    /// Text that says something.
    String text(String expected) {
        if (node == null || !node.isString() || node.asString().isBlank()) {
            throw wrong(expected);
        }
        return node.asString();
    }

    Optional<String> optionalText(String expected) {
        if (node != null && !node.isString()) {
            throw wrong(expected);
        }
        return node == null ? Optional.empty() : Optional.of(node.asString()).filter(t -> !t.isBlank());
    }

    boolean flag(boolean otherwise) {
        if (node == null) {
            return otherwise;
        }
        if (!node.isBoolean()) {
            throw wrong("true or false");
        }
        return node.asBoolean();
    }

    int wholeNumber(int otherwise, int least, int most) {
        if (node == null) {
            return otherwise;
        }
        if (!node.isInt() || node.asInt() < least || node.asInt() > most) {
            throw wrong("a whole number from " + least + " to " + most);
        }
        return node.asInt();
    }

    /// The constant whose word stands here.
    <E> E word(E[] constants, Function<E, String> wordOf) {
        String words = Stream.of(constants).map(wordOf).collect(Collectors.joining(", "));
        String expected = "one of " + words;
        String word = text(expected);
        return Stream.of(constants)
                .filter(c -> wordOf.apply(c).equals(word))
                .findFirst()
                .orElseThrow(() -> wrong(expected));
    }

    InvalidConfiguration wrong(String expected) {
        String at = path.isEmpty() ? "" : path + ": ";
        return new InvalidConfiguration(
                source + ": " + at + "expected " + expected + ", found " + Found.in(node, secret));
    }
}
