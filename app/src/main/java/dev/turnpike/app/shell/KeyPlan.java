package dev.turnpike.app.shell;

import dev.turnpike.app.text.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// The keys that count in one place, such as a room.
record KeyPlan(String title, List<Line> lines) {
    /// Keys, and what they do.
    ///
    /// @param alternatives any of them; each one is the caps that are pressed together: `Ctrl`, `F`
    record Line(List<List<String>> alternatives, String words) {}

    /// Those of the whole window first, then those of each room that has some.
    static List<KeyPlan> of(Commands commands, Collection<Room> rooms, KeyCaps caps) {
        List<KeyPlan> plans = new ArrayList<>();
        plans.add(new KeyPlan(
                Text.of("keys.everywhere"),
                commands.all().stream()
                        .filter(KeyPlan::isHeardEverywhere)
                        .map(command -> line(command, caps))
                        .toList()));
        for (Room room : rooms) {
            List<Line> lines =
                    room.keys().stream().map(line -> line(line, caps)).toList();
            if (!lines.isEmpty()) {
                plans.add(new KeyPlan(room.name().title(), lines));
            }
        }
        return plans;
    }

    private static boolean isHeardEverywhere(Command command) {
        return command.shortcuts().stream().anyMatch(KeyPlan::isHeardEverywhere);
    }

    private static boolean isHeardEverywhere(Shortcut shortcut) {
        return switch (shortcut) {
            case Shortcut.Anywhere ignored -> true;
            case Shortcut.Typed ignored -> true;
            case Shortcut.Told ignored -> false;
        };
    }

    private static Line line(Command command, KeyCaps caps) {
        return new Line(
                command.shortcuts().stream()
                        .filter(KeyPlan::isHeardEverywhere)
                        .map(caps::of)
                        .toList(),
                command.title());
    }

    private static Line line(KeyLine line, KeyCaps caps) {
        return new Line(line.alternatives().stream().map(caps::of).toList(), line.words());
    }
}
