package dev.turnpike.app.channels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.preferences.ThemeChoice;
import dev.turnpike.app.testing.FxExtension;
import dev.turnpike.app.testing.Windows;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The room in both themes and at both sizes.
@ExtendWith(FxExtension.class)
class ChannelsPicturesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"LIGHT, 1280, 800", "DARK, 1280, 800", "LIGHT, 900, 600", "DARK, 900, 600"})
    void staysWithinItsWindow(ThemeChoice theme, double width, double height, Windows windows) {
        String name = theme.name().toLowerCase(Locale.ROOT) + "-" + (int) width;
        try (ChannelDesk desk = new ChannelDesk(windows, folder, ChannelsRoomTest.THREE, theme, width, height)) {
            desk.find("#channel-save", Node.class);
            desk.focusList();
            desk.shot("channels-" + name);
            for (String part : new String[] {"#channel-save", "#channel-url", "#channel-test", "#channel-rest"}) {
                Region region = desk.find(part, Region.class);
                double right = windows.call(
                        () -> region.localToScene(region.getBoundsInLocal()).getMaxX());
                assertThat(right).as(part).isLessThanOrEqualTo(width);
            }
            desk.click("#channel-add");
            desk.click("#preset-volcengine");
            desk.shot("channels-add-" + name);
            Region go = desk.find("#channel-add-go", Region.class);
            double bottom =
                    windows.call(() -> go.localToScene(go.getBoundsInLocal()).getMaxY());
            assertThat(bottom).isLessThanOrEqualTo(height);
        }
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1280, 800", "DARK, 900, 600"})
    void showsPresetsWhileThereIsNoChannel(ThemeChoice theme, double width, double height, Windows windows) {
        try (ChannelDesk desk = new ChannelDesk(windows, folder, "", theme, width, height)) {
            desk.awaitWords("The built-in demo answers");
            desk.shot("channels-empty-" + theme.name().toLowerCase(Locale.ROOT));
            desk.click("#preset-any");
            desk.shot("channels-new-" + theme.name().toLowerCase(Locale.ROOT));
            assertThat(desk.has("#channel-url")).isTrue();
        }
    }
}
