package dev.turnpike.app.settings;

import dev.turnpike.app.diagnostics.DiagnosticsBundle;
import dev.turnpike.app.fx.SameThreadWork;
import dev.turnpike.app.fx.WorkRunner;
import dev.turnpike.app.hosting.HostedGateway;
import dev.turnpike.app.platform.CommandRunner;
import dev.turnpike.app.platform.LoginItem;
import dev.turnpike.app.platform.Surroundings;
import dev.turnpike.app.preferences.PreferencesStore;
import dev.turnpike.app.shell.Sheets;
import dev.turnpike.app.shell.Toast;
import dev.turnpike.gateway.Observers;
import dev.turnpike.gateway.channel.SecretSource;
import dev.turnpike.gateway.configuration.ConfigurationEditor;
import dev.turnpike.gateway.configuration.ConfigurationFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import javafx.scene.layout.Region;

/// A Turnpike folder with the parts that the room of settings works on: a real gateway, a real file.
final class SettingsDesk implements AutoCloseable {
    private final Path folder;
    final Path home;
    final PreferencesStore preferences;
    final ConfigurationEditor editor;
    final HostedGateway gateway;
    final WorkRunner work = new SameThreadWork();
    final List<Toast> toasts = new ArrayList<>();
    final List<Region> sheets = new ArrayList<>();
    LoginItem login;
    private int keys;

    SettingsDesk(Path folder) {
        this.folder = folder;
        home = folder.resolve("turnpike");
        try {
            Files.createDirectories(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        login = login("Linux");
        SecretSource none = reference -> Optional.empty();
        preferences = new PreferencesStore(home.resolve("preferences.json"), Runnable::run, toast -> {});
        editor = new ConfigurationEditor(home.resolve("turnpike.json"));
        gateway =
                new HostedGateway(new ConfigurationFile(editor.file(), none), none, Observers.NONE, settings -> false);
    }

    /// What starts this program at login, below this folder.
    LoginItem login(String system) {
        Properties properties = new Properties();
        properties.setProperty("turnpike.launcher", "/opt/turnpike/bin/turnpike");
        return LoginItem.of(new Surroundings(Map.of(), home, folder, system), CommandRunner.real(), properties);
    }

    /// The file of it.
    Path autostart() {
        return folder.resolve(".config/autostart/turnpike.desktop");
    }

    /// Writes `turnpike.json`.
    SettingsDesk configured(int port) {
        return configured("{ \"gateway\": { \"port\": " + port + ", \"accessKey\": \"local-abcdefgh7d1e\" } }");
    }

    SettingsDesk configured(String json) {
        try {
            Files.writeString(editor.file(), json);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String file() {
        try {
            return Files.readString(editor.file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A port that nothing listens on now.
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String freshKey() {
        return "local-fresh-" + ++keys;
    }

    SettingsParts parts() {
        return new SettingsParts(
                preferences,
                editor,
                gateway,
                work,
                new OpenSheets(),
                toasts::add,
                this::freshKey,
                login,
                new Surroundings(Map.of(), home, folder, "Linux"),
                home,
                () -> new DiagnosticsBundle(List.of(
                        new DiagnosticsBundle.Entry("README.txt", "what is in here\n"),
                        new DiagnosticsBundle.Entry("doctor.json", "{}"))));
    }

    /// Sheets that are only remembered.
    private final class OpenSheets implements Sheets {
        @Override
        public void show(Region content, Runnable closed) {
            sheets.add(content);
        }

        @Override
        public void close() {
            sheets.clear();
        }

        @Override
        public void close(Region sheet) {
            sheets.remove(sheet);
        }

        @Override
        public boolean isOpen() {
            return !sheets.isEmpty();
        }
    }

    @Override
    public void close() {
        gateway.close();
    }
}
