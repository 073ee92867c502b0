package dev.turnpike.app;

import dev.turnpike.app.agent.ClaudeHome;
import dev.turnpike.app.agent.ClaudeSetup;
import dev.turnpike.app.agent.ClientRegister;
import dev.turnpike.app.agent.Route;
import dev.turnpike.app.agent.SetupPlan;
import dev.turnpike.app.cli.DesktopStart;
import dev.turnpike.app.platform.Surroundings;
import dev.turnpike.app.testing.Windows;
import dev.turnpike.gateway.configuration.ConfigurationEditor;
import dev.turnpike.gateway.configuration.TurnpikeHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;

/// A user whose Claude Code was set to this gateway, and the whole desktop application.
final class LifeDesk implements AutoCloseable {
    static final String BEFORE = "{\n    \"model\": \"opus\",\n    \"env\": { \"A\": \"1\" }\n}";

    final int port;
    final AtomicBoolean ended = new AtomicBoolean();
    private final Windows windows;
    private final Surroundings around;
    private final TurnpikeHome home;
    private final Wiring wiring;
    private final ClaudeSetup claude;

    /// @param theme of the window, such as `light`
    LifeDesk(Windows windows, Path folder, String theme) {
        this.windows = windows;
        this.port = freePort();
        around = new Surroundings(Map.of(), folder, folder, "Linux");
        home = TurnpikeHome.of(around.environment(), around.properties());
        write(home.configurationFile(), "{\"gateway\":{\"port\":" + port + "}}");
        write(home.folder().resolve("preferences.json"), "{\"onboarded\":true,\"theme\":\"" + theme + "\"}");
        write(settings(), BEFORE);
        InstantSource clock = InstantSource.system();
        claude = new ClaudeSetup(
                ClaudeHome.of(around.environment(), around.userHome(), around.workingFolder(), around.system()),
                around::environment,
                home.folder(),
                new ClientRegister(new ConfigurationEditor(home.configurationFile()), clock),
                clock,
                "1.2.3");
        wiring = windows.call(() -> new Wiring(around, () -> ended.set(true)));
    }

    ClaudeSetup claude() {
        return claude;
    }

    Path settings() {
        return around.userHome().resolve(".claude/settings.json");
    }

    /// Turnpike's own folder.
    Path home() {
        return home.folder();
    }

    /// Has Claude Code go to that port.
    LifeDesk configured(int to) {
        URI address = URI.create("http://127.0.0.1:" + to);
        claude.configure((SetupPlan.Ready) claude.plan(new Route(address, false)));
        return this;
    }

    LifeDesk start() {
        windows.run(() -> wiring.start(new DesktopStart.Options(false, false)));
        return this;
    }

    /// Does it, and does not wait for a picture: the window may be gone with it.
    void run(String command) {
        windows.call(() -> {
            wiring.commands().run(command);
            return command;
        });
    }

    boolean asks() {
        return windows.call(() -> wiring.window().sheets().isOpen());
    }

    Wiring wiring() {
        return wiring;
    }

    Parent root() {
        return wiring.window().stage().getScene().getRoot();
    }

    /// Waits until the window says that.
    void until(String words) {
        windows.until(() -> says(words));
    }

    boolean says(String words) {
        return root().lookupAll(".label").stream()
                .filter(Node::isVisible)
                .anyMatch(node -> ((Labeled) node).getText().contains(words));
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        wiring.close();
    }
}
