package dev.turnpike.app.look;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.preferences.ThemeChoice;
import dev.turnpike.app.testing.FxExtension;
import dev.turnpike.app.testing.Windows;
import javafx.application.ColorScheme;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
class ThemeTest {
    private final ObjectProperty<ColorScheme> system = new SimpleObjectProperty<>(ColorScheme.LIGHT);
    private final Label label = new Label("Traffic");

    @Test
    void followsTheSystem(Windows windows) {
        Theme theme = shown(windows, ThemeChoice.SYSTEM);
        assertThat(theme.darkProperty().get()).isFalse();
        assertThat(label.getTextFill()).isEqualTo(Color.web("#1a1e26"));

        windows.run(() -> system.set(ColorScheme.DARK));

        assertThat(theme.darkProperty().get()).isTrue();
        assertThat(label.getTextFill()).isEqualTo(Color.web("#e3e6eb"));
    }

    @Test
    void staysAsTheUserChose(Windows windows) {
        Theme theme = shown(windows, ThemeChoice.SYSTEM);

        windows.run(() -> theme.choiceProperty().set(ThemeChoice.DARK));
        assertThat(label.getTextFill()).isEqualTo(Color.web("#e3e6eb"));
        windows.run(() -> theme.choiceProperty().set(ThemeChoice.LIGHT));
        windows.run(() -> system.set(ColorScheme.DARK));

        assertThat(label.getTextFill()).isEqualTo(Color.web("#1a1e26"));
    }

    @Test
    void movesNothingForAUserWhoWantsLessMotion() {
        assertThat(new Motion(true).lasting(120).toMillis()).isZero();
        assertThat(new Motion(false).lasting(120).toMillis()).isEqualTo(120);
    }

    private Theme shown(Windows windows, ThemeChoice choice) {
        Theme theme = windows.call(() -> new Theme(choice, system));
        windows.show(() -> {
            Scene scene = new Scene(new StackPane(label), 200, 100);
            theme.dress(scene);
            return scene;
        });
        return theme;
    }
}
