package dev.turnpike.app.onboarding;

import static dev.turnpike.testing.ScriptedUpstream.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.look.Theme;
import dev.turnpike.app.preferences.ThemeChoice;
import dev.turnpike.app.shell.Command;
import dev.turnpike.app.shell.Commands;
import dev.turnpike.app.shell.MainWindow;
import dev.turnpike.app.testing.FxExtension;
import dev.turnpike.app.testing.Shot;
import dev.turnpike.app.testing.Windows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(FxExtension.class)
class OnboardingSheetTest {
    private static final String THEIRS = "{\n  \"theme\": \"dark\"\n}\n";

    @TempDir
    Path folder;

    private final List<String> rooms = new ArrayList<>();
    private OnboardingDesk desk;
    private Windows windows;
    private @Nullable MainWindow opened;

    @BeforeEach
    void prepare(Windows given) {
        desk = new OnboardingDesk(folder);
        windows = given;
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void start() {
        start(ThemeChoice.LIGHT, 1280, 800);
    }

    private void start(ThemeChoice theme, double width, double height) {
        windows.run(() -> {
            Commands commands = new Commands();
            MainWindow window = new MainWindow(new Stage(), new Theme(theme), commands);
            commands.add(Command.of("room.traffic", "Traffic", () -> rooms.add("traffic")));
            window.furnish(List.of());
            window.stage().setWidth(width);
            window.stage().setHeight(height);
            window.show();
            opened = window;
            new OnboardingSheet(desk.parts(), window.sheets(), commands).start();
        });
        windows.settle();
    }

    private MainWindow window() {
        return Objects.requireNonNull(opened);
    }

    private @Nullable Node find(String id) {
        return windows.call(() -> window().stage().getScene().getRoot().lookup("#onboarding-" + id));
    }

    private void click(String id) {
        windows.click(Objects.requireNonNull(find(id), id));
    }

    private void fill(String id, String text) {
        windows.run(() -> {
            Node node = Objects.requireNonNull(find(id));
            node.requestFocus();
            ((TextInputControl) node).selectAll();
            // as one who pastes
            ((TextInputControl) node).replaceSelection(text);
        });
    }

    private String words() {
        return windows.call(() -> String.join(
                "\n",
                window().stage().getScene().getRoot().lookupAll("*").stream()
                        .filter(OnboardingSheetTest::isShown)
                        .map(node -> node instanceof Labeled labeled
                                ? String.valueOf(labeled.getText())
                                : node instanceof Text text ? text.getText() : "")
                        .toList()));
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(words()).isLessThan(end);
            windows.settle();
        }
    }

    private void shot(String name) {
        windows.settle();
        Shot.wanted(window().stage().getScene().getRoot(), name);
    }

    @Test
    void goesThroughWithTheDemo() {
        desk.settings(THEIRS);
        desk.gateway.start();
        start();
        click("demo");
        assertThat(words()).contains("Connect Claude Code", "claude 2.1.303 found", "~/.claude/settings.json");
        click("choice-ENABLE_TOOL_SEARCH");
        assertThat(words()).doesNotContain("\"ENABLE_TOOL_SEARCH\": \"true\"");
        click("configure");
        assertThat(words()).contains("Configured", "Waiting for the first request");
        assertThat(OnboardingDesk.read(desk.settings()))
                .contains("ANTHROPIC_BASE_URL")
                .doesNotContain("ENABLE_TOOL_SEARCH");
        click("test");
        await(() -> words().contains("Test request — claude-sonnet-5-5 → turnpike-demo, "));
        assertThat(desk.preferences.current().onboarded()).isFalse();
        desk.ask();
        await(() -> words().contains("First request received — claude-sonnet-5-5 → turnpike-demo, "));
        assertThat(desk.preferences.current().onboarded()).isTrue();
        assertThat(desk.channels()).doesNotContain("baseUrl");
        click("traffic");
        assertThat(rooms).containsExactly("traffic");
        assertThat(windows.call(() -> window().sheets().isOpen())).isFalse();
    }

    @Test
    void takesAnEditBack() {
        desk.settings(THEIRS);
        desk.gateway.start();
        start();
        click("demo");
        click("configure");
        click("undo");
        assertThat(OnboardingDesk.read(desk.settings())).isEqualTo(THEIRS);
        assertThat(words()).doesNotContain("Waiting for the first request");
        assertThat(find("configure")).isNotNull();
    }

    @Test
    void showsNoKey() {
        desk.gateway.start();
        for (int i = 0; i < 12; i++) {
            desk.upstream.script(answer(
                    401, "application/json", "{\"error\":{\"message\":\"no such key " + OnboardingDesk.KEY + "\"}}"));
        }
        start();
        click("tile-deepseek");
        fill("key", OnboardingDesk.KEY);
        click("check");
        assertThat(words()).contains("no such key").doesNotContain(OnboardingDesk.KEY);
        click("next");
        assertThat(windows.call(() -> ((ComboBox<?>) Objects.requireNonNull(find("haiku")))
                        .getEditor()
                        .getText()))
                .isEqualTo("deepseek-v4-flash");
        click("next");
        assertThat(desk.editor.channels())
                .singleElement()
                .satisfies(c -> assertThat(c.id().value()).isEqualTo("deepseek"));
        assertThat(words()).doesNotContain(OnboardingDesk.KEY);
        click("back");
        click("same");
        assertThat(windows.call(() -> ((ComboBox<?>) Objects.requireNonNull(find("haiku")))
                        .getEditor()
                        .getText()))
                .isEqualTo("deepseek-v4-pro");
        click("next");
        assertThat(desk.editor.channels()).hasSize(1);
    }

    @Test
    void saysWhatIsMissing() {
        start();
        click("next");
        assertThat(words()).contains("Choose where requests go.");
        click("tile-any");
        fill("url", "models.example");
        assertThat(words()).contains("A URL must begin with http:// or https://");
        click("next");
        assertThat(find("haiku")).isNull();
        fill("url", "http://127.0.0.1:" + desk.upstream.port());
        assertThat(words()).contains("/v1/chat/completions").doesNotContain("A URL must begin");
        click("next");
        assertThat(find("haiku")).isNotNull();
    }

    @Test
    void isSkipped() {
        start();
        click("skip");
        assertThat(windows.call(() -> window().sheets().isOpen())).isFalse();
        assertThat(desk.preferences.current().onboarded()).isTrue();
        assertThat(desk.channels()).isEmpty();
    }

    @Test
    void isSkippedWithEscape() {
        start();
        windows.press(KeyCode.ESCAPE);
        assertThat(windows.call(() -> window().sheets().isOpen())).isFalse();
        assertThat(desk.preferences.current().onboarded()).isTrue();
    }

    @Test
    void comesAgainWhereAnotherSheetTookItsPlace() {
        start();
        windows.run(() -> window().sheets().show(new VBox(new Label("other")), () -> {}));
        assertThat(desk.preferences.current().onboarded()).isFalse();
    }

    @Test
    void offersNoButtonForAFileThatItCannotRead() {
        desk.settings("{\n  \"env\": {,}\n}");
        desk.gateway.start();
        start();
        click("demo");
        assertThat(words()).contains("~/.claude/settings.json:2:11");
        assertThat(find("configure")).isNull();
        shot("unreadable-light");
        desk.settings(THEIRS);
        click("again");
        assertThat(find("configure")).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,1280,800", "DARK,1280,800", "LIGHT,900,600", "DARK,900,600"})
    void fitsTheWindow(ThemeChoice theme, double width, double height) {
        String name = "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + (int) width;
        desk.environment.put("ANTHROPIC_API_KEY", "sk-ant-somebody-else-0000");
        desk.settings("""
                {
                  "env": {
                    "EDITOR": "nvim",
                    "ANTHROPIC_BASE_URL": "http://models.example/api",
                    "ANTHROPIC_AUTH_TOKEN": "zai-0123456789-4f2a"
                  },
                  "theme": "dark",
                  "a": 1,
                  "b": 2
                }
                """);
        desk.upstream.script(answer(200, "application/json", "{\"data\":[{\"id\":\"qwen3:8b\"}]}"));
        desk.gateway.start();
        start(theme, width, height);
        fits("1-start" + name);
        click("tile-any");
        fill("url", "models.example");
        fits("1-any" + name);
        click("tile-glm");
        fits("1-glm" + name);
        click("tile-deepseek");
        fill("key", OnboardingDesk.KEY);
        fits("1-key" + name);
        for (int i = 0; i < 12; i++) {
            desk.upstream.script(answer(401, "application/json", "{\"error\":{\"message\":\"Authentication Fails\"}}"));
        }
        click("check");
        fits("1-failed" + name);
        click("next");
        fits("2" + name);
        click("next");
        fits("3-diff" + name);
        click("configure");
        fits("3-waiting" + name);
        desk.ask();
        await(() -> words().contains("First request received") && words().contains(" s\n"));
        fits("3-first" + name);
    }

    /// The whole sheet is in the window, head and foot with it.
    private void fits(String name) {
        shot(name);
        Bounds sheet = windows.call(() -> {
            Node node = window().stage().getScene().getRoot().lookup(".onboarding");
            return node.localToScene(node.getLayoutBounds());
        });
        double height = windows.call(() -> window().stage().getScene().getHeight());
        assertThat(sheet.getMinY()).as(name).isGreaterThanOrEqualTo(0);
        assertThat(sheet.getMaxY()).as(name).isLessThanOrEqualTo(height);
        assertThat(sheet.getWidth()).as(name).isEqualTo(768);
        for (String id : List.of("next", "back", "skip", "traffic", "configure")) {
            Node node = find(id);
            if (node != null) {
                Bounds at = windows.call(() -> node.localToScene(node.getLayoutBounds()));
                assertThat(at.getMaxY()).as(id + " of " + name).isLessThanOrEqualTo(sheet.getMaxY());
            }
        }
    }
}
