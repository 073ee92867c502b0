package dev.turnpike.app.shell;

import java.util.List;
import javafx.scene.Parent;

/// One of the five screens.
public interface Room {
    RoomName name();

    /// What it shows; built when it is asked for first, and the same ever after.
    Parent view();

    /// It becomes visible: the only time to start a timer.
    default void shown() {}

    /// It is no longer visible, also because the window is hidden: no timer of its runs after this.
    default void hidden() {}

    /// Puts the cursor into its field for finding, where it has one.
    default void find() {}

    /// The keys that it listens for itself.
    default List<KeyLine> keys() {
        return List.of();
    }
}
