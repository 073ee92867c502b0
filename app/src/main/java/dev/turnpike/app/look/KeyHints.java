package dev.turnpike.app.look;

import javafx.scene.layout.HBox;

/// Which keys do what, at the foot of a list.
public final class KeyHints extends HBox {
    public KeyHints() {
        getStyleClass().add("key-hints");
    }

    /// Adds a key and what it does.
    public KeyHints add(String key, String what) {
        HBox hint = new HBox(new Kbd(key), Words.fixed(what, "caption"));
        hint.getStyleClass().add("key-hint");
        getChildren().add(hint);
        return this;
    }
}
