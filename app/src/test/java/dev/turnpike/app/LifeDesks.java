package dev.turnpike.app;

import dev.turnpike.app.testing.Windows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// The desks of one test, which end with it.
final class LifeDesks implements AfterEachCallback {
    private final List<LifeDesk> open = new ArrayList<>();

    /// @param theme of the window, such as `light`
    LifeDesk open(Windows windows, Path folder, String theme) {
        LifeDesk desk = new LifeDesk(windows, folder, theme);
        open.add(desk);
        return desk;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        open.forEach(LifeDesk::close);
        open.clear();
    }
}
