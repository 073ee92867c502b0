package dev.turnpike.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.look.Mark;
import dev.turnpike.app.look.Theme;
import dev.turnpike.app.preferences.ThemeChoice;
import dev.turnpike.app.shell.Command;
import dev.turnpike.app.shell.CommandGroup;
import dev.turnpike.app.shell.Commands;
import dev.turnpike.app.shell.MainWindow;
import dev.turnpike.app.shell.RoomName;
import dev.turnpike.app.shell.Shortcut;
import dev.turnpike.app.testing.FxExtension;
import dev.turnpike.app.testing.Shot;
import dev.turnpike.app.testing.Windows;
import dev.turnpike.app.text.Figures;
import dev.turnpike.gateway.traffic.Keeper;
import dev.turnpike.gateway.traffic.Recorder;
import dev.turnpike.gateway.usage.InvalidPrices;
import dev.turnpike.gateway.usage.PriceList;
import dev.turnpike.testing.ScriptedExchange;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Labeled;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The whole window: the pictures of the README, which `.ci/pictures` draws anew and this compares with.
@ExtendWith(FxExtension.class)
class WindowPictureTest {
    private final Recorder recorder = Recorder.watched(Keeper.NOBODY, WindowPictureTest::prices);
    private final Commands commands = new Commands();
    private final TrafficRoom room = new TrafficRoom(Desk.parts(recorder, commands, Scenario.UP));

    /// A running stream.
    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void drawsTheWindowWithARunningStream(ThemeChoice choice, Windows windows) {
        MainWindow window = open(choice, windows);
        windows.run(() -> select("14:02:11"));
        windows.settle();
        assertThat(windows.robot().lookup(".rail-item").queryAllAs(Labeled.class))
                .hasSize(5);
        assertThat(window.stage().getScene().getWidth()).isEqualTo(1280);
        like(window, "window-" + choice.name().toLowerCase(Locale.ROOT));
        close(window, windows);
        assertThat(room.isPumping()).isFalse();
    }

    @Test
    void drawsWhatTranslationDid(Windows windows) {
        MainWindow window = open(ThemeChoice.DARK, windows);
        windows.run(() -> {
            ((SplitPane) room.view().lookup(".traffic-split")).setDividerPositions(0.33);
            select("13:41:33");
        });
        tab(windows, 3);
        like(window, "translation-dark");
        close(window, windows);
    }

    @Test
    void drawsWhenEverythingCame(Windows windows) {
        MainWindow window = open(ThemeChoice.LIGHT, windows);
        windows.run(() -> {
            ((SplitPane) room.view().lookup(".traffic-split")).setDividerPositions(0.33);
            select("14:02:24");
        });
        tab(windows, 4);
        like(window, "timing-light");
        close(window, windows);
    }

    @Test
    void drawsThePalette(Windows windows) {
        MainWindow window = open(ThemeChoice.DARK, windows);
        windows.run(() -> select("14:02:11"));
        windows.run(() -> commands.run("app.palette"));
        windows.type("use");
        windows.settle();
        like(window, "palette-dark");
        windows.press(KeyCode.ESCAPE);
        close(window, windows);
    }

    private MainWindow open(ThemeChoice choice, Windows windows) {
        commands.addSource(room::sessions);
        commands.addSource(WindowPictureTest::channels);
        MainWindow window = windows.call(() -> {
            MainWindow made = new MainWindow(new Stage(), new Theme(choice), commands);
            made.add(Command.of("recording.pause", "Pause recording", () -> {})
                    .drawn("pause")
                    .saying(() -> "requests still flow")
                    .on(Shortcut.told(KeyCode.SPACE)));
            made.furnish(List.of(room));
            made.open(RoomName.TRAFFIC);
            made.status(Mark.RUNNING, "Running", ":8397", "The gateway answers on 127.0.0.1:8397");
            made.show();
            return made;
        });
        TranslatedExchange translated = TranslatedExchange.chat(recorder, Scenario.millis("13:41:33"), "e810-11");
        translated.streams();
        translated.finishes();
        new Scenario(recorder).play();
        ScriptedExchange timed = new ScriptedExchange(recorder::on, "t2", Scenario.millis("14:02:24"))
                .arrived(Scenario.main("91bc", "api")
                        .user("Add pagination")
                        .call("t", "Read", "{\"file_path\":\"/homes/me/work/api/src/cart.test.ts\"}")
                        .result("t", "x".repeat(7_400), false))
                .after(1)
                .sent("deepseek", "deepseek-v4-pro", "first of 2, rule `sonnet` of channel DeepSeek")
                .after(312)
                .answered(200);
        new TimedAnswer(timed).thinks().says();
        timed.after(41).finished(62_400, 262);
        windows.run(() -> room.model().pull());
        return window;
    }

    private static PriceList prices() {
        String json = """
                {"date": "2026-11-01", "prices": {
                "deepseek-v4-pro": {"input": 0.9, "output": 2.7}, "deepseek-v4-flash": {"input": 0.1, "output": 0.3},
                "gpt-oss-120b": {"input": 0.2, "output": 0.6}, "openai/gpt-5.1": {"input": 1.25, "output": 10},
                "glm-5.1": {"input": 0.6, "output": 2.2}}}""";
        try {
            return PriceList.read(json.getBytes(StandardCharsets.UTF_8));
        } catch (InvalidPrices e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Command> channels() {
        return List.of(
                channel("OpenRouter", "for new requests, now DeepSeek"),
                channel("Local vLLM", "127.0.0.1:8000"),
                channel("Ollama", "off, will be turned on"));
    }

    private static Command channel(String name, String second) {
        return Command.of("channel.use." + name, "Use " + name, () -> {})
                .in(CommandGroup.CHANNELS)
                .drawn("channels")
                .saying(() -> second);
    }

    private void select(String time) {
        room.model().list().rows().stream()
                .filter(ExchangeRow.class::isInstance)
                .map(ExchangeRow.class::cast)
                .filter(row -> Figures.clock(row.summary().epochMillis()).equals(time))
                .findFirst()
                .ifPresent(room.model().list().selectedProperty()::set);
    }

    private void tab(Windows windows, int index) {
        windows.run(() ->
                ((TabPane) room.view().lookup(".tab-pane")).getSelectionModel().select(index));
        windows.settle();
    }

    private static void like(MainWindow window, String name) {
        Shot.like(window.stage().getScene().getRoot(), name);
    }

    private static void close(MainWindow window, Windows windows) {
        windows.run(() -> window.stage().hide());
    }
}
