package dev.turnpike.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;

class KeysTest {
    private static final KeyCaps PLAIN = new KeyCaps(false);
    private static final KeyCaps MAC = new KeyCaps(true);

    /// A room with one key of its own, or with none.
    private record Keyed(RoomName name, List<KeyLine> keys) implements Room {
        @Override
        public Parent view() {
            return new Pane();
        }
    }

    @Test
    void writesKeysAsTheSystemLabelsThem() {
        Shortcut shortcut = new Shortcut.Anywhere(new KeyCodeCombination(
                KeyCode.DELETE, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN, KeyCombination.ALT_DOWN));
        assertThat(PLAIN.of(shortcut)).containsExactly("Ctrl", "Alt", "Shift", "Del");
        assertThat(MAC.of(shortcut)).containsExactly("⌘", "⌥", "⇧", "Del");
        assertThat(PLAIN.of(Shortcut.anywhere(KeyCode.COMMA))).containsExactly("Ctrl", ",");
        assertThat(PLAIN.of(Shortcut.anywhere(KeyCode.DIGIT4))).containsExactly("Ctrl", "4");
        assertThat(PLAIN.of(Shortcut.told(KeyCode.SPACE))).containsExactly("Space");
        assertThat(PLAIN.of(new Shortcut.Typed("?"))).containsExactly("?");
        assertThat(PLAIN.of("Shortcut+Shift+Del")).containsExactly("Ctrl", "Shift", "Del");
        assertThat(MAC.of("Alt+↑↓")).containsExactly("⌥", "↑↓");
    }

    @Test
    void tellsTheKeysOfTheWindowAndOfEachRoomThatHasSome() {
        Commands commands = new Commands();
        commands.add(Command.of("room.settings", "Settings", () -> {})
                .on(Shortcut.anywhere(KeyCode.DIGIT5), Shortcut.anywhere(KeyCode.COMMA)));
        commands.add(Command.of("recording.pause", "Pause recording", () -> {}).on(Shortcut.told(KeyCode.SPACE)));
        commands.add(Command.of("app.keys", "Show keys", () -> {}).on(new Shortcut.Typed("?")));
        commands.add(Command.of("gateway.stop", "Stop gateway", () -> {}));
        List<Room> rooms = List.of(
                new Keyed(RoomName.TRAFFIC, List.of(KeyLine.of("Filter", "Shortcut+F", "/"))),
                new Keyed(RoomName.USAGE, List.of()));
        assertThat(KeyPlan.of(commands, rooms, PLAIN))
                .containsExactly(
                        new KeyPlan(
                                "Everywhere",
                                List.of(
                                        new KeyPlan.Line(
                                                List.of(List.of("Ctrl", "5"), List.of("Ctrl", ",")), "Settings"),
                                        new KeyPlan.Line(List.of(List.of("?")), "Show keys"))),
                        new KeyPlan(
                                "Traffic",
                                List.of(new KeyPlan.Line(List.of(List.of("Ctrl", "F"), List.of("/")), "Filter"))));
    }

    @Test
    void makesMenusOfTheCommandsThatThereAre() {
        Commands commands = new Commands();
        Command add = Command.of("channel.add", "Add a channel", () -> {});
        Command quit = Command.of("app.quit", "Quit Turnpike", () -> {});
        Command find = Command.of("room.find", "Find in this room", () -> {});
        List.of(add, quit, find).forEach(commands::add);
        assertThat(MenuPlan.of(commands))
                .containsExactly(
                        new MenuPlan("File", List.of(Optional.of(add), Optional.empty(), Optional.of(quit))),
                        new MenuPlan("Edit", List.of(Optional.of(find))));
    }
}
