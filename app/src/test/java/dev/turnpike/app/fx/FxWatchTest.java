package dev.turnpike.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.testing.FxExtension;
import dev.turnpike.app.testing.Windows;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
class FxWatchTest {
    private final List<IllegalStateException> alarms = new CopyOnWriteArrayList<>();

    @Test
    void tellsOfANodeThatIsChangedElsewhere() {
        // not in a window: there JavaFX itself would throw at some of these, and break later at others
        VBox watched = new VBox();
        new FxWatch(alarms::add).watch(watched);
        watched.getChildren().add(new Label("on this thread"));
        watched.getChildren().getFirst().setVisible(false);
        assertThat(alarms).hasSize(2);
        assertThat(alarms.getFirst())
                .hasMessageContaining(Thread.currentThread().getName());
    }

    @Test
    void isSilentOnTheFxThread(Windows windows) {
        StackPane shown = windows.show(200, 100, () -> {
            StackPane pane = new StackPane();
            new FxWatch(alarms::add).watch(pane);
            return pane;
        });
        windows.run(() -> shown.getChildren().add(new Label("as it should be")));
        windows.run(() -> shown.getChildren().clear());
        assertThat(alarms).isEmpty();
    }
}
