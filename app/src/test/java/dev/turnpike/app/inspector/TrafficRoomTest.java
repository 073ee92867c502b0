package dev.turnpike.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.look.Mark;
import dev.turnpike.app.shell.Command;
import dev.turnpike.app.shell.Commands;
import dev.turnpike.app.testing.FxExtension;
import dev.turnpike.app.testing.Windows;
import dev.turnpike.gateway.traffic.Recorder;
import dev.turnpike.testing.ClaudeRequest;
import dev.turnpike.testing.ScriptedExchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(FxExtension.class)
class TrafficRoomTest {
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
    void offersWhatToDoWhileNothingHasCome() {
        assertThat(words(view)).contains("No requests yet", "claude", "Gateway answers on 127.0.0.1:8397");
        windows.click("#traffic-test");
        windows.click("Not arriving? Open Agents");

        assertThat(ran).containsExactly("test", "agents");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void claimsNothingOfAGatewayThatIsDown(boolean configured) {
        String why =
                "turnpike.json:3:14: a channel has no key, and this sentence goes on until it has no room left at all";
        shown(new Scenario.Circumstances(false, configured, List.of(new Situation.Fact(Mark.PROBLEM, why))));

        assertThat(String.join("\n", words(view)))
                .contains("nothing can arrive", why)
                .doesNotContain("gateway is up");
        assertThat(isShown("#traffic-test")).isFalse();
        assertThat(isShown(".command-box")).isFalse();
        assertThat(isShown("#traffic-configure")).isFalse();
        Label label = (Label) Objects.requireNonNull(view.lookup(".empty-fact .label"));
        assertThat(label.getHeight()).as("two lines").isGreaterThan(25);
        assertThat(label.lookup(".text"))
                .isInstanceOfSatisfying(
                        Text.class, text -> assertThat(text.getText()).isEqualTo(why));
    }

    @Test
    void sendsToAgentsFirstWhileClaudeCodeIsNotConfigured() {
        shown(new Scenario.Circumstances(true, false, List.of()));

        assertThat(String.join("\n", words(view))).contains("Configure Claude Code first");
        assertThat(isShown(".command-box")).isFalse();
        windows.click("#traffic-configure");
        assertThat(ran).containsExactly("agents");
    }

    private void shown(Situation situation) {
        TrafficRoom other = new TrafficRoom(Desk.parts(recorder, commands, situation));
        view = windows.show(1200, 600, other::view);
        windows.run(other::shown);
        windows.settle();
    }

    private boolean isShown(String selector) {
        return Objects.requireNonNull(view.lookup(selector), selector).isVisible();
    }

    @Test
    void showsRowsAsTheyCome() {
        asks("x1", "Fix the test");
        windows.settle();
        assertThat(rows()).containsExactly("session", "Fix the test");
        asks("x2", "Thanks").begun(5).finished(62_400, 262);
        windows.settle();

        assertThat(rows()).containsExactly("session", "Fix the test", "Thanks");
        assertThat(words(view)).contains("62.4k", "262");
    }

    @Test
    void followsUntilOneScrollsUpAndSaysWhatIsNew() {
        fill(60);
        assertThat(lastVisible()).isEqualTo("word 59");
        windows.run(() -> {
            flow().scrollTo(10);
            room.model().list().followingProperty().set(false);
        });
        ListRow top = firstVisible();
        fill(60, 64);
        assertThat(firstVisible()).isSameAs(top);
        assertThat(words(view)).contains("4 new");
        windows.click("4 new");

        assertThat(lastVisible()).isEqualTo("word 63");
        assertThat(words(view)).doesNotContain("4 new");
    }

    @Test
    void stopsFollowingWhenOneScrollsUp() {
        fill(60);
        windows.run(() -> Event.fireEvent(flow(), Wheel.up()));
        fill(60, 61);

        assertThat(room.model().list().followingProperty().get()).isFalse();
        assertThat(words(view)).contains("1 new");
    }

    /// Rows that come above what is read do not move it.
    @Test
    void keepsTheRowsUnderTheEyeWhenAnOlderSessionGoesOn() {
        asks("a", "older session");
        for (int i = 0; i < 60; i++) {
            ask("b" + i, "word " + i, "other");
        }
        windows.settle();
        windows.run(() -> {
            room.model().list().followingProperty().set(false);
            flow().scrollTo(20);
        });
        ListRow top = firstVisible();
        double at = windows.call(() -> flow().getFirstVisibleCell().getLayoutY());
        asks("a2", "older goes on");
        windows.settle();

        assertThat(firstVisible()).isSameAs(top);
        assertThat(windows.call(() -> flow().getFirstVisibleCell().getLayoutY()))
                .isEqualTo(at);
    }

    @Test
    void filtersAsOneTypes() {
        asks("x1", "Fix the test");
        asks("x2", "Write the docs");
        windows.settle();
        windows.run(() -> list().requestFocus());
        windows.press(KeyCode.SLASH);
        windows.type("docs");
        assertThat(rows()).containsExactly("session", "Write the docs");
        assertThat(words(view)).contains("1 / 2");
        windows.type("xx");
        assertThat(words(view)).contains("No request matches", "2 requests are hidden by the filter.");
        windows.press(KeyCode.ESCAPE);

        assertThat(room.model().list().filterProperty().get()).isEqualTo(ListFilter.USUAL);
        assertThat(rows()).containsExactly("session", "Fix the test", "Write the docs");
    }

    @Test
    void showsTheSelectedExchangeAsItStreams() {
        ScriptedExchange exchange = asks("x1", "Fix the test")
                .begun(5)
                .thinking(0)
                .thinks(0, "Let me see.")
                .closed(0)
                .text(1)
                .says(1, "First paragraph.\n\nSec");
        windows.settle();
        windows.run(() -> list().requestFocus());
        windows.press(KeyCode.J);
        assertThat(words(view))
                .contains("Thinking", "First paragraph.", "Sec", "streaming", "System prompt", "6 tools");
        Node first = text("First paragraph.");
        exchange.says(1, "ond.").closed(1).tool(2, "Bash").input(2, "{\"command\":\"npm te");
        windows.settle();
        assertThat(words(view)).contains("Second.", "Bash", "npm te");
        assertThat(text("First paragraph.")).as("the same node").isSameAs(first);
        exchange.input(2, "st\"}").closed(2).finished(62_400, 262);
        windows.settle();

        assertThat(words(view)).contains("npm test").doesNotContain("npm te");
    }

    @Test
    void movesByKeysAndComesBack() {
        asks("x1", "one");
        asks("x2", "two");
        asks("x3", "three");
        windows.settle();
        windows.run(() -> list().requestFocus());
        windows.press(KeyCode.HOME);
        assertThat(selected()).isEqualTo("one");
        windows.press(KeyCode.DOWN);
        windows.press(KeyCode.J);
        windows.press(KeyCode.K);
        assertThat(selected()).isEqualTo("two");
        windows.press(KeyCode.END);
        assertThat(selected()).isEqualTo("three");
        windows.press(KeyCode.CLOSE_BRACKET);
        assertThat(words(view)).contains("POST /v1/messages?beta=true");
        windows.press(KeyCode.ENTER);
        assertThat(windows.call(() -> list().isFocused())).isFalse();
        windows.press(KeyCode.ESCAPE);

        assertThat(windows.call(() -> list().isFocused())).isTrue();
    }

    @Test
    void aClickOnTheHeadFoldsItsSession() {
        asks("x1", "one");
        windows.settle();
        windows.click("/work/shop");
        assertThat(rows()).containsExactly("session");
        windows.click("/work/shop");

        assertThat(rows()).containsExactly("session", "one");
    }

    @Test
    void pausesAndResumes() {
        windows.click("#traffic-live");
        assertThat(recorder.isPaused()).isTrue();
        assertThat(words(view)).contains("Recording is off", "Paused");
        windows.click("Resume recording");
        assertThat(recorder.isPaused()).isFalse();
        asks("x1", "one");
        windows.settle();
        windows.run(() -> list().requestFocus());
        windows.press(KeyCode.SPACE);

        assertThat(recorder.isPaused()).isTrue();
    }

    @Test
    void clearsByKeysAndByItsButton() {
        asks("x1", "one").begun(1).finished(1, 1);
        windows.settle();
        windows.run(() -> list().requestFocus());
        windows.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.DELETE);
        assertThat(words(view)).contains("No requests yet");
        asks("x2", "two").begun(1).finished(1, 1);
        windows.settle();
        windows.click("#traffic-clear");

        assertThat(words(view)).contains("No requests yet");
    }

    @Test
    void asksForNothingWhileItIsHidden() {
        windows.run(room::hidden);
        asks("x1", "one");
        windows.settle();
        assertThat(room.isPumping()).isFalse();
        assertThat(room.model().list().rows()).isEmpty();
        windows.run(room::shown);

        assertThat(rows()).containsExactly("session", "one");
    }

    @Test
    void readsARowAsASentence() {
        asks("x1", "one").begun(5).after(1100).finished(5, 5);
        windows.settle();

        assertThat(cells().getLast().getAccessibleText())
                .endsWith(", one, opus served by deepseek v4 pro, success, 1.1 seconds");
    }

    private void fill(int count) {
        fill(0, count);
    }

    private void fill(int from, int to) {
        for (int i = from; i < to; i++) {
            asks("x" + i, "word " + i);
        }
        windows.settle();
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

    private VirtualFlow<?> flow() {
        return (VirtualFlow<?>) list().lookup(".virtual-flow");
    }

    private ListRow firstVisible() {
        return windows.call(() -> (ListRow) flow().getFirstVisibleCell().getItem());
    }

    private String lastVisible() {
        return windows.call(() -> word((ListRow) flow().getLastVisibleCell().getItem()));
    }

    private List<ListCell<?>> cells() {
        return windows.call(() -> {
            List<ListCell<?>> cells = new ArrayList<>();
            VirtualFlow<?> flow = flow();
            for (int i = flow.getFirstVisibleCell().getIndex();
                    i <= flow.getLastVisibleCell().getIndex();
                    i++) {
                IndexedCell<?> cell = flow.getVisibleCell(i);
                if (cell instanceof ListCell<?> row && row.getItem() != null) {
                    cells.add(row);
                }
            }
            return cells;
        });
    }

    private List<String> rows() {
        return cells().stream().map(cell -> word((ListRow) cell.getItem())).toList();
    }

    private static String word(ListRow row) {
        return switch (row) {
            case SessionRow _ -> "session";
            case ExchangeRow exchange -> RowWords.what(exchange.summary());
        };
    }

    private String selected() {
        return RowWords.what(room.model().list().selectedProperty().get().summary());
    }

    private Node text(String words) {
        return windows.call(() -> SeenWords.nodes(view).stream()
                .filter(node -> node instanceof Text text && text.getText().equals(words))
                .findFirst()
                .orElseThrow());
    }

    private Set<String> words(Parent parent) {
        return windows.call(() -> SeenWords.of(parent));
    }
}
