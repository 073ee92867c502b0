package dev.turnpike.app.preferences;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Preferences as JSON. A value that makes no sense counts as not there; a key that we do not know stays.
final class PreferencesForm {
    private static final String THEME = "theme";
    private static final String LANGUAGE = "language";
    private static final String CLOSING = "closing";
    private static final String QUITTING = "quitting";
    private static final String HIDDEN = "startHidden";
    private static final String WINDOW = "window";
    private static final String SPLITTERS = "splitters";
    private static final String ROOM = "room";
    private static final String FILTERS = "filters";
    private static final String ONBOARDED = "onboarded";

    private PreferencesForm() {}

    static Preferences read(ObjectNode json) {
        Preferences usual = Preferences.DEFAULT;
        return new Preferences(
                choice(json, THEME, usual.theme()),
                json.path(LANGUAGE).asString(usual.language()),
                choice(json, CLOSING, usual.closing()),
                choice(json, QUITTING, usual.quitting()),
                json.path(HIDDEN).asBoolean(usual.hidden()),
                window(json.path(WINDOW)),
                splitters(json.path(SPLITTERS)),
                json.path(ROOM).stringValueOpt(),
                json.path(FILTERS)
                        .valueStream()
                        .flatMap(filter -> filter.stringValueOpt().stream())
                        .toList(),
                json.path(ONBOARDED).asBoolean(usual.onboarded()));
    }

    private static <E extends Enum<E>> E choice(JsonNode json, String key, E usual) {
        String name = json.path(key).asString("").toUpperCase(Locale.ROOT);
        for (E one : usual.getDeclaringClass().getEnumConstants()) {
            if (one.name().equals(name)) {
                return one;
            }
        }
        return usual;
    }

    private static Optional<WindowPlace> window(JsonNode json) {
        @Nullable Double x = number(json.path("x"));
        @Nullable Double y = number(json.path("y"));
        @Nullable Double width = number(json.path("width"));
        @Nullable Double height = number(json.path("height"));
        if (x == null || y == null || width == null || height == null) {
            return Optional.empty();
        }
        boolean maximised = json.path("maximised").asBoolean(false);
        return Optional.of(new WindowPlace(new Area(x, y, width, height), maximised));
    }

    private static @Nullable Double number(JsonNode json) {
        return json.isNumber() && Double.isFinite(json.doubleValue()) ? json.doubleValue() : null;
    }

    private static Map<String, Double> splitters(JsonNode json) {
        Map<String, Double> widths = new TreeMap<>();
        json.propertyStream().forEach(entry -> {
            @Nullable Double width = number(entry.getValue());
            if (width != null) {
                widths.put(entry.getKey(), width);
            }
        });
        return widths;
    }

    /// Writes them over what the file had.
    static String write(Preferences preferences, ObjectNode had) {
        ObjectNode json = had.deepCopy();
        json.put(THEME, word(preferences.theme()));
        json.put(LANGUAGE, preferences.language());
        json.put(CLOSING, word(preferences.closing()));
        json.put(QUITTING, word(preferences.quitting()));
        json.put(HIDDEN, preferences.hidden());
        preferences.window().ifPresent(place -> window(json.withObjectProperty(WINDOW), place));
        ObjectNode splitters = json.putObject(SPLITTERS);
        new TreeMap<>(preferences.splitters()).forEach(splitters::put);
        preferences.room().ifPresent(room -> json.put(ROOM, room));
        ArrayNode filters = json.putArray(FILTERS);
        preferences.filters().forEach(filters::add);
        json.put(ONBOARDED, preferences.onboarded());
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    private static void window(ObjectNode json, WindowPlace place) {
        json.put("x", place.area().x())
                .put("y", place.area().y())
                .put("width", place.area().width())
                .put("height", place.area().height())
                .put("maximised", place.maximised());
    }
}
