package dev.turnpike.app;

import dev.turnpike.app.cli.DesktopStart;
import dev.turnpike.app.fx.BackgroundWork;
import dev.turnpike.app.fx.FxThread;
import dev.turnpike.app.hosting.HostedGateway;
import dev.turnpike.app.look.Theme;
import dev.turnpike.app.platform.PrivateFiles;
import dev.turnpike.app.platform.Surroundings;
import dev.turnpike.app.preferences.PreferencesStore;
import dev.turnpike.app.run.HealthCheck;
import dev.turnpike.app.shell.Commands;
import dev.turnpike.app.shell.MainWindow;
import dev.turnpike.app.shell.Toast;
import dev.turnpike.app.shell.WindowMemory;
import dev.turnpike.gateway.channel.SecretSource;
import dev.turnpike.gateway.configuration.ConfigurationFile;
import dev.turnpike.gateway.configuration.EnvironmentSecrets;
import dev.turnpike.gateway.configuration.GatewaySettings;
import dev.turnpike.gateway.configuration.TurnpikeHome;
import dev.turnpike.gateway.traffic.Recorder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import javafx.stage.Stage;

/// Every part of the desktop application, put together by hand.
final class Wiring implements AutoCloseable {
    private final BackgroundWork work = new BackgroundWork();
    private final Commands commands = new Commands();
    private final Recorder recorder = new Recorder();
    private final PreferencesStore preferences;
    private final HostedGateway gateway;
    private final Theme theme;
    private final MainWindow window;
    private final WindowMemory memory;
    private final Presence presence;

    /// @param quit ends the application
    /// @throws IOException when Turnpike's folder cannot be made
    Wiring(Surroundings around, Runnable quit) throws IOException {
        TurnpikeHome home = TurnpikeHome.of(around.environment(), around.properties());
        PrivateFiles.createFolder(home.folder());
        SecretSource secrets = new EnvironmentSecrets(around.environment());
        preferences = new PreferencesStore(home.folder().resolve("preferences.json"), work::later, this::trouble);
        gateway = new HostedGateway(
                new ConfigurationFile(home.configurationFile(), secrets), secrets, List.of(recorder), Wiring::isOurs);
        theme = new Theme(preferences.current().theme());
        window = new MainWindow(new Stage(), theme, commands);
        memory = new WindowMemory(window.stage(), preferences);
        presence = new Presence(gateway, recorder, window);
    }

    /// Turnpike's folder.
    static Path home(Surroundings around) {
        return TurnpikeHome.of(around.environment(), around.properties()).folder();
    }

    private static boolean isOurs(GatewaySettings settings) {
        String host = settings.host().indexOf(':') >= 0 ? "[" + settings.host() + "]" : settings.host();
        URI address = URI.create("http://" + host + ":" + settings.port());
        return HealthCheck.ask(address, settings.accessKey()) == HealthCheck.Answer.OURS;
    }

    private void trouble(String sentence) {
        FxThread.later(() -> window.toasts().show(Toast.failure(sentence)));
    }

    /// Starts the gateway and shows the window.
    void start(DesktopStart.Options options) {
        work.later(gateway::start);
        memory.restore();
        if (!options.hidden()) {
            show();
        }
    }

    /// Shows the window in front of others.
    void show() {
        window.show();
    }

    /// Opens one of our own links.
    void open(URI link) {
        show();
    }

    /// Lets running answers finish, then ends every part.
    @Override
    public void close() {
        presence.close();
        gateway.drain();
        gateway.close();
        preferences.close();
        work.close();
    }
}
