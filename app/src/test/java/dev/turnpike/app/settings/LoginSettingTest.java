package dev.turnpike.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.look.Switch;
import dev.turnpike.app.preferences.ThemeChoice;
import dev.turnpike.app.testing.FxExtension;
import dev.turnpike.app.testing.Shot;
import dev.turnpike.app.testing.Windows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// “Start at login” in the room of settings, with the files of a user.
@ExtendWith(FxExtension.class)
class LoginSettingTest {
    @TempDir
    Path folder;

    private SettingsDesk desk;

    @BeforeEach
    void open() {
        desk = new SettingsDesk(folder).configured(SettingsDesk.freePort());
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Parent shown(Windows windows, ThemeChoice theme) {
        return windows.show(theme, 1208, 800, () -> {
            SettingsRoom room = new SettingsRoom(desk.parts());
            Parent view = room.view();
            room.shown();
            return view;
        });
    }

    private static Switch toggle(Parent view) {
        return (Switch) view.lookup("#settings-login");
    }

    private static List<String> said(Parent view) {
        return view.lookupAll(".label").stream()
                .map(label -> ((Labeled) label).getText())
                .toList();
    }

    @Test
    void isOffUntilSomebodySwitchesItOn(Windows windows) throws IOException {
        Parent view = shown(windows, ThemeChoice.LIGHT);
        assertThat(toggle(view).isSelected()).isFalse();
        assertThat(desk.autostart()).doesNotExist();

        windows.click(toggle(view));
        assertThat(Files.readString(desk.autostart())).contains("Exec=/opt/turnpike/bin/turnpike --hidden\n");
        Shot.wanted(view, "settings-login-light");

        windows.click(toggle(view));
        assertThat(desk.autostart()).doesNotExist();
    }

    @Test
    void showsWhatTheSystemHasEachTimeItIsShown(Windows windows) throws IOException {
        desk.login.enable();
        assertThat(toggle(shown(windows, ThemeChoice.LIGHT)).isSelected()).isTrue();

        Files.delete(desk.autostart());
        assertThat(toggle(shown(windows, ThemeChoice.LIGHT)).isSelected()).isFalse();
    }

    @Test
    void saysWhyItCouldNotBeSwitchedOn(Windows windows) throws IOException {
        Files.writeString(folder.resolve(".config"), "a file where a folder should be");
        Parent view = shown(windows, ThemeChoice.DARK);

        windows.click(toggle(view));
        assertThat(toggle(view).isSelected()).isFalse();
        assertThat(said(view)).contains(desk.autostart() + " cannot be written");
        Shot.wanted(view, "settings-login-failed-dark");

        Files.delete(folder.resolve(".config"));
        windows.click(toggle(view));
        assertThat(toggle(view).isSelected()).isTrue();
        assertThat(said(view)).contains("In the tray, so that Claude Code always gets its answers");
    }

    @Test
    void saysThatItStartsAnotherProgram(Windows windows) throws IOException {
        desk.login.enable();
        Files.writeString(desk.autostart(), Files.readString(desk.autostart()).replace("/opt/turnpike", "/home/u/old"));
        Parent view = shown(windows, ThemeChoice.LIGHT);
        assertThat(said(view))
                .contains("At login the system starts /home/u/old/bin/turnpike --hidden, which is not this Turnpike."
                        + " Off and on again changes that.");
        windows.click(toggle(view));
        windows.click(toggle(view));
        assertThat(Files.readString(desk.autostart())).contains("Exec=/opt/turnpike/bin/turnpike --hidden\n");
    }

    @Test
    void cannotBeSwitchedWhereItIsNotPossible(Windows windows) {
        desk.login = desk.login("Windows 11");
        Parent view = shown(windows, ThemeChoice.LIGHT);
        assertThat(toggle(view).isDisabled()).isTrue();
        assertThat(said(view)).contains("Only the installed program can be started at login on Windows");
    }
}
