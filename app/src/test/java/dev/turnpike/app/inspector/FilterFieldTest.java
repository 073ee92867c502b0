package dev.turnpike.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.shell.Commands;
import dev.turnpike.app.testing.FxExtension;
import dev.turnpike.app.testing.Windows;
import dev.turnpike.gateway.traffic.Recorder;
import dev.turnpike.testing.ClaudeRequest;
import dev.turnpike.testing.ScriptedExchange;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
class FilterFieldTest {
    private final Recorder recorder = new Recorder();
    private final TrafficRoom room = new TrafficRoom(Desk.parts(recorder, new Commands(), Scenario.UP));
    private Windows windows;
    private Parent view;

    @BeforeEach
    void show(Windows shown) {
        windows = shown;
        view = windows.show(1200, 600, room::view);
        windows.run(room::shown);
    }

    @Test
    void understandsKeysInTheFilter() {
        asks("x1", "Fix the test").begun(5).finished(62_400, 262);
        asks("x2", "Write the docs").failed(529, "Overloaded", false);
        windows.settle();
        filter("status:error served:v4");
        assertThat(rows()).containsExactly("session", "529 overloaded");
        filter("-error -kind:count ");
        assertThat(rows()).containsExactly("session", "Fix the test");
        assertThat(filter().getText()).as("-kind:count is a chip").isEqualTo("-error ");
        assertThat(room.model().list().filterProperty().get().hideCounts()).isTrue();
    }

    @Test
    void saysWhatIsWrongWithAFilterAndGoesOnWithTheOneBefore() {
        asks("x1", "Fix the test");
        asks("x2", "Write the docs");
        windows.settle();
        filter("docs status:");
        assertThat(rows()).containsExactly("session", "Fix the test", "Write the docs");
        assertThat(mistake().isVisible()).as("more may come").isFalse();
        filter("docs");
        filter("docs modle:opus");
        assertThat(rows()).as("the last one that was valid").containsExactly("session", "Write the docs");
        assertThat(words())
                .contains("There is no key \"modle:\" (character 6). Did you mean \"model:\"?"
                        + " In quotation marks it is looked for as text.");
        assertThat(filter().getPseudoClassStates()).contains(PseudoClass.getPseudoClass("invalid"));
        filter("docs model:opus");

        assertThat(mistake().isVisible()).isFalse();
        assertThat(filter().getPseudoClassStates()).doesNotContain(PseudoClass.getPseudoClass("invalid"));
        assertThat(rows()).containsExactly("session", "Write the docs");
    }

    private Node mistake() {
        return Objects.requireNonNull(view.lookup(".traffic-mistake"));
    }

    private TextField filter() {
        return (TextField) Objects.requireNonNull(view.lookup("#traffic-filter"));
    }

    private void filter(String text) {
        windows.run(() -> filter().setText(text));
        windows.settle();
    }

    private ScriptedExchange asks(String id, String words) {
        ClaudeRequest request =
                ClaudeRequest.main("claude-opus-5-5", "shop", "/work/shop").user(words);
        return new ScriptedExchange(recorder, id).arrived(request).sent("deepseek", "deepseek-v4-pro", "first of 2");
    }

    private List<String> rows() {
        return windows.call(() -> room.model().list().rows().stream()
                .map(row -> switch (row) {
                    case SessionRow _ -> "session";
                    case ExchangeRow exchange -> RowWords.what(exchange.summary());
                })
                .toList());
    }

    private Set<String> words() {
        return windows.call(() -> SeenWords.of(view));
    }
}
