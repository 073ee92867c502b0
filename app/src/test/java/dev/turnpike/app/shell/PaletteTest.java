package dev.turnpike.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.look.SheetBox;
import dev.turnpike.app.look.Theme;
import dev.turnpike.app.preferences.ThemeChoice;
import dev.turnpike.app.testing.FxExtension;
import dev.turnpike.app.testing.Shot;
import dev.turnpike.app.testing.Windows;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(FxExtension.class)
class PaletteTest {
    private final List<String> done = new ArrayList<>();
    private final Commands commands = new Commands();
    private MainWindow window;
    private Theme theme;
    private Button button;
    private TextField text;

    /// A room with a button that hears every key, and a field for text.
    private final class Heard implements Room {
        private final VBox view = new VBox(24, button, text);

        @Override
        public RoomName name() {
            return RoomName.TRAFFIC;
        }

        @Override
        public Parent view() {
            return view;
        }

        @Override
        public void find() {
            done.add("find");
        }

        @Override
        public List<KeyLine> keys() {
            return List.of(
                    KeyLine.of("Move in the list", "↑↓", "J", "K"),
                    KeyLine.of("Filter", "Shortcut+F", "/"),
                    KeyLine.of("Clear the list, pins stay", "Shortcut+Shift+Del"));
        }
    }

    @BeforeEach
    void open(Windows windows) {
        button = windows.call(() -> new Button("in the room"));
        text = windows.call(TextField::new);
        theme = windows.call(() -> new Theme(ThemeChoice.LIGHT));
        window = windows.call(() -> new MainWindow(new Stage(), theme, commands));
        windows.run(() -> {
            button.setOnKeyPressed(event -> done.add("room heard " + event.getCode()));
            window.furnish(List.of(new Heard()));
            window.open(RoomName.TRAFFIC);
            fill(window);
            window.show();
            button.requestFocus();
        });
    }

    private void fill(MainWindow made) {
        made.add(act("recording.pause", "Pause recording")
                .drawn("pause")
                .saying(() -> "requests still flow")
                .on(Shortcut.told(KeyCode.SPACE)));
        made.add(act("gateway.copy-url", "Copy gateway URL").drawn("copy"));
        made.add(act("app.quit", "Quit Turnpike").drawn("x").on(Shortcut.anywhere(KeyCode.Q)));
        made.add(commands.find("room.usage").orElseThrow().saying(() -> "1.24 M tokens today"));
        commands.addSource(() -> List.of(
                use("openrouter", "OpenRouter", "for new requests, now DeepSeek"),
                use("vllm", "Local vLLM", "127.0.0.1:8000"),
                use("ollama", "Ollama", "off, will be turned on")));
        commands.addSource(() -> List.of(act("session.4f2a", "~/work/shop")
                .in(CommandGroup.SESSIONS)
                .drawn("folder")
                .saying(() -> "4f2a, 38 requests, uses opus")));
    }

    private Command act(String id, String title) {
        return Command.of(id, title, () -> done.add(id));
    }

    private Command use(String id, String name, String second) {
        return act("channel.use." + id, "Use " + name)
                .in(CommandGroup.CHANNELS)
                .drawn("channels")
                .saying(() -> second);
    }

    private boolean isOpen(Windows windows) {
        return windows.call(() -> {
            Node layer = window.stage().getScene().lookup("#palette");
            return layer.isVisible() && !layer.isMouseTransparent();
        });
    }

    @SuppressWarnings("unchecked")
    private ListView<PaletteRow> list() {
        return (ListView<PaletteRow>) window.stage().getScene().lookup("#palette-rows");
    }

    /// What a screen reader says of the rows in sight.
    private List<String> rows(Windows windows) {
        return windows.call(() -> list().lookupAll(".list-cell").stream()
                .map(ListCell.class::cast)
                .filter(cell -> !cell.isEmpty())
                .sorted((one, other) -> Integer.compare(one.getIndex(), other.getIndex()))
                .map(cell -> cell.isSelected() ? "> " + cell.getAccessibleText() : cell.getAccessibleText())
                .toList());
    }

    private String label(Windows windows, String id) {
        return windows.call(() -> ((Label) window.stage().getScene().lookup(id)).getText());
    }

    private Node focus(Windows windows) {
        return windows.call(() -> window.stage().getScene().getFocusOwner());
    }

    private void type(Windows windows, String typed) {
        windows.press(KeyCode.CONTROL, KeyCode.K);
        // the room heard these
        done.clear();
        windows.type(typed);
    }

    @Test
    void showsWhatMatchesByGroupsTheBestSelected(Windows windows) {
        type(windows, "use");
        assertThat(rows(windows))
                .containsExactly(
                        "Channels",
                        "> Use OpenRouter, for new requests, now DeepSeek",
                        "Use Local vLLM, 127.0.0.1:8000",
                        "Use Ollama, off, will be turned on",
                        "Rooms",
                        "Usage, 1.24 M tokens today, Ctrl 4",
                        "Actions",
                        "Pause recording, requests still flow, Space",
                        "Recent sessions",
                        "~/work/shop, 4f2a, 38 requests, uses opus");
        assertThat(label(windows, "#palette-count")).isEqualTo("6 of 14 commands");
    }

    @Test
    void runsTheSelectedOneAndGivesTheFocusBack(Windows windows) {
        type(windows, "use");
        for (int i = 0; i < 4; i++) {
            windows.press(KeyCode.DOWN);
        }
        windows.press(KeyCode.ENTER);
        assertThat(done).containsExactly("recording.pause");
        assertThat(isOpen(windows)).isFalse();
        assertThat(focus(windows)).isSameAs(button);
    }

    @Test
    void goesRoundTheEnds(Windows windows) {
        type(windows, "use");
        windows.press(KeyCode.UP);
        windows.press(KeyCode.ENTER);
        assertThat(done).containsExactly("session.4f2a");
    }

    @Test
    void runsWhatIsClicked(Windows windows) {
        type(windows, "use");
        windows.click(windows.call(() -> list().lookupAll(".list-cell").stream()
                .filter(cell -> String.valueOf(cell.getAccessibleText()).startsWith("Use Ollama"))
                .findFirst()
                .orElseThrow()));
        assertThat(done).containsExactly("channel.use.ollama");
        assertThat(isOpen(windows)).isFalse();
    }

    @Test
    void closesByEscByItsOwnKeysAndByAClickBesideIt(Windows windows) {
        type(windows, "use");
        windows.press(KeyCode.ESCAPE);
        assertThat(isOpen(windows)).isFalse();
        assertThat(focus(windows)).isSameAs(button);
        windows.press(KeyCode.CONTROL, KeyCode.K);
        assertThat(windows.call(() -> ((TextField) window.stage().getScene().lookup("#palette-field")).getText()))
                .as("begins anew")
                .isEmpty();
        windows.press(KeyCode.CONTROL, KeyCode.K);
        assertThat(isOpen(windows)).isFalse();
        windows.press(KeyCode.CONTROL, KeyCode.K);
        assertThat(isOpen(windows)).isTrue();
        windows.robot().clickOn(window.stage().getX() + 100, window.stage().getY() + 700);
        windows.settle();
        assertThat(isOpen(windows)).isFalse();
        assertThat(focus(windows)).isSameAs(button);
        assertThat(done).noneMatch(told -> told.startsWith("channel"));
    }

    @Test
    void letsNothingBehindItHearKeys(Windows windows) {
        windows.run(() -> window.stage()
                .getScene()
                .getAccelerators()
                .put(
                        new KeyCodeCombination(KeyCode.F6),
                        () -> done.add("a key that a part of the room brought along")));
        windows.press(KeyCode.CONTROL, KeyCode.K);
        done.clear();
        windows.press(KeyCode.F6);
        windows.press(KeyCode.CONTROL, KeyCode.Q);
        windows.press(KeyCode.CONTROL, KeyCode.F);
        windows.press(KeyCode.TAB);
        windows.press(KeyCode.F5);
        windows.type("?");
        assertThat(done).isEmpty();
        assertThat(window.sheets().isOpen()).isFalse();
        assertThat(focus(windows).getId()).isEqualTo("palette-field");
        assertThat(label(windows, "#palette-nothing")).isEqualTo("No command matches ?");
        windows.press(KeyCode.ENTER);
        assertThat(done).isEmpty();
        assertThat(isOpen(windows)).isTrue();
    }

    @Test
    void doesNotOpenOverASheetAndGoesWhereOneComes(Windows windows) {
        windows.run(() -> window.sheets().show(new SheetBox(480, "A question", ""), () -> {}));
        windows.press(KeyCode.CONTROL, KeyCode.K);
        assertThat(isOpen(windows)).isFalse();
        windows.press(KeyCode.ESCAPE);
        windows.press(KeyCode.CONTROL, KeyCode.K);
        assertThat(isOpen(windows)).isTrue();
        windows.run(() -> window.sheets().show(new SheetBox(480, "Another question", ""), () -> {}));
        assertThat(isOpen(windows)).isFalse();
        windows.press(KeyCode.ESCAPE);
        assertThat(focus(windows)).isSameAs(button);
    }

    @Test
    void doesNotOfferItself(Windows windows) {
        type(windows, "find a");
        assertThat(rows(windows)).noneMatch(row -> row.contains("Find a command"));
    }

    @Test
    void putsFirstWhatWasUsedLately(Windows windows) {
        type(windows, "copy");
        windows.press(KeyCode.ENTER);
        windows.press(KeyCode.CONTROL, KeyCode.K);
        assertThat(rows(windows)).startsWith("Recently used", "> Copy gateway URL");
    }

    @Test
    void scrollsToTheSelectedOfManyCommands(Windows windows) {
        windows.run(() -> {
            for (int i = 0; i < 200; i++) {
                window.add(act("many." + i, "Many " + i));
            }
        });
        windows.press(KeyCode.CONTROL, KeyCode.K);
        windows.press(KeyCode.UP);
        assertInSight(windows, "~/work/shop");
        windows.press(KeyCode.UP);
        assertInSight(windows, "Many 199");
        windows.press(KeyCode.DOWN);
        windows.press(KeyCode.DOWN);
        assertInSight(windows, "Use OpenRouter");
        for (int i = 0; i < 19; i++) {
            windows.press(KeyCode.DOWN);
        }
        assertInSight(windows, "Many 6");
        windows.press(KeyCode.ENTER);
        assertThat(done).endsWith("many.6");
        type(windows, "many 1");
        assertThat(label(windows, "#palette-count")).startsWith("119 of ");
    }

    private void assertInSight(Windows windows, String title) {
        boolean whole = windows.call(() -> list().lookupAll(".list-cell").stream()
                .map(ListCell.class::cast)
                .filter(cell -> cell.isSelected()
                        && String.valueOf(cell.getAccessibleText()).startsWith(title))
                .anyMatch(cell -> {
                    double top = cell.localToScene(0, 0).getY()
                            - list().localToScene(0, 0).getY();
                    return top >= 0 && top + cell.getHeight() <= list().getHeight() + 1;
                }));
        assertThat(whole).as(title + " is in sight").isTrue();
    }

    @Test
    void showsAllKeysByAQuestionMarkThatIsNotText(Windows windows) {
        windows.run(text::requestFocus);
        windows.type("?");
        assertThat(window.sheets().isOpen()).isFalse();
        windows.run(button::requestFocus);
        windows.type("?");
        assertThat(window.sheets().isOpen()).isTrue();
        assertThat(windows.call(() -> window.stage().getScene().lookup("#keys").lookupAll(".label").stream()
                        .map(Node::getAccessibleText)
                        .filter(told -> told != null)
                        .toList()))
                .contains(
                        "Traffic, Ctrl 1",
                        "Settings, Ctrl 5 or Ctrl ,",
                        "Show keys, ?",
                        "Filter, Ctrl F or /",
                        "Clear the list, pins stay, Ctrl Shift Del")
                .noneMatch(told -> told.contains("Space"));
        windows.press(KeyCode.ESCAPE);
        assertThat(window.sheets().isOpen()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(value = ThemeChoice.class, names = "SYSTEM", mode = EnumSource.Mode.EXCLUDE)
    void looksAsDrawn(ThemeChoice choice, Windows windows) {
        windows.run(() -> theme.choiceProperty().set(choice));
        String name = choice.name().toLowerCase(java.util.Locale.ROOT);
        type(windows, "use");
        Shot.wanted(list(), "palette-" + name);
        windows.type("xyz");
        Shot.wanted(list(), "palette-none-" + name);
        windows.press(KeyCode.ESCAPE);
        windows.press(KeyCode.CONTROL, KeyCode.K);
        windows.press(KeyCode.DOWN);
        Shot.wanted(list(), "palette-all-" + name);
        windows.press(KeyCode.ESCAPE);
        windows.type("?");
        windows.settle();
        Shot.wanted(list(), "keys-" + name);
        assertThat(windows.call(() -> list().lookupAll(".palette-row").stream()
                        .mapToDouble(row -> row.getLayoutBounds().getHeight())
                        .distinct()
                        .boxed()
                        .toList()))
                .containsOnly(32.0);
    }
}
