package dev.turnpike.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.fx.SameThreadWork;
import dev.turnpike.app.preferences.ThemeChoice;
import dev.turnpike.app.testing.FxExtension;
import dev.turnpike.app.testing.Shot;
import dev.turnpike.app.testing.Windows;
import dev.turnpike.gateway.exchange.ExchangeId;
import dev.turnpike.gateway.traffic.RecordedExchange;
import dev.turnpike.gateway.traffic.Recorder;
import dev.turnpike.testing.ClaudeRequest;
import dev.turnpike.testing.ScriptedExchange;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
class TimingViewTest {
    private final Recorder recorder = new Recorder();
    private final ScriptedExchange exchange = new ScriptedExchange(recorder, "x1")
            .arrived(ClaudeRequest.main("claude-opus-5-5", "s", "/p").user("Fix it"))
            .after(1)
            .sent("deepseek", "deepseek-v4-pro", "the only channel")
            .after(312)
            .answered(200);

    private RecordedExchange recorded() {
        return recorder.feed().detail(new ExchangeId("x1")).orElseThrow();
    }

    private void thinks() {
        new TimedAnswer(exchange).thinks();
    }

    private void says() {
        new TimedAnswer(exchange).says();
    }

    private static TimingView shown(Windows windows, ThemeChoice theme, double width, RecordedExchange exchange) {
        TimingView[] view = new TimingView[1];
        StackPane pane = windows.show(theme, width, 560, () -> {
            view[0] = new TimingView(new SameThreadWork());
            view[0].show(exchange);
            StackPane around = new StackPane(view[0]);
            around.getStylesheets()
                    .add(Objects.requireNonNull(TrafficRoom.class.getResource("traffic.css"))
                            .toExternalForm());
            return around;
        });
        Shot.wanted(pane, "timing-" + theme.name().toLowerCase(Locale.ROOT) + "-" + (int) width);
        return view[0];
    }

    private static List<String> words(Parent view) {
        return view.lookupAll(".label").stream()
                .filter(Node::isVisible)
                .map(label -> ((Labeled) label).getText())
                .toList();
    }

    @Test
    void tellsPhasesEventsAndTheLongestSilence(Windows windows) {
        thinks();
        says();
        exchange.after(41).finished(62_400, 262);
        for (ThemeChoice theme : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
            for (int width : new int[] {400, 600}) {
                TimingView view = shown(windows, theme, width, recorded());
                assertThat(words(view)).contains("1.0 ms", "312 ms", "1.8 s silent");
                assertThat(view.table().getItems()).hasSize(11);
                assertThat(words(view).contains("longest silence 1.8 s")).isEqualTo(width == 600);
                assertThat(words(view).contains("134 events, 24.9 kB")).isEqualTo(width == 600);
                Shot.wanted(view, "timing-whole-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width);
            }
        }
    }

    @Test
    void opensAndFoldsWhatIsAlike(Windows windows) {
        thinks();
        exchange.finished(10, 10);
        TimingView view = shown(windows, ThemeChoice.LIGHT, 600, recorded());
        assertThat(view.table().getItems()).hasSize(5);
        assertThat(view.table().getItems().get(3)).isInstanceOf(TimingRow.Many.class);

        windows.click("59 × thinking");
        assertThat(view.table().getItems()).hasSize(5 + 59);
        windows.click("59 × thinking");
        assertThat(view.table().getItems()).hasSize(5);
        windows.run(() -> {
            view.table().requestFocus();
            view.table().getSelectionModel().clearAndSelect(3);
        });
        windows.press(KeyCode.ENTER);
        assertThat(view.table().getItems()).hasSize(5 + 59);
        assertThat(view.table().getSelectionModel().getSelectedIndex()).isEqualTo(3);
    }

    @Test
    void growsWithTheStream(Windows windows) {
        TimingView view = shown(windows, ThemeChoice.LIGHT, 600, recorded());
        assertThat(words(view)).contains("No event has come yet");
        thinks();
        windows.run(() -> view.show(recorded()));
        assertThat(view.table().getItems()).hasSize(5);
        assertThat(words(view)).doesNotContain("No event has come yet");
        TimingRow first = view.table().getItems().getFirst();
        says();
        windows.run(() -> view.show(recorded()));
        assertThat(view.table().getItems()).hasSize(11).first().isSameAs(first);
        Shot.wanted(view, "timing-live-light");
    }

    @Test
    void saysThatNothingCame(Windows windows) {
        exchange.failed(502, "refused", false);
        TimingView view = shown(windows, ThemeChoice.LIGHT, 600, recorded());
        assertThat(words(view)).contains("Nothing came from the upstream");
    }

    @Test
    void saysThatThereWasNoStream(Windows windows) {
        exchange.after(900).received("{\"id\":\"msg_01\"}");
        exchange.finished(10, 10);
        TimingView view = shown(windows, ThemeChoice.DARK, 600, recorded());
        assertThat(words(view)).contains("The upstream answered in one piece, not as a stream");
    }
}
