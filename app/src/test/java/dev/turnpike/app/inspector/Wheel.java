package dev.turnpike.app.inspector;

import javafx.scene.input.ScrollEvent;

/// The wheel of a mouse.
final class Wheel {
    private static final double AT = 10;
    private static final double FAR = 400;

    private Wheel() {}

    /// Turned away from the user, far.
    static ScrollEvent up() {
        return turned(FAR);
    }

    /// Turned so far, away from the user where that is more than 0.
    static ScrollEvent turned(double pixels) {
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
                pixels,
                0,
                pixels,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null);
    }
}
