package dev.turnpike.app.shell;

import java.util.Optional;
import javafx.scene.input.KeyCombination;

/// Something a user can do from more than one place: rail, tray, key, button.
///
/// @param id such as `room.traffic` or `agent.configure`
/// @param keys pressed anywhere in the window
public record Command(String id, String title, Optional<KeyCombination> keys, Runnable action) {
    /// One without keys.
    public static Command of(String id, String title, Runnable action) {
        return new Command(id, title, Optional.empty(), action);
    }
}
