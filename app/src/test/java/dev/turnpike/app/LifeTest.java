package dev.turnpike.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.testing.FxExtension;
import dev.turnpike.app.testing.Shot;
import dev.turnpike.app.testing.Windows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Quitting while Claude Code is set to this gateway.
@ExtendWith(FxExtension.class)
class LifeTest {
    private static final String QUESTION = "Claude Code is set to use this gateway";
    private static final String UNRESTORED = "Claude Code could not be restored, so Turnpike is still running";

    @TempDir
    Path folder;

    @RegisterExtension
    final LifeDesks desks = new LifeDesks();

    private LifeDesk configured(Windows windows, String theme) {
        LifeDesk desk = desks.open(windows, folder, theme);
        return desk.configured(desk.port).start();
    }

    /// Quits where nothing can be written; what stands in the way is a folder where the lock is wanted.
    private static Path refused(LifeDesk desk, Windows windows) throws IOException {
        Path lock = desk.home().resolve("edits.lock");
        Files.delete(lock);
        Files.createDirectory(lock);
        windows.click("Quit and restore Claude Code");
        desk.until(UNRESTORED);
        return lock;
    }

    private LifeDesk asked(Windows windows, String theme) {
        LifeDesk desk = configured(windows, theme);
        desk.run("app.quit");
        desk.until(QUESTION);
        return desk;
    }

    @Test
    void quitsWithoutAQuestionWhereNothingIsConfigured(Windows windows) {
        LifeDesk desk = desks.open(windows, folder, "light");
        desk.start().run("app.quit");
        windows.until(desk.ended::get);
        assertThat(desk.says(QUESTION)).isFalse();
    }

    @Test
    void restoresToTheByteAndQuits(Windows windows) {
        LifeDesk desk = asked(windows, "light");
        assertThat(desk.says("It will not get answers while the gateway is off."))
                .isTrue();
        Shot.wanted(desk.root(), "life-quit-light");
        assertThat(desk.ended).isFalse();

        windows.click("Quit and restore Claude Code");
        windows.until(desk.ended::get);
        assertThat(desk.settings()).hasContent(LifeDesk.BEFORE);
    }

    @Test
    void quitsAndLeavesItAsItIs(Windows windows) {
        LifeDesk desk = asked(windows, "dark");
        Shot.wanted(desk.root(), "life-quit-dark");
        String written = LifeDesk.read(desk.settings());

        windows.click("Quit");
        windows.until(desk.ended::get);
        assertThat(desk.settings()).hasContent(written);
        assertThat(desk.claude().isConfigured()).isTrue();
    }

    @Test
    void keepsRunning(Windows windows) {
        LifeDesk desk = asked(windows, "light");
        windows.click("Keep running");
        assertThat(desk.ended).isFalse();
        assertThat(windows.call(() -> desk.wiring().window().stage().isShowing()))
                .isTrue();
        assertThat(desk.claude().isConfigured()).isTrue();
    }

    @Test
    void doesTheSameNextTime(Windows windows) {
        LifeDesk desk = asked(windows, "light");
        windows.click("Do the same next time");
        windows.click("Quit and restore Claude Code");
        windows.until(desk.ended::get);

        desk.configured(desk.port);
        desk.ended.set(false);
        desk.run("app.quit");
        windows.until(desk.ended::get);
        assertThat(desk.settings()).hasContent(LifeDesk.BEFORE);
    }

    @Test
    void doesNotQuitWhereItCannotRestoreAndSaysWhy(Windows windows) throws IOException {
        LifeDesk desk = asked(windows, "dark");
        Path lock = refused(desk, windows);
        assertThat(desk.says("Nothing was changed: ")).isTrue();
        Shot.wanted(desk.root(), "life-unrestored-dark");
        assertThat(desk.ended).isFalse();
        assertThat(desk.claude().isConfigured()).isTrue();

        Files.delete(lock);
        windows.click("Try again");
        windows.until(desk.ended::get);
        assertThat(desk.settings()).hasContent(LifeDesk.BEFORE);
    }

    @Test
    void quitsWithoutRestoringWhenThatIsSaid(Windows windows) throws IOException {
        LifeDesk desk = asked(windows, "light");
        refused(desk, windows);
        windows.click("Quit without restoring");
        windows.until(desk.ended::get);
        assertThat(desk.claude().isConfigured()).isTrue();
    }

    @Test
    void endsWithoutAQuestionAndWithoutAnUndoWhenTheSessionEnds(Windows windows) {
        LifeDesk desk = configured(windows, "light");
        windows.call(() -> {
            desk.wiring().leave();
            return "";
        });
        assertThat(desk.ended).isTrue();
        assertThat(desk.claude().isConfigured()).isTrue();
    }
}
