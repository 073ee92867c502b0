package dev.turnpike.app.questions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.hosting.GatewayStatus.PortTaken;
import dev.turnpike.app.preferences.ClosingChoice;
import dev.turnpike.app.preferences.PreferencesStore;
import dev.turnpike.app.preferences.QuitChoice;
import dev.turnpike.app.preferences.ThemeChoice;
import dev.turnpike.app.shell.Sheets;
import dev.turnpike.app.testing.FxExtension;
import dev.turnpike.app.testing.Shot;
import dev.turnpike.app.testing.Windows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(FxExtension.class)
class QuestionsTest {
    @TempDir
    Path folder;

    private final List<String> done = new ArrayList<>();
    private final OneSheet sheets = new OneSheet();
    private PreferencesStore preferences;

    @BeforeEach
    void open() {
        preferences = new PreferencesStore(folder.resolve("preferences.json"), Runnable::run, trouble -> {});
    }

    /// Holds the sheet for a window of the test.
    private static final class OneSheet implements Sheets {
        private final StackPane place = new StackPane();
        private Runnable closed = () -> {};

        @Override
        public void show(Region content, Runnable told) {
            content.getStyleClass().add("sheet");
            place.getChildren().setAll(content);
            closed = told;
        }

        @Override
        public void close() {
            place.getChildren().clear();
            closed.run();
        }

        @Override
        public void close(Region sheet) {
            if (place.getChildren().contains(sheet)) {
                close();
            }
        }

        @Override
        public boolean isOpen() {
            return !place.getChildren().isEmpty();
        }
    }

    private void show(Windows windows, String name, Runnable ask) {
        for (ThemeChoice theme : List.of(ThemeChoice.DARK, ThemeChoice.LIGHT)) {
            windows.show(theme, 900, 600, () -> {
                ask.run();
                return new StackPane(sheets.place);
            });
            Shot.wanted(sheets.place, "question-" + name + "-" + theme.name().toLowerCase(Locale.ROOT));
        }
    }

    @Test
    void asksOnceWhatClosingDoes(Windows windows) {
        CloseQuestion question = new CloseQuestion(sheets, preferences, false);
        Runnable ask = () -> question.ask(() -> done.add("keep"), () -> done.add("quit"));
        show(windows, "close", ask);
        assertThat(done).isEmpty();
        windows.click("Keep running in the background");
        assertThat(done).containsExactly("keep");
        assertThat(sheets.isOpen()).isFalse();
        windows.run(ask);
        assertThat(done).containsExactly("keep", "keep");
        assertThat(sheets.isOpen()).isFalse();
        preferences.change(p -> p.withClosing(ClosingChoice.QUIT));
        windows.run(ask);
        assertThat(done).containsExactly("keep", "keep", "quit");
    }

    @Test
    void quitsWhenThatIsTheAnswer(Windows windows) {
        CloseQuestion question = new CloseQuestion(sheets, preferences, true);
        show(windows, "close-tray", () -> question.ask(() -> done.add("keep"), () -> done.add("quit")));
        windows.click("Quit");
        assertThat(done).containsExactly("quit");
        assertThat(preferences.current().closing()).isEqualTo(ClosingChoice.QUIT);
    }

    private Runnable quit() {
        QuitQuestion question = new QuitQuestion(sheets, preferences);
        return () -> question.ask(() -> done.add("restore"), () -> done.add("quit"));
    }

    @Test
    void asksAboutClaudeCodeEachTimeUnlessToldOtherwise(Windows windows) {
        show(windows, "quit", quit());
        windows.click("Quit and restore Claude Code");
        assertThat(done).containsExactly("restore");
        assertThat(preferences.current().quitting()).isEqualTo(QuitChoice.ASK);
        windows.run(quit());
        windows.click("Do the same next time");
        windows.click("Quit");
        assertThat(done).containsExactly("restore", "quit");
        assertThat(preferences.current().quitting()).isEqualTo(QuitChoice.LEAVE);
        windows.run(quit());
        assertThat(done).containsExactly("restore", "quit", "quit");
    }

    @Test
    void keepsRunningWithoutAnAnswer(Windows windows) {
        show(windows, "quit", quit());
        windows.click("Keep running");
        assertThat(done).isEmpty();
        assertThat(sheets.isOpen()).isFalse();
    }

    @Test
    void offersAWayOutOfABusyPort(Windows windows) {
        PortTaken taken = new PortTaken(8397, Optional.of("node, process 4127"), false, 8398);
        BusyPortQuestion question = new BusyPortQuestion(
                sheets, port -> done.add("use " + port), () -> done.add("again"), () -> done.add("left"));
        show(windows, "port", () -> question.ask(taken));
        windows.click("Use 8398");
        windows.run(() -> question.ask(taken));
        windows.click("Try again");
        windows.run(() -> question.ask(taken));
        windows.click("Leave it stopped");
        assertThat(done).containsExactly("use 8398", "again", "left");
        assertThat(sheets.isOpen()).isFalse();
    }

    private AstrayQuestion astray() {
        return new AstrayQuestion(sheets, () -> done.add("configure"), () -> done.add("restore"));
    }

    @Test
    void offersToConfigureAgainOrToRestoreWhenTheGatewayMoved(Windows windows) {
        Runnable ask = () -> astray().moved("http://127.0.0.1:8397", "http://127.0.0.1:8398");
        show(windows, "astray-moved", ask);
        windows.click("Re-apply");
        windows.run(ask);
        windows.click("Restore Claude Code");
        windows.run(ask);
        windows.click("Later");
        assertThat(done).containsExactly("configure", "restore");
        assertThat(sheets.isOpen()).isFalse();
    }

    @Test
    void offersToRestoreWhenTheGatewayDoesNotRun(Windows windows) {
        String why = "/home/u/.config/turnpike/turnpike.json: line 3, column 7: a comma is missing";
        show(windows, "astray-down", () -> astray().down(why));
        windows.click("Restore Claude Code");
        assertThat(done).containsExactly("restore");
    }

    @Test
    void saysWhyNothingCouldBeRestored(Windows windows) {
        UnrestoredQuestion question = new UnrestoredQuestion(sheets, () -> done.add("again"), () -> done.add("quit"));
        Runnable ask = () -> question.ask("/home/u/.claude/settings.json cannot be opened: permission denied");
        show(windows, "unrestored", ask);
        windows.click("Try again");
        windows.run(ask);
        windows.click("Quit without restoring");
        windows.run(ask);
        windows.click("Keep running");
        assertThat(done).containsExactly("again", "quit");
    }
}
