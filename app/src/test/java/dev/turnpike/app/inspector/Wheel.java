package dev.turnpike.app.inspector;

import javafx.scene.input.ScrollEvent;

/// The wheel of a mouse.
final class Wheel {
    private static final double AT = 10;
    private static final double FAR = 400;

    private Wheel() {}

    /// Turned away from the user, far.
    static ScrollEvent up() {
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                AT,
                AT,
                AT,
                AT,
                false,
                false,
                false,
                false,
                false,
                false,
                0,
                FAR,
                0,
                FAR,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null);
    }
}
