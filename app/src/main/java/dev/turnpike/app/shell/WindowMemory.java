package dev.turnpike.app.shell;

import dev.turnpike.app.preferences.Area;
import dev.turnpike.app.preferences.PreferencesStore;
import dev.turnpike.app.preferences.WindowPlace;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// Puts the window where it was, and remembers where it is.
public final class WindowMemory {
    /// About what a window system adds around the content.
    private static final double FRAME = 40;

    private final Stage stage;
    private final PreferencesStore preferences;

    public WindowMemory(Stage stage, PreferencesStore preferences) {
        this.stage = stage;
        this.preferences = preferences;
    }

    /// Puts it where it was, as far as a screen is still there; else in the middle, at its first size.
    public void restore() {
        preferences.current().window().flatMap(place -> place.on(screens())).ifPresentOrElse(this::put, this::begin);
    }

    /// The first size, or what the screen has room for, frame included.
    private void begin() {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        double width = stage.getScene().getWidth() + FRAME;
        double height = stage.getScene().getHeight() + FRAME;
        if (width <= screen.getWidth() && height <= screen.getHeight()) {
            stage.centerOnScreen();
            return;
        }
        stage.setWidth(Math.min(width, screen.getWidth()));
        stage.setHeight(Math.min(height, screen.getHeight()));
        stage.setX(screen.getMinX() + (screen.getWidth() - stage.getWidth()) / 2);
        stage.setY(screen.getMinY() + (screen.getHeight() - stage.getHeight()) / 2);
    }

    private void put(WindowPlace place) {
        stage.setX(place.area().x());
        stage.setY(place.area().y());
        stage.setWidth(place.area().width());
        stage.setHeight(place.area().height());
        stage.setMaximized(place.maximised());
    }

    /// Remembers it, before it hides.
    public void keep() {
        if (!stage.isShowing() || stage.isIconified()) {
            return;
        }
        // of a maximised window only that it is; its other size is the one from before
        Area area = stage.isMaximized()
                ? preferences.current().window().map(WindowPlace::area).orElse(area())
                : area();
        preferences.change(now -> now.withWindow(new WindowPlace(area, stage.isMaximized())));
    }

    private Area area() {
        return new Area(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
    }

    private static List<Area> screens() {
        return Screen.getScreens().stream()
                .map(Screen::getVisualBounds)
                .map(WindowMemory::area)
                .toList();
    }

    private static Area area(Rectangle2D bounds) {
        return new Area(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
    }
}
