package dev.turnpike.app.look;

import javafx.application.Platform;
import javafx.util.Duration;

/// How long things move: as drawn, or not at all for a user who asked the system for less motion.
public record Motion(boolean reduced) {
    /// What the operating system says now.
    public static Motion ofSystem() {
        return new Motion(Platform.getPreferences().isReducedMotion());
    }

    /// That time, or none.
    public Duration lasting(double milliseconds) {
        return reduced ? Duration.ZERO : Duration.millis(milliseconds);
    }
}
