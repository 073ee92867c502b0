package dev.turnpike.app.shell;

import dev.turnpike.app.text.Text;
import java.util.Locale;

/// What a command is about, in the order of the palette.
public enum CommandGroup {
    CHANNELS,
    ROOMS,
    ACTIONS,
    SESSIONS;

    String title() {
        return Text.of("palette.group." + name().toLowerCase(Locale.ROOT));
    }
}
