package dev.turnpike.app.preferences;

/// A rectangle on the desktop: a window, or what a screen has room for.
public record Area(double x, double y, double width, double height) {
    /// How wide and how high the part is that both cover; zero where they do not meet.
    Area common(Area other) {
        double left = Math.max(x, other.x);
        double top = Math.max(y, other.y);
        double right = Math.min(x + width, other.x + other.width);
        double bottom = Math.min(y + height, other.y + other.height);
        return new Area(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }
}
