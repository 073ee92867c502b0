package dev.turnpike.app.onboarding;

import dev.turnpike.app.text.Text;
import java.util.Locale;

/// One of the models that Claude Code asks for.
enum Tier {
    OPUS,
    SONNET,
    HAIKU;

    /// Its key in a model map.
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String title() {
        return Text.of("onboarding.tier." + key());
    }

    String hint() {
        return Text.of("onboarding.tier." + key() + ".hint");
    }
}
