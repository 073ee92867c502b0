package dev.turnpike.app.look;

import atlantafx.base.controls.ToggleSwitch;

/// On or off, at once.
public final class Switch extends ToggleSwitch {
    /// A switch; the name is what a screen reader says, the words stand beside it.
    public Switch(String name, boolean on) {
        setAccessibleText(name);
        setSelected(on);
        getStyleClass().add("switch");
    }
}
