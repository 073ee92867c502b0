package dev.turnpike.app.shell;

import dev.turnpike.app.text.Text;
import java.util.Locale;

/// The five rooms, in the order of the rail.
public enum RoomName {
    TRAFFIC,
    AGENTS,
    CHANNELS,
    USAGE,
    SETTINGS;

    /// As commands, texts, icons and preferences name it: `traffic`.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The command that opens it: `room.traffic`.
    public String command() {
        return "room." + id();
    }

    /// What the rail calls it.
    public String title() {
        return Text.of("shell.room." + id());
    }
}
