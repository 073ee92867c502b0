package dev.turnpike.app.onboarding;

import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.channel.Preset;
import dev.turnpike.gateway.channel.PresetShelf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One of the places that requests can go to, as the first step offers them.
///
/// @param preset empty for any URL
record Tile(String id, String title, Optional<Preset> preset) {
    private static final String ANY = "any";
    private static final List<String> SHOWN =
            List.of("anthropic", "deepseek", "glm", "kimi", "openrouter", "ollama", "lm-studio");

    /// The tiles in their order; the last one is for any URL.
    static List<Tile> all(PresetShelf shelf) {
        List<Tile> tiles = new ArrayList<>();
        for (String id : SHOWN) {
            shelf.find(id).ifPresent(preset -> tiles.add(new Tile(id, preset.name(), Optional.of(preset))));
        }
        tiles.add(new Tile(ANY, Text.of("onboarding.any"), Optional.empty()));
        return List.copyOf(tiles);
    }

    boolean isAny() {
        return preset.isEmpty();
    }

    /// Claude Code's own login goes on, so no key is asked for and no model is renamed.
    boolean keepsLogin() {
        return preset.filter(p -> p.access() == Preset.Access.OWN_LOGIN).isPresent();
    }

    /// A server of this machine.
    boolean isLocal() {
        return preset.filter(p -> p.access() == Preset.Access.NOTHING).isPresent();
    }

    /// A key is asked for, and without one nothing is answered.
    boolean needsKey() {
        return preset.filter(p -> p.access() == Preset.Access.KEY).isPresent();
    }
}
