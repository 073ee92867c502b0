package dev.turnpike.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.shell.Command;
import dev.turnpike.app.shell.Commands;
import dev.turnpike.app.testing.FxExtension;
import dev.turnpike.app.testing.Windows;
import dev.turnpike.gateway.traffic.Recorder;
import dev.turnpike.testing.ClaudeRequest;
import dev.turnpike.testing.ScriptedExchange;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What the room does with the width that it has.
@ExtendWith(FxExtension.class)
class TrafficRoomWidthTest {
    private final Recorder recorder = new Recorder();
    private final Commands commands = new Commands();
    private final List<String> ran = new ArrayList<>();
    private final TrafficRoom room = new TrafficRoom(Desk.parts(recorder, commands, Scenario.UP));
    private Windows windows;
    private Parent view;

    @BeforeEach
    void show(Windows shown) {
        windows = shown;
        commands.add(Command.of("gateway.send-test", "Test", () -> ran.add("test")));
        commands.add(Command.of("room.agents", "Agents", () -> ran.add("agents")));
        view = windows.show(1200, 600, room::view);
        windows.run(room::shown);
    }

    @Test
    void cutsWhatHasNoRoom() {
        asks("x1", "a sentence of many words ".repeat(20));
        windows.settle();
        Text cut = cut();
        String whole = cut.getText();
        double width = windows.call(() -> cut.getLayoutBounds().getWidth());
        assertThat(width).isLessThan(300);
        windows.run(() -> room.view().getScene().getWindow().setWidth(1000));
        windows.run(() -> split().setDividerPositions(0.5));

        assertThat(cut.getText()).endsWith("…").hasSizeLessThan(whole.length());
        assertThat(windows.call(() -> cut.getLayoutBounds().getWidth())).isLessThan(width);
    }

    private Text cut() {
        return windows.call(() -> SeenWords.nodes(list()).stream()
                .filter(node -> node instanceof Text text && text.getText().matches("a sentence.*…"))
                .map(Text.class::cast)
                .findFirst()
                .orElseThrow());
    }

    /// The line between list and detail is thin; what can be grabbed is not.
    @Test
    void movesTheDividerThatIsGrabbedBesideItsLine() {
        asks("x1", "one");
        windows.settle();
        double before = split().getDividerPositions()[0];
        Bounds line = windows.call(() -> {
            Node divider = split().lookup(".split-pane-divider");
            return divider.localToScreen(divider.getLayoutBounds());
        });
        assertThat(Math.round(line.getWidth())).isEqualTo(1);
        windows.robot().moveTo(line.getMaxX() + 2, line.getCenterY()).press(MouseButton.PRIMARY);
        windows.robot().moveTo(line.getMaxX() - 58, line.getCenterY()).release(MouseButton.PRIMARY);
        windows.settle();

        assertThat(split().getDividerPositions()[0]).isLessThan(before);
    }

    private SplitPane split() {
        return (SplitPane) view.lookup(".split-pane");
    }

    private ScriptedExchange asks(String id, String words) {
        return ask(id, words, "shop");
    }

    private ScriptedExchange ask(String id, String words, String session) {
        ClaudeRequest request = ClaudeRequest.main("claude-opus-5-5", session, "/work/" + session)
                .user(words);
        return new ScriptedExchange(recorder, id).arrived(request).sent("deepseek", "deepseek-v4-pro", "first of 2");
    }

    @SuppressWarnings("unchecked")
    private ListView<ListRow> list() {
        return (ListView<ListRow>) view.lookup(".traffic-list");
    }
}
