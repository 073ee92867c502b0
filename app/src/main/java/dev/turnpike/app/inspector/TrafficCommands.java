package dev.turnpike.app.inspector;

import dev.turnpike.app.shell.Command;
import dev.turnpike.app.shell.CommandGroup;
import dev.turnpike.app.shell.RoomName;
import dev.turnpike.app.shell.Shortcut;
import dev.turnpike.app.text.Figures;
import dev.turnpike.app.text.Text;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Window;

/// What the room offers to the palette and the menus, from every room.
final class TrafficCommands {
    private static final int RECENT = 8;
    private static final int READ = 24;

    private final InspectorModel model;
    private final HarExport har;
    private final Runnable clear;
    private final Runnable open;

    /// @param open opens the room
    TrafficCommands(InspectorModel model, HarExport har, Runnable clear, Runnable open) {
        this.model = model;
        this.har = har;
        this.clear = clear;
        this.open = open;
    }

    List<Command> all() {
        return List.of(
                command("clear", "clear", clear)
                        .on(new Shortcut.Told(new KeyCodeCombination(
                                KeyCode.DELETE, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN))),
                command("export", "export", () -> har.shown(focused()))
                        .saying(() -> Text.of(
                                "traffic.command.export.second",
                                Figures.count(model.list().shownProperty().get())))
                        .on(new Shortcut.Told(new KeyCodeCombination(KeyCode.E, KeyCombination.SHORTCUT_DOWN))));
    }

    private Command command(String what, String icon, Runnable act) {
        return Command.of(RoomName.TRAFFIC.id() + "." + what, Text.of("traffic.command." + what), () -> {
                    open.run();
                    act.run();
                })
                .drawn(icon)
                .when(() -> model.list().totalProperty().get() > 0);
    }

    private static Window focused() {
        return Window.getWindows().stream()
                .filter(Window::isFocused)
                .findFirst()
                .orElseGet(() -> Window.getWindows().getFirst());
    }

    /// A command for each session that went on lately: shows it alone.
    List<Command> sessions() {
        return model.list().recent(READ).stream()
                .filter(session -> !session.key().id().isEmpty())
                .limit(RECENT)
                .map(this::session)
                .toList();
    }

    private Command session(SessionRow session) {
        long requests = session.totalsProperty().get().requests();
        String filter = "session:" + session.key().id() + " ";
        return Command.of(
                        "session." + session.key().id(), session.nameProperty().get(), () -> {
                            open.run();
                            model.list()
                                    .filterProperty()
                                    .set(model.list().filterProperty().get().typed(filter));
                        })
                .in(CommandGroup.SESSIONS)
                .drawn("folder")
                .saying(() -> Text.of(
                        "traffic.command.session.second", session.shortId(), Figures.count(requests), requests));
    }
}
