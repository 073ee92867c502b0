package dev.turnpike.app.shell;

import dev.turnpike.app.text.Text;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

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

    /// The room of an id; empty where there is none.
    public static Optional<RoomName> of(String id) {
        return Stream.of(values()).filter(room -> room.id().equals(id)).findFirst();
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
