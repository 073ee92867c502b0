package dev.turnpike.app.inspector;

import dev.turnpike.app.shell.KeyLine;
import dev.turnpike.app.text.Text;
import java.util.List;

/// What the room's keys do, in words.
final class TrafficKeyLines {
    private TrafficKeyLines() {}

    static List<KeyLine> all() {
        return List.of(
                line("move", "↑↓", "J", "K"),
                line("ends", "Home", "End"),
                line("detail", "Enter"),
                line("back", "Esc"),
                line("tabs", "[", "]"),
                line("fold", "←", "→"),
                line("follow", "F"),
                line("pause", "Space"),
                line("pin", "P"),
                line("resend", "R"),
                line("edit", "E"),
                line("curl", "C"),
                line("compare", "D"),
                line("window", "W"),
                line("filter", "Shortcut+F", "/"),
                line("export", "Shortcut+E"),
                line("delete", "Del"),
                line("clear", "Shortcut+Shift+Del"));
    }

    private static KeyLine line(String what, String... keys) {
        return KeyLine.of(Text.of("keys.traffic." + what), keys);
    }
}
