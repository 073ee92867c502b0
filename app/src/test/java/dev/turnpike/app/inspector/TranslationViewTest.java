package dev.turnpike.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.fx.SameThreadWork;
import dev.turnpike.app.preferences.ThemeChoice;
import dev.turnpike.app.shell.Commands;
import dev.turnpike.app.testing.FxExtension;
import dev.turnpike.app.testing.Shot;
import dev.turnpike.app.testing.Windows;
import dev.turnpike.gateway.channel.UpstreamProtocol;
import dev.turnpike.gateway.exchange.ExchangeKind;
import dev.turnpike.gateway.http.Headers;
import dev.turnpike.gateway.traffic.RecordedExchange;
import dev.turnpike.gateway.traffic.Recorder;
import dev.turnpike.testing.ScriptedExchange;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.CubicCurve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(FxExtension.class)
class TranslationViewTest {
    private static final URI MESSAGES = URI.create("https://api.example/v1/messages");

    private static TranslationView shown(
            Windows windows, ThemeChoice theme, double width, double height, RecordedExchange exchange) {
        TranslationView[] view = new TranslationView[1];
        windows.show(theme, width, height, () -> {
            view[0] = new TranslationView(new SameThreadWork());
            view[0].show(exchange, true);
            TabPane tabs = new TabPane(new Tab("Response"), view[0].tab(), new Tab("Timing"));
            tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
            tabs.getSelectionModel().select(1);
            StackPane around = new StackPane(tabs);
            around.getStylesheets()
                    .add(Objects.requireNonNull(TrafficRoom.class.getResource("traffic.css"))
                            .toExternalForm());
            return around;
        });
        return view[0];
    }

    private static TranslationView shown(Windows windows, RecordedExchange exchange) {
        return shown(windows, ThemeChoice.LIGHT, 808, 560, exchange);
    }

    private static ComparisonView trees(TranslationView view) {
        return Objects.requireNonNull(view.comparison());
    }

    private static List<String> rows(SideTree tree) {
        return tree.rows().stream().map(JsonPath::text).toList();
    }

    private static String selected(SideTree tree) {
        JsonPath path = tree.selectedPath();
        return path == null ? "" : path.text();
    }

    private static Node line(TranslationView view, String told) {
        return view.lookupAll(".adjustment").stream()
                .filter(node -> node.getAccessibleText().startsWith(told))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> words(TranslationView view) {
        return view.lookupAll(".label").stream()
                .map(label -> ((Labeled) label).getText())
                .toList();
    }

    private static List<Double> ends(TranslationView view) {
        return trees(view).gutter().getChildren().stream()
                .filter(CubicCurve.class::isInstance)
                .map(curve -> ((CubicCurve) curve).getStartY())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,808,660", "DARK,808,660", "LIGHT,420,460", "DARK,420,460"})
    void looksAsDrawn(ThemeChoice theme, double width, double height, Windows windows) {
        TranslatedExchange exchange = TranslatedExchange.chat();
        exchange.streams();
        exchange.finishes();
        TranslationView view = shown(windows, theme, width, height, exchange.recorded());
        assertThat(words(view)).anyMatch(words -> words.startsWith("Asked by Claude Code, "));
        String name = theme.name().toLowerCase(Locale.ROOT) + "-" + (int) width;
        Shot.wanted(view, "translation-request-" + name);
        windows.run(() -> view.changedOnly().setSelected(true));
        Shot.wanted(view, "translation-changed-" + name);
        windows.run(() -> {
            view.changedOnly().setSelected(false);
            view.way().valueProperty().set(TranslationView.Way.RESPONSE);
        });
        Shot.wanted(view, "translation-response-" + name);
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,1280,800", "DARK,1280,800", "LIGHT,900,600", "DARK,900,600"})
    void standsInTheRoom(ThemeChoice theme, double width, double height, Windows windows) {
        TranslatedExchange exchange = TranslatedExchange.chat();
        exchange.streams();
        exchange.finishes();
        TrafficRoom room = new TrafficRoom(Desk.parts(exchange.recorder(), new Commands(), Scenario.UP));
        Parent around = windows.show(theme, width, height, () -> new StackPane(room.view()));
        windows.run(() -> {
            room.shown();
            room.model().pull();
            room.model().list().rows().stream()
                    .filter(ExchangeRow.class::isInstance)
                    .map(ExchangeRow.class::cast)
                    .findFirst()
                    .ifPresent(room.model().list().selectedProperty()::set);
        });
        windows.run(
                () -> ((TabPane) around.lookup(".tab-pane")).getSelectionModel().select(3));
        assertThat(around.lookupAll(".side-tree")).hasSize(2);
        Shot.wanted(around, "translation-room-" + theme.name().toLowerCase(Locale.ROOT) + "-" + (int) width);
        windows.run(room::hidden);
    }

    @Test
    void showsBothEndsOfTheAdjustmentThatIsClicked(Windows windows) {
        TranslationView view = shown(windows, TranslatedExchange.chat().recorded());
        windows.click(line(view, "Renamed, system to messages[0]"));
        assertThat(selected(trees(view).left())).isEqualTo("system");
        assertThat(selected(trees(view).right())).isEqualTo("messages[0]");

        windows.press(KeyCode.DOWN);
        windows.press(KeyCode.ENTER);
        assertThat(selected(trees(view).left())).isEqualTo("tools[0].input_schema");
        assertThat(selected(trees(view).right())).isEqualTo("tools[0].function.parameters");
        windows.press(KeyCode.ENTER);
        assertThat(selected(trees(view).left())).as("the next of them").isEqualTo("tools[1].input_schema");
        assertThat(rows(trees(view).left())).as("the run it was in is open").contains("tools[2]");

        windows.click(line(view, "Dropped, cache_control"));
        assertThat(selected(trees(view).left())).endsWith("cache_control");
        assertThat(selected(trees(view).right())).isEmpty();
    }

    @Test
    void showsChangedLinesOnly(Windows windows) {
        TranslationView view = shown(windows, TranslatedExchange.chat().recorded());
        assertThat(rows(trees(view).left())).contains("stream", "tools[0].name", "model");
        windows.click(view.changedOnly());
        assertThat(rows(trees(view).left()))
                .doesNotContain("stream", "tools[0].name")
                .contains("model", "tools[0].input_schema", "system[1].cache_control", "thinking");
        assertThat(rows(trees(view).left())).doesNotContain("system[0]", "system[1].text");
        assertThat(rows(trees(view).right())).doesNotContain("stream").contains("messages[0]");
        windows.click(view.changedOnly());
        assertThat(rows(trees(view).left())).contains("stream", "tools[0].name");
    }

    @Test
    void movesTheJoinsWithFoldsAndScrolling(Windows windows) {
        TranslationView view = shown(windows, TranslatedExchange.chat().recorded());
        SideTree left = trees(view).left();
        JsonPath schema = JsonPath.parse("tools[0].input_schema");
        windows.run(() -> left.getTreeItem(left.rowOf(JsonPath.of("messages"))).setExpanded(false));
        int before = left.rowOf(schema);
        List<Double> ends = ends(view);
        assertThat(ends).contains((before + 0.5) * SideTree.LINE);

        int tools = left.rowOf(JsonPath.of("tools"));
        windows.run(() -> left.getTreeItem(tools).setExpanded(false));
        assertThat(left.rowOf(schema))
                .as("the folded row stands for what is in it")
                .isEqualTo(tools);
        assertThat(ends(view)).isNotEqualTo(ends).contains((tools + 0.5) * SideTree.LINE);

        windows.run(() -> left.getTreeItem(tools).setExpanded(true));
        assertThat(ends(view)).isEqualTo(ends);
        windows.run(() -> left.scrollTo(left.getExpandedItemCount() - 1));
        assertThat(left.offset()).isPositive();
        assertThat(ends(view)).contains((before + 0.5) * SideTree.LINE - left.offset());
    }

    @Test
    void growsWithTheAnswerAndKeepsFolds(Windows windows) {
        TranslatedExchange exchange = TranslatedExchange.chat();
        exchange.chunk("{\"role\":\"assistant\",\"content\":\"I shorten \"}", "null");
        TranslationView view = shown(windows, exchange.recorded());
        windows.run(() -> view.way().valueProperty().set(TranslationView.Way.RESPONSE));
        SideTree right = trees(view).right();
        JsonPath text = JsonPath.parse("content[0].text");
        assertThat(right.rowOf(text)).isGreaterThan(right.rowOf(text.parent()));
        assertThat(words(view)).contains("Answered by vllm, 0.2 kB, 1 event put together");

        int usage = right.rowOf(JsonPath.of("usage"));
        windows.run(() -> {
            right.getTreeItem(right.rowOf(JsonPath.of("content"))).setExpanded(false);
            right.getTreeItem(right.rowOf(JsonPath.of("usage"))).setExpanded(true);
        });
        assertThat(usage).isPositive();
        exchange.streams();
        exchange.finishes();
        windows.run(() -> view.show(exchange.recorded(), true));
        assertThat(right.rowOf(text)).as("still folded").isEqualTo(right.rowOf(JsonPath.of("content")));
        assertThat(rows(right)).contains("usage.input_tokens");
        assertThat(((Labeled) view.tab().getGraphic()).getText()).isEqualTo("19");
        assertThat(words(view)).anyMatch(words -> words.endsWith("8 events put together"));
    }

    @Test
    void saysWhatWasReplacedWhereNothingWasTranslated(Windows windows) {
        TranslatedExchange exchange =
                new TranslatedExchange(TranslatedExchange.request(), "glm-5.1", UpstreamProtocol.ANTHROPIC, MESSAGES);
        TranslationView view = shown(windows, exchange.recorded());
        assertThat(words(view)).contains("Sent unchanged but for the model");
        assertThat(view.lookupAll(".plain-text").stream()
                        .map(field -> ((TextInputControl) field).getText())
                        .toList())
                .contains("claude-sonnet-5 → glm-5.1", MESSAGES.toString(), "That of channel vllm, not the caller's");
        assertThat(view.tab().getGraphic()).isNull();
        Shot.wanted(view, "translation-same-light");

        TranslatedExchange same = new TranslatedExchange(
                TranslatedExchange.request(), "claude-sonnet-5", UpstreamProtocol.ANTHROPIC, MESSAGES);
        TranslationView other = shown(windows, ThemeChoice.DARK, 600, 400, same.recorded());
        assertThat(words(other)).contains("Sent unchanged");
        Shot.wanted(other, "translation-same-dark");
    }

    @Test
    void saysWhyThereIsNothingToCompare(Windows windows) {
        Recorder recorder = new Recorder();
        ScriptedExchange exchange = new ScriptedExchange(recorder, "x1")
                .arrived(
                        ExchangeKind.MESSAGES,
                        Headers.of("user-agent", "curl"),
                        "no JSON".getBytes(StandardCharsets.UTF_8));
        TranslationView view = shown(windows, recorded(recorder, exchange));
        assertThat(words(view)).contains("This request has not been sent yet.");
        exchange.sent("vllm", "m", TranslatedExchange.CHAT, "{}");
        windows.run(() -> view.show(recorded(recorder, exchange), true));
        assertThat(words(view)).anyMatch(words -> words.startsWith("This is no JSON"));
    }

    private static RecordedExchange recorded(Recorder recorder, ScriptedExchange exchange) {
        return recorder.feed().detail(exchange.id()).orElseThrow();
    }

    @Test
    void countsBeforeTheTabIsLookedAt(Windows windows) {
        TranslatedExchange exchange = TranslatedExchange.chat();
        TranslationView view = windows.call(() -> new TranslationView(new SameThreadWork()));
        windows.run(() -> view.show(exchange.recorded(), false));
        assertThat(((Labeled) view.tab().getGraphic()).getText()).isEqualTo("13");
        assertThat(view.comparison()).isNull();
    }

    @Test
    void isReachedByTheKeysInTheOrderOfReading(Windows windows) {
        TranslationView view = shown(windows, TranslatedExchange.chat().recorded());
        windows.run(() -> view.way().getChildren().getFirst().requestFocus());
        windows.press(KeyCode.TAB);
        assertThat(focused(view)).isEqualTo(view.changedOnly());
        windows.press(KeyCode.TAB);
        assertThat(focused(view).getStyleClass()).contains("adjustment");
        windows.press(KeyCode.TAB);
        assertThat(focused(view)).isEqualTo(trees(view).left());
        windows.press(KeyCode.TAB);
        assertThat(focused(view)).isEqualTo(trees(view).right());
    }

    private static Node focused(TranslationView view) {
        return view.getScene().getFocusOwner();
    }
}
