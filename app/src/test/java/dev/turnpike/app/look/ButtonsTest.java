package dev.turnpike.app.look;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.testing.FxExtension;
import dev.turnpike.app.testing.Windows;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.AnchorPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
class ButtonsTest {
    private final AtomicInteger done = new AtomicInteger();

    @Test
    void doesItsActWhenClicked(Windows windows) {
        Button button = windows.show(200, 100, () -> Buttons.filled("Save channel", done::incrementAndGet));

        windows.click(button);

        assertThat(done).hasValue(1);
    }

    @Test
    void doesItsActByKeyboard(Windows windows) {
        Button button = windows.show(200, 100, () -> Buttons.outlined("Test", done::incrementAndGet));

        windows.run(button::requestFocus);
        windows.press(KeyCode.SPACE);

        assertThat(done).hasValue(1);
    }

    @Test
    void isReachedInTheFarCornerOfAWideWindow(Windows windows) {
        Button button = Buttons.outlined("Test", done::incrementAndGet);
        windows.show(1280, 800, () -> {
            AnchorPane pane = new AnchorPane(button);
            AnchorPane.setRightAnchor(button, 0.0);
            AnchorPane.setBottomAnchor(button, 0.0);
            return pane;
        });

        windows.click(button);

        assertThat(done).hasValue(1);
    }

    @Test
    void isTwentyEightHighAndThirtyTwoInSheets(Windows windows) {
        Button button = windows.show(200, 100, () -> Buttons.outlined("Test", done::incrementAndGet));
        Button large = windows.show(200, 100, () -> Buttons.large(Buttons.filled("Test", done::incrementAndGet)));

        assertThat(button.getHeight()).isEqualTo(28);
        assertThat(large.getHeight()).isEqualTo(32);
    }

    @Test
    void saysWhatAnIconDoes(Windows windows) {
        Button button = windows.show(200, 100, () -> Buttons.icon("Pin", "pin", done::incrementAndGet));

        assertThat(button.getAccessibleText()).isEqualTo("Pin");
        assertThat(button.getTooltip().getText()).isEqualTo("Pin");
        assertThat(button.getWidth()).isEqualTo(28);
    }
}
