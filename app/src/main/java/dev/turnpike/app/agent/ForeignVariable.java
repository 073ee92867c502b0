package dev.turnpike.app.agent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// A variable that somebody else set and that takes Claude Code, its credential or its models past us. An empty text of
/// the same name in the user's settings takes it out of effect.
///
/// @param inFile whether it stands in the settings file itself, else in the environment
public record ForeignVariable(String name, boolean inFile) {
    /// The names that choose a model. A name that Claude Code does not know passes the rules for opus, sonnet and
    /// haiku.
    private static final List<String> MODELS = Stream.concat(
                    VariableNames.MODELS.stream(), Stream.of(VariableNames.DEFAULT_MODEL))
            .toList();

    private static final String TIMEOUT = "API_TIMEOUT_MS";
    private static final long SHORT_MILLIS = 60_000;

    private static final Set<String> ALIASES =
            Set.of("default", "best", "opus", "sonnet", "haiku", "fable", "opusplan", "inherit");

    /// Those that are in effect; each name once, the file's first, as it wins.
    static List<ForeignVariable> in(Map<String, String> file, Map<String, String> environment) {
        Map<String, ForeignVariable> found = new LinkedHashMap<>();
        // a socket is not among them: an empty text in a settings file does not help against it
        Stream<String> others = Stream.concat(Stream.of(VariableNames.API_KEY), Shield.PROVIDER_SWITCHES.stream());
        Stream.concat(others, Stream.concat(MODELS.stream(), Stream.of(TIMEOUT)))
                .forEach(name -> {
                    boolean inFile = file.containsKey(name);
                    String value = inFile ? file.getOrDefault(name, "") : environment.getOrDefault(name, "");
                    if (isForeign(name, value)) {
                        found.put(name, new ForeignVariable(name, inFile));
                    }
                });
        return List.copyOf(found.values());
    }

    private static boolean isForeign(String name, String value) {
        if (value.isBlank()) {
            return false;
        }
        if (Shield.PROVIDER_SWITCHES.contains(name)) {
            return Switches.isOn(value);
        }
        if (name.equals(TIMEOUT)) {
            return isShort(value);
        }
        return !MODELS.contains(name) || isForeignModel(value);
    }

    /// Whether a model that thinks for a while is cut off after so many milliseconds.
    public static boolean isShort(String millis) {
        return millis.strip().matches("[0-9]{1,9}") && Long.parseLong(millis.strip()) < SHORT_MILLIS;
    }

    /// Whether that name of a model is neither one of Claude Code's own nor an alias of one.
    public static boolean isForeignModel(String value) {
        String model = value.strip().toLowerCase(Locale.ROOT).replace("[1m]", "");
        return !ALIASES.contains(model) && !model.contains("claude");
    }
}
