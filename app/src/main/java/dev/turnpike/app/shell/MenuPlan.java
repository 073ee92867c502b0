package dev.turnpike.app.shell;

import dev.turnpike.app.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A menu of the bar that macOS has at the top of the screen, as data.
///
/// @param entries empty for a line between groups
record MenuPlan(String title, List<Optional<Command>> entries) {
    private static final String LINE = "";

    private static final List<Menu> MENUS = List.of(
            Menu.of("file", "channel.add", LINE, "app.close", LINE, "app.quit"),
            Menu.of("edit", "room.find"),
            Menu.of("view", "app.palette", LINE, "theme.light", "theme.dark", "theme.system"),
            Menu.of("go", "room.traffic", "room.agents", "room.channels", "room.usage", "room.settings"),
            Menu.of(
                    "gateway",
                    "gateway.start",
                    "gateway.stop",
                    "gateway.restart",
                    LINE,
                    "recording.pause",
                    "recording.resume",
                    LINE,
                    "gateway.copy-url",
                    "gateway.send-test",
                    "channel.test",
                    LINE,
                    "agent.configure",
                    "agent.undo"),
            Menu.of("window", "app.show"),
            Menu.of("help", "app.keys", "app.onboarding", "app.folder"));

    /// A menu with the ids of its commands.
    private record Menu(String name, List<String> ids) {
        static Menu of(String name, String... ids) {
            return new Menu(name, List.of(ids));
        }

        String title() {
            return Text.of("palette.menu." + name);
        }
    }

    /// The whole bar, of the commands that there are.
    static List<MenuPlan> of(Commands commands) {
        return MENUS.stream()
                .map(menu -> new MenuPlan(menu.title(), entries(menu, commands)))
                .filter(menu -> !menu.entries().isEmpty())
                .toList();
    }

    private static List<Optional<Command>> entries(Menu menu, Commands commands) {
        List<Optional<Command>> entries = new ArrayList<>();
        boolean line = false;
        for (String id : menu.ids()) {
            Optional<Command> command = commands.find(id);
            if (id.equals(LINE)) {
                line = !entries.isEmpty();
            } else if (command.isPresent()) {
                if (line) {
                    entries.add(Optional.empty());
                    line = false;
                }
                entries.add(command);
            }
        }
        return List.copyOf(entries);
    }
}
