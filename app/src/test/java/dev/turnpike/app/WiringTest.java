package dev.turnpike.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.hosting.GatewayStatus;
import dev.turnpike.app.platform.Surroundings;
import dev.turnpike.app.preferences.WindowPlace;
import dev.turnpike.app.shell.Command;
import dev.turnpike.app.shell.CommandGroup;
import dev.turnpike.app.shell.Commands;
import dev.turnpike.app.shell.RoomName;
import dev.turnpike.app.testing.FxExtension;
import dev.turnpike.app.testing.Shot;
import dev.turnpike.app.testing.Windows;
import dev.turnpike.app.tray.TrayItem;
import dev.turnpike.app.tray.TrayMenu;
import dev.turnpike.app.tray.TrayState;
import dev.turnpike.app.tray.TrayState.AgentLine;
import dev.turnpike.app.tray.TrayState.ChannelLine;
import dev.turnpike.gateway.configuration.TurnpikeHome;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the real parts register, asked for by whoever shows it.
@ExtendWith(FxExtension.class)
class WiringTest {
    private static final String THREE = """
            {
              "channels": [
                { "id": "deepseek", "name": "DeepSeek", "protocol": "anthropic",
                  "baseUrl": "https://api.deepseek.com/anthropic", "auth": "none" },
                { "id": "vllm", "name": "Local vLLM", "protocol": "openai-chat",
                  "baseUrl": "http://127.0.0.1:8000/v1", "auth": "none" },
                { "id": "lan", "name": "LAN", "protocol": "anthropic",
                  "baseUrl": "http://192.168.0.7:4000", "auth": "none" },
                { "id": "ollama", "name": "Ollama", "protocol": "anthropic",
                  "baseUrl": "http://127.0.0.1:11434", "auth": "none", "enabled": false }
              ]
            }
            """;

    @TempDir
    Path folder;

    private final List<Wiring> wired = new ArrayList<>();

    private Wiring wire(Windows windows, String system) throws IOException {
        Surroundings around = new Surroundings(Map.of(), folder, folder, system);
        TurnpikeHome home = TurnpikeHome.of(around.environment(), around.properties());
        Files.createDirectories(home.folder());
        Files.writeString(home.configurationFile(), THREE);
        Wiring made = windows.call(() -> new Wiring(around, () -> {}));
        wired.add(made);
        return made;
    }

    @AfterEach
    void close() {
        wired.forEach(Wiring::close);
    }

    private static Stream<String> ids(TrayItem item) {
        return switch (item) {
            case TrayItem.Action action -> Stream.of(action.command());
            case TrayItem.Check check -> Stream.of(check.command());
            case TrayItem.Submenu menu -> menu.items().stream().flatMap(WiringTest::ids);
            case TrayItem.Status ignored -> Stream.empty();
            case TrayItem.Separator ignored -> Stream.empty();
        };
    }

    private static MenuBar bar(Wiring wiring) {
        return (MenuBar) wiring.window().stage().getScene().lookup(".menu-bar");
    }

    private static TrayState state(GatewayStatus status, boolean recording) {
        return new TrayState(
                status,
                AgentLine.CONNECTED,
                List.of(new ChannelLine("deepseek", "DeepSeek", true), new ChannelLine("ollama", "Ollama", false)),
                Optional.of("1.24 M tokens"),
                2,
                Optional.of(recording),
                0,
                Optional.empty());
    }

    @Test
    void registersWhateverTheTrayCanDo(Windows windows) throws IOException {
        Commands commands = wire(windows, "Linux").commands();
        TreeSet<String> ids = new TreeSet<>();
        for (GatewayStatus status :
                List.of(new GatewayStatus.Stopped(), new GatewayStatus.Running(URI.create("http://127.0.0.1:8397")))) {
            for (boolean recording : List.of(true, false)) {
                TrayMenu.of(state(status, recording), id -> id).stream()
                        .flatMap(WiringTest::ids)
                        .forEach(ids::add);
            }
        }
        assertThat(ids).contains("channel.use.ollama", "recording.resume", "gateway.start", "gateway.stop");
        assertThat(ids)
                .allSatisfy(id ->
                        assertThat(windows.call(() -> commands.find(id))).as(id).isPresent());
    }

    @Test
    void offersEachChannelButTheOneThatIsUsed(Windows windows) throws IOException {
        Commands commands = wire(windows, "Linux").commands();
        List<Command> uses = windows.call(() -> Stream.of("deepseek", "vllm", "lan", "ollama")
                .map(id -> commands.find("channel.use." + id).orElseThrow())
                .toList());
        assertThat(uses).extracting(Command::group).containsOnly(CommandGroup.CHANNELS);
        assertThat(uses).extracting(Command::isPossible).containsExactly(false, true, true, true);
        assertThat(uses)
                .extracting(Command::title)
                .containsExactly("Use DeepSeek", "Use Local vLLM", "Use LAN", "Use Ollama");
        assertThat(uses)
                .extracting(use -> use.second().get())
                .endsWith("for new requests, now DeepSeek", "192.168.0.7:4000", "off, will be turned on");
    }

    @Test
    void turnsOnTheChannelThatIsToBeUsed(Windows windows) throws IOException {
        Wiring wiring = wire(windows, "Linux");
        windows.run(() -> wiring.commands().run("channel.use.ollama"));
        windows.until(
                () -> wiring.commands().find("channel.use.ollama").stream().noneMatch(Command::isPossible));
        assertThat(windows.call(() -> wiring.commands().find("channel.use.deepseek")))
                .get()
                .matches(Command::isPossible)
                .extracting(use -> use.second().get())
                .isEqualTo("for new requests, now Ollama");
    }

    @Test
    void offersWhatCanBeDoneNow(Windows windows) throws IOException {
        Wiring wiring = wire(windows, "Linux");
        List<String> possible = windows.call(() -> wiring.commands().all().stream()
                .filter(Command::isPossible)
                .map(Command::id)
                .toList());
        assertThat(possible)
                .contains(
                        "gateway.start",
                        "recording.pause",
                        "theme.light",
                        "theme.dark",
                        "app.folder",
                        "app.onboarding",
                        "app.keys",
                        "agent.configure")
                .doesNotContain("gateway.stop", "gateway.copy-url", "recording.resume", "theme.system", "channel.test");
    }

    @Test
    void makesTheBarOfMacOsOfTheSameCommands(Windows windows) throws IOException {
        Wiring wiring = wire(windows, "Mac OS X");
        assertThat(windows.call(() -> bar(wiring).getMenus().stream()
                        .map(menu -> menu.getText() + " "
                                + menu.getItems().stream()
                                        .map(MenuItem::getId)
                                        .map(String::valueOf)
                                        .toList())
                        .toList()))
                .containsExactly(
                        "File [channel.add, null, app.close, null, app.quit]",
                        "Edit [room.find]",
                        "View [app.palette, null, theme.light, theme.dark, theme.system]",
                        "Go [room.traffic, room.agents, room.channels, room.usage, room.settings]",
                        "Gateway [gateway.start, gateway.stop, gateway.restart, null, recording.pause,"
                                + " recording.resume, null, gateway.copy-url, gateway.send-test, channel.test, null,"
                                + " agent.configure, agent.undo]",
                        "Window [app.show]",
                        "Help [app.keys, app.onboarding, app.folder]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void showsEveryKeyAlsoInTheSmallestWindow(String theme, Windows windows) throws IOException {
        Wiring wiring = wire(windows, "Linux");
        windows.run(() -> wiring.commands().run("theme." + theme));
        windows.run(() -> {
            wiring.window().open(RoomName.CHANNELS);
            wiring.window().show();
            wiring.commands().run("app.palette");
        });
        Node root = wiring.window().stage().getScene().getRoot();
        Shot.wanted(root, "wired-palette-" + theme);
        windows.press(KeyCode.ESCAPE);
        windows.run(() -> wiring.commands().run("app.keys"));
        Shot.wanted(root, "wired-keys-" + theme);
        windows.run(() -> {
            wiring.window().stage().setWidth(WindowPlace.LEAST_WIDTH);
            wiring.window().stage().setHeight(WindowPlace.LEAST_HEIGHT);
        });
        windows.press(KeyCode.ESCAPE);
        windows.run(() -> wiring.commands().run("app.keys"));
        Shot.wanted(root, "wired-keys-small-" + theme);
        assertThat(windows.call(
                        () -> root.lookup("#keys-close").localToScene(0, 32).getY()))
                .as("the button is in the window")
                .isLessThan(WindowPlace.LEAST_HEIGHT);
        windows.press(KeyCode.ESCAPE);
        windows.run(() -> wiring.commands().run("app.palette"));
        Shot.wanted(root, "wired-palette-small-" + theme);
        windows.press(KeyCode.ESCAPE);
        windows.run(() -> wiring.commands().run("app.keys"));
        assertThat(windows.call(() -> root.lookup("#keys").lookupAll(".label").stream()
                        .map(Node::getAccessibleText)
                        .filter(told -> told != null)
                        .toList()))
                .contains(
                        "Add a channel, Ctrl N",
                        "Close the window, Ctrl W",
                        "Pause or resume recording, Space",
                        "Copy as curl, C",
                        "Move up, move down, Alt ↑↓")
                .hasSizeGreaterThan(30);
    }
}
