package dev.turnpike.app.shell;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/// Keys that do what a command does.
public sealed interface Shortcut {
    /// Pressed anywhere in the window.
    record Anywhere(KeyCombination keys) implements Shortcut {}

    /// A character that is typed anywhere but into a text, whatever keys a keyboard has for it.
    record Typed(String character) implements Shortcut {}

    /// Keys that a room listens for itself, told here and nothing more.
    record Told(KeyCombination keys) implements Shortcut {}

    /// That key with Ctrl, on macOS with Cmd.
    static Shortcut anywhere(KeyCode key) {
        return new Anywhere(new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN));
    }

    /// That key alone.
    static Shortcut told(KeyCode key) {
        return new Told(new KeyCodeCombination(key));
    }
}
