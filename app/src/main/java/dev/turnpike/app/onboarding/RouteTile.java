package dev.turnpike.app.onboarding;

import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.channel.Preset;
import dev.turnpike.gateway.channel.PresetShelf;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One of the eight places to choose from.
///
/// @param preset empty for any other URL
record RouteTile(String id, String title, Optional<Preset> preset) {
    private static final List<String> SHOWN =
            List.of("anthropic", "deepseek", "glm", "kimi", "openrouter", "ollama", "lm-studio");
    static final String ANY = "any";

    /// The tiles in the order in which they stand.
    static List<RouteTile> all(PresetShelf shelf) {
        return Stream.concat(
                        SHOWN.stream()
                                .flatMap(id -> shelf.find(id).stream())
                                .map(preset -> new RouteTile(preset.id(), preset.name(), Optional.of(preset))),
                        Stream.of(new RouteTile(ANY, Text.of("onboarding.any"), Optional.empty())))
                .toList();
    }

    /// Whether it is a server on this machine, which can be looked for.
    boolean isLocal() {
        return preset.map(known -> known.root().isLocal()).orElse(false);
    }

    /// Whether it can have a key.
    boolean takesKey() {
        return preset.map(known -> known.access() == Preset.Access.KEY).orElse(true);
    }

    /// Whether it needs one.
    boolean needsKey() {
        return preset.map(known -> known.access() == Preset.Access.KEY).orElse(false);
    }

    /// What it needs, in a word or two.
    String second() {
        return preset.map(known -> switch (known.access()) {
                    case KEY -> Text.of("onboarding.needs.key");
                    case OWN_LOGIN -> Text.of("onboarding.needs.login");
                    case NOTHING -> Text.of("onboarding.needs.nothing");
                })
                .orElseGet(() -> Text.of("onboarding.needs.any"));
    }
}
