package dev.turnpike.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.look.Theme;
import dev.turnpike.app.preferences.ThemeChoice;
import dev.turnpike.app.shell.Commands;
import dev.turnpike.app.shell.MainWindow;
import dev.turnpike.app.shell.RoomName;
import dev.turnpike.app.testing.FxExtension;
import dev.turnpike.app.testing.Shot;
import dev.turnpike.app.testing.Windows;
import dev.turnpike.gateway.exchange.ExchangeKind;
import dev.turnpike.gateway.http.Headers;
import dev.turnpike.gateway.traffic.RecordedExchange;
import dev.turnpike.testing.ClaudeRequest;
import dev.turnpike.testing.ScriptedExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(FxExtension.class)
class ExchangeActsTest {
    private static final long START = 1_700_000_000_000L;

    @TempDir
    private Path folder;

    private final Desk.Upstreams upstreams = new Desk.Upstreams();
    private Desk desk;
    private Theme theme;
    private Windows windows;
    private MainWindow window;
    private TrafficRoom room;
    private int count;

    @BeforeEach
    void desk(Windows shown) {
        windows = shown;
        desk = new Desk(folder);
        theme = windows.call(() -> new Theme(ThemeChoice.LIGHT));
        window = windows.call(() -> new MainWindow(new Stage(), theme, new Commands()));
        room = windows.call(() -> new TrafficRoom(desk.parts(window.sheets(), window.toasts(), upstreams)));
    }

    @AfterEach
    void close() {
        windows.run(() -> window.stage().hide());
        desk.close();
    }

    @Test
    void sendsAgainToAChannelOfOnesChoiceAndShowsItsHostFirst() {
        done("Fix the test");
        open(ThemeChoice.LIGHT);
        windows.press(KeyCode.R);
        assertThat(words()).contains("Send again", "Send to api.deepseek.com");
        choose("glm");
        assertThat(words()).contains("Send to open.bigmodel.cn");
        windows.click("#resend-send");

        assertThat(upstreams.sent).singleElement().asString().startsWith("glm /v1/messages?beta=true {");
        assertThat(upstreams.sent.getFirst()).contains("Fix the test");
        assertThat(window.sheets().isOpen()).isFalse();
    }

    @Test
    void sendsNothingOverALoginThatIsNotOurs() {
        done("Fix the test");
        open(ThemeChoice.LIGHT);
        windows.press(KeyCode.R);
        choose("claude");

        assertThat(words()).contains("Claude goes by your own login.");
        assertThat(button("#resend-send").isDisabled()).isTrue();
    }

    @Test
    void sendsNothingInWhichSecretsWereOverwritten() {
        // only the file has it, where no key is written
        new ScriptedExchange(desk.elsewhere()::on, "x1", START)
                .arrived(
                        ExchangeKind.MESSAGES,
                        Headers.of("user-agent", "curl/8"),
                        "{\"model\":\"m\",\"api_key\":\"correct horse battery\",\"messages\":[]}"
                                .getBytes(StandardCharsets.UTF_8))
                .understood("m", false)
                .sent("deepseek", "m", "first of 2")
                .answered(200)
                .begun(1)
                .finished(1, 1);
        open(ThemeChoice.LIGHT);
        windows.press(KeyCode.R);

        assertThat(window.sheets().isOpen()).isFalse();
        assertThat(words()).anyMatch(word -> word.startsWith("Secrets in this request were overwritten"));
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void sendsWhatWasEditedOnceItIsJson(ThemeChoice theme) {
        done("A long story. ".repeat(60));
        open(theme);
        windows.press(KeyCode.E);
        TextArea editor = (TextArea) find("#resend-editor");
        assertThat(editor.getText()).contains("«text 1, ").doesNotContain("A long story");
        windows.run(() -> editor.setText(editor.getText().replace("claude-opus-5-5", "claude-opus-5-5\",,\"x")));
        assertThat(words()).anyMatch(word -> word.startsWith("Line 2, column "));
        assertThat(button("#resend-send").isDisabled()).isTrue();
        Shot.wanted(window.stage().getScene().getRoot(), "edit-invalid-" + name(theme));
        windows.run(() -> editor.setText(editor.getText().replace("claude-opus-5-5\",,\"x", "claude-haiku")));
        Shot.like(window.stage().getScene().getRoot(), "edit-" + name(theme));
        windows.click("#resend-send");

        assertThat(upstreams.sent.getFirst()).contains("\"claude-haiku\"").contains("A long story. A long story.");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void comparesWithTheOneBefore(ThemeChoice theme) {
        done("Fix the test");
        done("Write the docs\nin two\nlines, one of which is longer " + "than all that is in sight ".repeat(8));
        open(theme);
        windows.press(KeyCode.D);
        windows.settle();

        assertThat(words()).contains("1 changed, 0 added, 0 removed. 10 values are the same.");
        ListView<?> lines = (ListView<?>) find("#compare-lines");
        assertThat(lines.getItems().stream().map(Object::toString).toList())
                .anyMatch(line -> line.contains("messages[0].content"))
                .anyMatch(line -> line.contains("REMOVED") && line.contains("Fix the test"))
                .anyMatch(line -> line.contains("ADDED") && line.contains("in two"));
        Shot.like(window.stage().getScene().getRoot(), "compare-" + name(theme));
        windows.press(KeyCode.ESCAPE);
    }

    @Test
    void copiesInEveryForm() {
        done("Fix the test");
        open(ThemeChoice.LIGHT);
        windows.press(KeyCode.C);
        assertThat(clipboard()).startsWith("curl ").contains("TURNPIKE_KEY").doesNotContain("tp-key-of-the-gateway");
        copy(CopyForm.CURL_WITH_KEY);
        assertThat(clipboard()).contains("tp-key-of-the-gateway");
        copy(CopyForm.REQUEST);
        assertThat(clipboard()).contains("\"max_tokens\" : 32000", "Fix the test");
        copy(CopyForm.RESPONSE);
        assertThat(clipboard()).contains("\"role\" : \"assistant\"").contains("An aardvark.");
        copy(CopyForm.TEXT);
        assertThat(clipboard()).isEqualTo("An aardvark.");
        copy(CopyForm.MARKDOWN);
        assertThat(clipboard()).contains("Fix the test", "An aardvark.");
        copy(CopyForm.EXCHANGE);
        assertThat(clipboard()).contains("\"askedModel\"");
        assertThat(words()).contains("Copied: Everything as JSON");
    }

    @Test
    void exportsWhatIsShown() throws IOException {
        done("Fix the test");
        done("Write the docs");
        open(ThemeChoice.LIGHT);
        windows.run(() -> room.model().list().filterProperty().set(ListFilter.USUAL.typed("docs")));
        Path file = folder.resolve("all.har");
        ListFilter filter = room.model().list().filterProperty().get();
        windows.run(() -> room.har().write(file, taker -> room.model().each(filter.wanted(), taker)));

        assertThat(Files.readString(file)).contains("Write the docs").doesNotContain("Fix the test");
        assertThat(words()).contains("1 request is in all.har");
    }

    @Test
    void opensItsMenuByTheKeyboardAndPins() {
        done("Fix the test");
        open(ThemeChoice.LIGHT);
        windows.press(KeyCode.P);

        assertThat(room.model().list().selectedProperty().get().isPinned()).isTrue();
    }

    @Test
    void leadsFromWhatWasSentAgainToItsOriginal() {
        done("Fix the test");
        new ScriptedExchange(desk.recorder::on, "x9", START + 9)
                .arrived(
                        ExchangeKind.MESSAGES,
                        Headers.of("user-agent", "claude-cli/2", RecordedExchange.RESENT_FROM, "x1"),
                        asking("Fix the test").body())
                .understood("claude-opus-5-5", true)
                .sent("glm", "glm-5.1", "pinned")
                .answered(200)
                .begun(1)
                .finished(1, 1);
        open(ThemeChoice.LIGHT);
        assertThat(words()).contains("Resent, Fix the test", "Resent from #1");
        windows.click("#exchange-original");

        assertThat(room.model().list().selectedProperty().get().id().value()).isEqualTo("x1");
    }

    @Test
    void showsOneInAWindowOfItsOwnThatGoesOn() {
        ScriptedExchange running = new ScriptedExchange(desk.recorder::on, "running", START)
                .arrived(asking("Fix the test"))
                .sent("deepseek", "deepseek-v4-pro", "first of 2")
                .answered(200)
                .begun(1)
                .text(0)
                .says(0, "Hel");
        done("Write the docs");
        open(ThemeChoice.LIGHT);
        windows.run(() -> room.model().list().selection().first());
        windows.press(KeyCode.W);
        windows.settle();
        Parent beside = windows.call(() -> Window.getWindows().stream()
                .filter(each -> !each.equals(window.stage()))
                .findFirst()
                .orElseThrow()
                .getScene()
                .getRoot());
        windows.run(() -> room.model().list().selection().last());
        running.says(0, "lo there.");
        windows.until(() -> SeenWords.of(beside).stream().anyMatch(word -> word.contains("Hello there.")));
        Shot.wanted(beside, "detached-light");
        assertThat(words()).contains("An aardvark.");
        windows.run(() -> beside.getScene().getWindow().hide());

        assertThat(windows.call(() -> Window.getWindows().size())).isEqualTo(1);
    }

    @Test
    void offersWaysOnWhatWasUsedAndWhatIsKept() {
        done("Fix the test");
        done("Write the docs");
        open(ThemeChoice.LIGHT);
        windows.press(KeyCode.SLASH);
        windows.type("mod");
        assertThat(offered()).startsWith("model:");
        windows.press(KeyCode.TAB);
        assertThat(filter().getText()).isEqualTo("model:");
        assertThat(offered()).contains("claude-opus-5-5", "deepseek-v4-pro");
        windows.press(KeyCode.DOWN);
        windows.press(KeyCode.ENTER);
        assertThat(filter().getText()).isEqualTo("model:claude-opus-5-5 ");
        windows.type("docs");
        assertThat(shown()).containsExactly("Write the docs");
        windows.click("#traffic-filter-keep");
        windows.press(KeyCode.ENTER);
        windows.press(KeyCode.SLASH);
        windows.run(() -> filter().clear());
        assertThat(offered()).first().isEqualTo("model:claude-opus-5-5 docs");
        Shot.wanted(root(), "filter-offers-light");
        windows.press(KeyCode.UP);
        assertThat(filter().getText()).as("what was used last").isEqualTo("model:claude-opus-5-5 docs");
        windows.press(KeyCode.DOWN);
        assertThat(filter().getText()).isEmpty();
        windows.press(KeyCode.ESCAPE);

        assertThat(windows.call(() -> root().getScene().getFocusOwner())).isInstanceOf(ListView.class);
    }

    private TextField filter() {
        return (TextField) find("#traffic-filter");
    }

    private List<String> offered() {
        return windows.call(() -> ((OfferList) root().lookup(".filter-offers"))
                .getItems().stream().map(FilterOffers.Offer::title).toList());
    }

    private List<String> shown() {
        return windows.call(() -> room.model().list().rows().stream()
                .filter(ExchangeRow.class::isInstance)
                .map(row -> RowWords.what(((ExchangeRow) row).summary()))
                .toList());
    }

    private void open(ThemeChoice choice) {
        desk.settle();
        windows.run(() -> {
            theme.choiceProperty().set(choice);
            window.furnish(List.of(room));
            window.open(RoomName.TRAFFIC);
            window.show();
        });
        windows.settle();
        windows.run(() -> {
            room.model().pull();
            room.model().list().selection().last();
        });
        windows.settle();
    }

    private void choose(String channel) {
        @SuppressWarnings("unchecked")
        ComboBox<Resender.Target> box = (ComboBox<Resender.Target>) find("#resend-channel");
        windows.run(() -> box.getItems().stream()
                .filter(target -> target.channel().equals(channel))
                .forEach(box::setValue));
    }

    private void copy(CopyForm form) {
        windows.run(() -> room.acts().copy(form));
    }

    private String clipboard() {
        return windows.call(() -> Clipboard.getSystemClipboard().getString());
    }

    private Button button(String id) {
        return (Button) find(id);
    }

    private Node find(String id) {
        return Objects.requireNonNull(windows.call(() -> root().lookup(id)));
    }

    private Parent root() {
        return window.stage().getScene().getRoot();
    }

    private List<String> words() {
        return windows.call(() -> SeenWords.of(root())).stream().toList();
    }

    private static String name(ThemeChoice theme) {
        return theme.name().toLowerCase(Locale.ROOT);
    }

    private static ClaudeRequest asking(String words) {
        return ClaudeRequest.main("claude-opus-5-5", "shop", "/homes/me/work/shop")
                .user(words);
    }

    private void done(String words) {
        count++;
        new ScriptedExchange(desk.recorder::on, "x" + count, START + count)
                .arrived(asking(words))
                .sent("deepseek", "deepseek-v4-pro", "first of 2")
                .answered(200)
                .begun(1)
                .text(0)
                .says(0, "An aardvark.")
                .closed(0)
                .finished(1, 1);
    }
}
