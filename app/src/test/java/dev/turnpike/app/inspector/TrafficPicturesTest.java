package dev.turnpike.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.preferences.ThemeChoice;
import dev.turnpike.app.shell.Commands;
import dev.turnpike.app.testing.FxExtension;
import dev.turnpike.app.testing.Shot;
import dev.turnpike.app.testing.Windows;
import dev.turnpike.app.text.Figures;
import dev.turnpike.gateway.traffic.Recorder;
import java.util.Locale;
import java.util.Set;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The states of the room, drawn in both themes and both sizes; pictures are written where a run asks for them.
@ExtendWith(FxExtension.class)
class TrafficPicturesTest {
    /// Those that are compared with what is kept.
    private static final Set<String> KEPT = Set.of(
            "traffic-empty-light-1280",
            "traffic-paused-dark-1280",
            "traffic-request-light-1280",
            "traffic-failover-dark-1280",
            "traffic-streaming-light-900",
            "traffic-no-match-dark-900");

    private final Recorder recorder = new Recorder();
    private final TrafficRoom room = new TrafficRoom(Desk.parts(recorder, new Commands(), Scenario.UP));

    @ParameterizedTest
    @CsvSource({"LIGHT,1280,800", "DARK,1280,800", "LIGHT,900,600", "DARK,900,600"})
    void drawsEveryState(ThemeChoice theme, double width, double height, Windows windows) {
        Parent view = windows.show(theme, width, height, this::withRail);
        windows.run(room::shown);
        shot(view, "empty", theme, width);
        windows.run(() -> room.model().record(false));
        shot(view, "paused", theme, width);
        windows.run(() -> room.model().record(true));
        new Scenario(recorder).play();
        windows.run(() -> select(room, "14:02:11"));
        windows.settle();
        assertThat(room.model().list().shownProperty().get()).isGreaterThan(12);
        shot(view, "streaming", theme, width);
        windows.run(() -> tab(view, 1));
        shot(view, "request", theme, width);
        windows.run(() -> tab(view, 2));
        shot(view, "response", theme, width);
        windows.run(() -> tab(view, 3));
        shot(view, "translation", theme, width);
        windows.run(() -> tab(view, 4));
        shot(view, "timing", theme, width);
        windows.run(() -> tab(view, 2));
        windows.run(() -> select(room, "14:01:50"));
        shot(view, "failover", theme, width);
        windows.run(() -> select(room, "14:01:31"));
        shot(view, "failed", theme, width);
        windows.run(() -> tab(view, 0));
        shot(view, "failed-talk", theme, width);
        windows.run(() -> room.model().list().filterProperty().set(ListFilter.USUAL.typed("xyzzy")));
        shot(view, "no-match", theme, width);
        windows.run(() -> room.model().list().filterProperty().set(ListFilter.USUAL.typed("modle:opus tool:Bash")));
        shot(view, "no-filter", theme, width);
        windows.run(room::hidden);
        assertThat(room.isPumping()).isFalse();
    }

    private static void select(TrafficRoom room, String time) {
        room.model().pull();
        room.model().list().rows().stream()
                .filter(ExchangeRow.class::isInstance)
                .map(ExchangeRow.class::cast)
                .filter(row -> Figures.clock(row.summary().epochMillis()).equals(time))
                .findFirst()
                .ifPresent(room.model().list().selectedProperty()::set);
    }

    private static void tab(Parent view, int index) {
        ((javafx.scene.control.TabPane) view.lookup(".tab-pane"))
                .getSelectionModel()
                .select(index);
    }

    private BorderPane withRail() {
        Region rail = new Region();
        rail.getStyleClass().add("rail");
        BorderPane pane = new BorderPane(room.view());
        pane.setLeft(rail);
        return pane;
    }

    private static void shot(Parent view, String state, ThemeChoice theme, double width) {
        String name = "traffic-" + state + "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + (int) width;
        if (KEPT.contains(name)) {
            Shot.like(view, name);
        } else {
            Shot.wanted(view, name);
        }
    }
}
