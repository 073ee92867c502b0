package dev.turnpike.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.look.Mark;
import dev.turnpike.app.look.Theme;
import dev.turnpike.app.preferences.ThemeChoice;
import dev.turnpike.app.shell.Commands;
import dev.turnpike.app.shell.MainWindow;
import dev.turnpike.app.shell.RoomName;
import dev.turnpike.app.testing.FxExtension;
import dev.turnpike.app.testing.Shot;
import dev.turnpike.app.testing.Windows;
import dev.turnpike.app.text.Figures;
import dev.turnpike.gateway.traffic.Recorder;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The whole window with a running stream: the pictures of the README, written by `.ci/pictures`.
@ExtendWith(FxExtension.class)
class WindowPictureTest {
    private final Recorder recorder = new Recorder();
    private final Commands commands = new Commands();
    private final TrafficRoom room = new TrafficRoom(Desk.parts(recorder, commands, Scenario.UP));

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void drawsTheWindowWithARunningStream(ThemeChoice theme, Windows windows) {
        MainWindow window = windows.call(() -> {
            MainWindow made = new MainWindow(new Stage(), new Theme(theme), commands);
            made.furnish(List.of(room));
            made.open(RoomName.TRAFFIC);
            made.status(Mark.RUNNING, "Running", ":8397", "The gateway answers on 127.0.0.1:8397");
            made.show();
            return made;
        });
        new Scenario(recorder).play();
        windows.run(() -> {
            room.model().pull();
            room.model().list().rows().stream()
                    .filter(ExchangeRow.class::isInstance)
                    .map(ExchangeRow.class::cast)
                    .filter(row -> Figures.clock(row.summary().epochMillis()).equals("14:02:11"))
                    .findFirst()
                    .ifPresent(room.model().list().selectedProperty()::set);
        });
        windows.settle();
        assertThat(windows.robot().lookup(".rail-item").queryAllAs(Labeled.class))
                .hasSize(5);
        assertThat(window.stage().getScene().getWidth()).isEqualTo(1280);
        Shot.wanted(
                window.stage().getScene().getRoot(), "window-" + theme.name().toLowerCase(Locale.ROOT));
        windows.run(() -> window.stage().hide());
        assertThat(room.isPumping()).isFalse();
    }
}
