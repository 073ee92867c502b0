package dev.turnpike.app.look;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// A key of the keyboard.
public final class Kbd extends Label {
    public Kbd(String key) {
        super(key);
        getStyleClass().add("kbd");
        setMinWidth(Region.USE_PREF_SIZE);
    }
}
