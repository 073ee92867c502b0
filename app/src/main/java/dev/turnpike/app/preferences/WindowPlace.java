package dev.turnpike.app.preferences;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Where the window was.
///
/// @param area as it is when it is not maximised
public record WindowPlace(Area area, boolean maximised) {
    /// The smallest window.
    public static final double LEAST_WIDTH = 900;

    public static final double LEAST_HEIGHT = 600;

    /// So much of the title bar must be within reach.
    private static final double REACH = 120;

    /// The same place, moved and made smaller until it is on a screen; empty where none of the screens shows enough of
    /// it, such as after a second screen was taken away.
    ///
    /// @param screens what each screen has room for
    public Optional<WindowPlace> on(List<Area> screens) {
        return screens.stream()
                .filter(this::isSeenOn)
                .max(Comparator.comparingDouble(screen -> surface(area.common(screen))))
                .map(screen -> new WindowPlace(within(screen), maximised));
    }

    private boolean isSeenOn(Area screen) {
        Area seen = area.common(screen);
        return seen.width() >= REACH && seen.height() >= REACH;
    }

    private static double surface(Area area) {
        return area.width() * area.height();
    }

    private Area within(Area screen) {
        double width = Math.min(Math.max(area.width(), LEAST_WIDTH), Math.max(screen.width(), LEAST_WIDTH));
        double height = Math.min(Math.max(area.height(), LEAST_HEIGHT), Math.max(screen.height(), LEAST_HEIGHT));
        return new Area(
                between(screen.x(), area.x(), screen.x() + screen.width() - width),
                between(screen.y(), area.y(), screen.y() + screen.height() - height),
                width,
                height);
    }

    private static double between(double least, double value, double most) {
        return Math.max(least, Math.min(value, most));
    }
}
