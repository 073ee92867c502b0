package dev.turnpike.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.fx.BackgroundWork;
import dev.turnpike.app.fx.SameThreadWork;
import dev.turnpike.app.fx.WorkRunner;
import dev.turnpike.app.preferences.ThemeChoice;
import dev.turnpike.app.testing.FxExtension;
import dev.turnpike.app.testing.Shot;
import dev.turnpike.app.testing.Windows;
import dev.turnpike.gateway.traffic.Body;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(FxExtension.class)
class JsonTreeTest {
    private static final String LONG =
            "The unit price is added once for each line, so qty is never used.\\n".repeat(20);
    private static final String BODY =
            "{\"model\":\"opus\",\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":\"fix qty\"}]},"
                    + "{\"role\":\"assistant\",\"content\":\"" + LONG + "\"}],\"stream\":true}";

    private static BodyView view(Windows windows, WorkRunner work, String body) {
        return view(windows, ThemeChoice.LIGHT, work, body);
    }

    private static BodyView view(Windows windows, ThemeChoice theme, WorkRunner work, String body) {
        BodyView view = windows.show(theme, 600, 400, () -> styled(new BodyView(work, "Body")))
                .view();
        windows.run(() -> view.show(Body.of(body.getBytes(StandardCharsets.UTF_8))));
        windows.until(() -> view.lookup(".json-tree") != null);
        return view;
    }

    /// The view with the sheet of its room.
    private static final class Styled extends StackPane {
        private final BodyView view;

        Styled(BodyView view) {
            super(view);
            this.view = view;
            getStylesheets().add(TrafficRoom.class.getResource("traffic.css").toExternalForm());
        }

        BodyView view() {
            return view;
        }
    }

    private static Styled styled(BodyView view) {
        return new Styled(view);
    }

    private static JsonTree tree(BodyView view) {
        return (JsonTree) view.lookup(".json-tree");
    }

    private static List<String> lines(Windows windows, BodyView view) {
        return windows.call(() -> {
            JsonTree tree = tree(view);
            List<String> lines = new ArrayList<>();
            for (int i = 0; i < tree.getExpandedItemCount(); i++) {
                lines.add(
                        switch (tree.getTreeItem(i).getValue()) {
                            case JsonLine.Value(var row, var _, var _) -> row.name();
                            case JsonLine.Run run -> run.name();
                            case JsonLine.Words words -> "| " + words.text();
                            case JsonLine.More _ -> "more";
                            case JsonLine.Note note -> note.sentence();
                        });
            }
            return lines;
        });
    }

    private static void select(Windows windows, BodyView view, int row) {
        windows.run(() -> {
            tree(view).requestFocus();
            tree(view).getSelectionModel().clearAndSelect(row);
        });
    }

    private static String clipboard(Windows windows) {
        return windows.call(() -> Clipboard.getSystemClipboard().getString());
    }

    @Test
    void findsWordsAndStepsFromPlaceToPlace(Windows windows) {
        BodyView view = view(windows, new SameThreadWork(), BODY);
        select(windows, view, 0);
        windows.press(KeyCode.CONTROL, KeyCode.F);
        windows.type("qty");

        assertThat(count(windows, view)).isEqualTo("1 of 21");
        assertThat(selectedPath(windows, view)).isEqualTo("messages[0].content[0].text");
        windows.press(KeyCode.ENTER);
        assertThat(count(windows, view)).isEqualTo("2 of 21");
        assertThat(selectedPath(windows, view))
                .as("a folded string is unfolded")
                .isEqualTo("messages[1].content");
        assertThat(selectedLine(windows, view)).isInstanceOf(JsonLine.Words.class);
        windows.press(KeyCode.SHIFT, KeyCode.ENTER);
        windows.press(KeyCode.SHIFT, KeyCode.ENTER);
        assertThat(count(windows, view)).isEqualTo("21 of 21");
        assertThat(view.lookupAll(".json-found")).isNotEmpty();
        windows.press(KeyCode.ESCAPE);
        assertThat(view.lookupAll(".json-found")).isEmpty();
        assertThat(windows.call(() -> tree(view).isFocused())).isTrue();
    }

    private static String count(Windows windows, BodyView view) {
        return windows.call(() -> ((Label) view.lookup(".find-count")).getText());
    }

    private static String selectedPath(Windows windows, BodyView view) {
        return windows.call(
                () -> Objects.requireNonNull(tree(view).selectedValue()).path().text());
    }

    private static JsonLine selectedLine(Windows windows, BodyView view) {
        return windows.call(() -> Objects.requireNonNull(tree(view).selected()).getValue());
    }

    @Test
    void copiesValuePathNameAndJson(Windows windows) {
        BodyView view = view(windows, new SameThreadWork(), BODY);
        select(windows, view, 0);
        windows.press(KeyCode.CONTROL, KeyCode.C);
        assertThat(clipboard(windows)).isEqualTo("opus");
        windows.run(() -> tree(view).reveal(new JsonHit(0, JsonPath.parse("messages[0].content[0]"), -1)));
        windows.run(() -> JsonMenu.copy(tree(view), JsonMenu.Form.PATH));
        assertThat(clipboard(windows)).isEqualTo("messages[0].content[0]");
        windows.run(() -> JsonMenu.copy(tree(view), JsonMenu.Form.JSON));
        assertThat(clipboard(windows)).isEqualTo("{\n  \"text\": \"fix qty\"\n}");
        windows.run(() -> JsonMenu.copy(tree(view), JsonMenu.Form.KEY));
        assertThat(clipboard(windows)).isEqualTo("0");
    }

    @Test
    void hasAMenuForEachLine(Windows windows) {
        BodyView view = view(windows, new SameThreadWork(), BODY);
        windows.robot().clickOn(view.lookup(".json-key"), MouseButton.SECONDARY);
        windows.settle();
        assertThat(selectedPath(windows, view)).isEqualTo("model");
        windows.click("Copy path");

        assertThat(clipboard(windows)).isEqualTo("model");
    }

    @Test
    void foldsALongStringToOneLine(Windows windows) {
        BodyView view =
                view(windows, new SameThreadWork(), "{\"text\":\"" + "0123456789 ".repeat(2_000) + "\",\"b\":1}");
        assertThat(lines(windows, view)).containsExactly("text", "b");
        select(windows, view, 0);
        windows.press(KeyCode.ENTER);

        List<String> open = lines(windows, view);
        assertThat(open).hasSize(JsonItem.LINES + 3);
        assertThat(open.get(JsonItem.LINES + 1)).isEqualTo("more");
        select(windows, view, JsonItem.LINES + 1);
        windows.press(KeyCode.ENTER);
        assertThat(lines(windows, view)).hasSizeGreaterThan(JsonItem.LINES + 50).doesNotContain("more");
        select(windows, view, 0);
        windows.press(KeyCode.LEFT);
        assertThat(lines(windows, view)).containsExactly("text", "b");
    }

    @Test
    void opensAndFoldsAllInALine(Windows windows) {
        BodyView view = view(windows, new SameThreadWork(), BODY);
        select(windows, view, 1);
        windows.press(KeyCode.ALT, KeyCode.RIGHT);
        assertThat(lines(windows, view))
                .containsExactly(
                        "model", "messages", "0", "role", "content", "0", "text", "1", "role", "content", "stream");
        windows.press(KeyCode.ALT, KeyCode.LEFT);
        assertThat(lines(windows, view)).containsExactly("model", "messages", "stream");
    }

    @Test
    void readsAHugeArrayInTheBackgroundAndShowsItInRuns(Windows windows) {
        String array =
                IntStream.range(0, 25_000).mapToObj(i -> "\"value " + i + "\"").collect(Collectors.joining(","));
        try (BackgroundWork work = new BackgroundWork()) {
            BodyView view = view(windows, work, "{\"all\":[" + array + "]}");
            windows.run(() -> tree(view).getRoot().getChildren().getFirst().setExpanded(true));
            windows.until(() -> tree(view).getExpandedItemCount() > 20);
            assertThat(lines(windows, view)).hasSize(26).contains("24000 – 24999");
            windows.run(() -> tree(view).reveal(new JsonHit(0, JsonPath.parse("all[23456]"), 0)));
            windows.until(() -> tree(view).selected() != null);

            assertThat(selectedPath(windows, view)).isEqualTo("all[23456]");
        }
    }

    @Test
    void keepsWhatIsOpenAndSelectedWhileABodyGrows(Windows windows) {
        BodyView view = view(windows, new SameThreadWork(), "data: {\"a\":[1]}\n\ndata: {\"b\":[2]}\n\n");
        windows.run(() -> tree(view).reveal(new JsonHit(1, JsonPath.parse("b[0]"), -1)));
        List<String> before = lines(windows, view);
        windows.run(() -> view.grown(Body.of(
                "data: {\"a\":[1]}\n\ndata: {\"b\":[2]}\n\ndata: {\"c\":[3]}\n\n".getBytes(StandardCharsets.UTF_8))));

        assertThat(lines(windows, view))
                .startsWith(before.toArray(String[]::new))
                .hasSize(before.size() + 1);
        assertThat(selectedPath(windows, view)).isEqualTo("b[0]");
    }

    @ParameterizedTest
    @EnumSource(value = ThemeChoice.class, names = "SYSTEM", mode = EnumSource.Mode.EXCLUDE)
    void drawsASearch(ThemeChoice theme, Windows windows) {
        BodyView view = view(windows, theme, new SameThreadWork(), BODY);
        select(windows, view, 0);
        windows.press(KeyCode.CONTROL, KeyCode.F);
        windows.type("qty");
        windows.press(KeyCode.ENTER);
        assertThat(view.lookupAll(".json-found")).isNotEmpty();
        Shot.wanted(view, "find-" + theme.name().toLowerCase(Locale.ROOT));
    }
}
