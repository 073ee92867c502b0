package dev.turnpike.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.hosting.GatewayStatus;
import dev.turnpike.app.preferences.ClosingChoice;
import dev.turnpike.app.preferences.ThemeChoice;
import dev.turnpike.app.testing.FxExtension;
import dev.turnpike.app.testing.Shot;
import dev.turnpike.app.testing.Windows;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(FxExtension.class)
class SettingsRoomTest {
    @TempDir
    Path folder;

    private final int port = SettingsDesk.freePort();
    private SettingsDesk desk;

    @BeforeEach
    void open() {
        desk = new SettingsDesk(folder).configured(port);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Parent shown(Windows windows, ThemeChoice theme, double width, double height) {
        return windows.show(theme, width, height, () -> {
            SettingsRoom room = new SettingsRoom(desk.parts());
            Parent view = room.view();
            room.shown();
            return view;
        });
    }

    private Parent shown(Windows windows) {
        return shown(windows, ThemeChoice.LIGHT, 1208, 800);
    }

    private static Node node(Parent view, String id) {
        Node node = view.lookup("#" + id);
        assertThat(node).as(id).isNotNull();
        return node;
    }

    private static boolean says(Parent view, String words) {
        return view.lookupAll(".label").stream()
                .filter(node -> node.isVisible() && node instanceof Labeled)
                .anyMatch(node -> ((Labeled) node).getText().equals(words));
    }

    @Test
    void changesTheThemeAndTheClosingByClicks(Windows windows) {
        Parent view = shown(windows);
        windows.click("Dark");
        assertThat(desk.preferences.current().theme()).isEqualTo(ThemeChoice.DARK);
        assertThat(says(view, "The first time, Turnpike asks")).isTrue();
        windows.click(node(view, "settings-closing"));
        assertThat(desk.preferences.current().closing()).isEqualTo(ClosingChoice.QUIT);
        assertThat(says(view, "The first time, Turnpike asks")).isFalse();
    }

    @Test
    void offersAnotherPortForOneThatIsTaken(Windows windows) throws IOException {
        Parent view = shown(windows);
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            TextField field = (TextField) node(view, "settings-port");
            retype(windows, field, String.valueOf(taken.getLocalPort()));
            assertThat(view.lookupAll(".label").stream()
                            .map(label -> ((Labeled) label).getText())
                            .filter(text -> text.startsWith(taken.getLocalPort() + " is in use by java, process ")))
                    .hasSize(1);
            Button use = (Button) node(view, "settings-use-port");
            assertThat(use.isVisible()).isTrue();
            Shot.wanted(view, "settings-port-taken");
            windows.click(use);
            assertThat(use.isVisible()).isFalse();
            assertThat(desk.editor.gateway().port()).isGreaterThan(taken.getLocalPort());
            assertThat(field.getText())
                    .isEqualTo(String.valueOf(desk.editor.gateway().port()));
        }
    }

    private static void retype(Windows windows, TextField field, String text) {
        windows.click(field);
        windows.press(KeyCode.CONTROL, KeyCode.A);
        windows.type(text);
    }

    @Test
    void restartsTheGatewayForANewPort(Windows windows) {
        desk.gateway.start();
        Parent view = shown(windows);
        Node restart = node(view, "settings-restart");
        assertThat(restart.isVisible()).isFalse();
        int other = SettingsDesk.freePort();
        retype(windows, (TextField) node(view, "settings-port"), String.valueOf(other));
        windows.press(KeyCode.ENTER);
        assertThat(says(view, "The port changes with the next gateway start")).isTrue();
        Shot.wanted(view, "settings-waiting");
        windows.click(restart);
        assertThat(restart.isVisible()).isFalse();
        assertThat(((GatewayStatus.Running) desk.gateway.status()).address().getPort())
                .isEqualTo(other);
    }

    @Test
    void stopsAndStartsTheGateway(Windows windows) {
        Parent view = shown(windows);
        Button act = (Button) node(view, "settings-state");
        assertThat(act.getText()).isEqualTo("Start gateway");
        windows.click(act);
        assertThat(desk.gateway.status()).isInstanceOf(GatewayStatus.Running.class);
        assertThat(act.getText()).isEqualTo("Stop gateway");
        windows.click(act);
        assertThat(desk.gateway.status()).isEqualTo(new GatewayStatus.Stopped());
    }

    @Test
    void masksTheAccessKeyAndMakesANewOne(Windows windows) {
        Parent view = shown(windows);
        TextField field = (TextField) node(view, "settings-key");
        assertThat(field.getPromptText()).isEqualTo("local-••••7d1e");
        windows.click(node(view, "settings-new-key"));
        assertThat(desk.editor.gateway().accessKey()).contains("local-fresh-1");
        assertThat(field.getPromptText()).isEqualTo("local-••••sh-1");
        assertThat(desk.toasts).hasSize(1);
    }

    @Test
    void copiesThePathOfItsFiles(Windows windows) {
        Parent view = shown(windows);
        assertThat(says(view, "~/turnpike")).isTrue();
        Node copy = view.lookupAll(".icon-button").stream()
                .filter(node -> "Copy the path".equals(node.getAccessibleText()))
                .findFirst()
                .orElseThrow();
        windows.click(copy);
        String copied = windows.call(() -> Clipboard.getSystemClipboard().getString());
        assertThat(copied).isEqualTo(desk.home.toString());
    }

    @Test
    void findsASettingByItsWords(Windows windows) {
        Parent view = shown(windows);
        windows.click(node(view, "settings-find"));
        windows.type("port");
        assertThat(says(view, "Port")).isTrue();
        assertThat(says(view, "Theme")).isFalse();
        windows.press(KeyCode.CONTROL, KeyCode.A);
        windows.type("zzz");
        assertThat(says(view, "No setting matches")).isTrue();
        Shot.wanted(view, "settings-nothing");
        windows.click("Show all settings");
        assertThat(says(view, "Theme")).isTrue();
    }

    @Test
    void showsTheLicencesOfItsParts(Windows windows) {
        Parent view = shown(windows);
        windows.click(node(view, "settings-licences"));
        assertThat(desk.sheets).hasSize(1);
        windows.show(ThemeChoice.LIGHT, 1280, 800, () -> new StackPane(desk.sheets.getFirst()));
        Shot.wanted(desk.sheets.getFirst(), "settings-licences");
    }

    @Test
    void showsWhatWouldBeHandedOutBeforeItIsWritten(Windows windows) {
        Parent view = shown(windows);
        windows.click(about(view));
        windows.click(node(view, "settings-diagnostics"));
        assertThat(desk.sheets).hasSize(1);
        windows.show(ThemeChoice.LIGHT, 1280, 800, () -> new StackPane(desk.sheets.getFirst()));
        Shot.wanted(desk.sheets.getFirst(), "settings-diagnostics");
        assertThat(desk.home.resolve("diagnostics.zip")).doesNotExist();
        windows.click(node((Parent) desk.sheets.getFirst(), "diagnostics-write"));
        assertThat(desk.home.resolve("diagnostics.zip")).isNotEmptyFile();
    }

    @Test
    void tellsWhatIsWrongWithTheFile(Windows windows) {
        desk.configured("{ \"gateway\": ");
        Parent view = shown(windows);
        assertThat(view.lookupAll(".label").stream().map(label -> ((Labeled) label).getText()))
                .anyMatch(text -> text.contains("turnpike.json: line 1"));
        Shot.wanted(view, "settings-broken");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void fitsBothSizes(ThemeChoice theme, Windows windows) {
        desk.gateway.start();
        String name = "settings-" + theme.name().toLowerCase(java.util.Locale.ROOT);
        Shot.wanted(shown(windows, theme, 1208, 800), name);
        Parent small = shown(windows, theme, 828, 600);
        Shot.wanted(small, name + "-small");
        for (Node row : small.lookupAll(".setting-row")) {
            assertThat(row.getBoundsInParent().getMaxX()).isLessThanOrEqualTo(600);
        }
        windows.click(about(small));
        Shot.wanted(small, name + "-small-about");
        Node licences = node(small, "settings-licences");
        assertThat(licences.localToScene(licences.getBoundsInLocal()).getMaxY()).isLessThan(600);
    }

    /// The way to the last section.
    private static Node about(Parent view) {
        return view.lookupAll(".settings-item").stream()
                .filter(item ->
                        item instanceof Labeled labeled && labeled.getText().equals("About"))
                .findFirst()
                .orElseThrow();
    }
}
