package dev.turnpike.app;

import dev.turnpike.app.agent.ClaudeHome;
import dev.turnpike.app.agent.ClaudeSetup;
import dev.turnpike.app.agent.ClientRegister;
import dev.turnpike.app.agent.LocalToken;
import dev.turnpike.app.channels.ChannelTools;
import dev.turnpike.app.channels.ChannelsRoom;
import dev.turnpike.app.cli.DesktopStart;
import dev.turnpike.app.fx.BackgroundWork;
import dev.turnpike.app.fx.FxThread;
import dev.turnpike.app.fx.FxWatch;
import dev.turnpike.app.hosting.HostedGateway;
import dev.turnpike.app.inspector.TrafficRoom;
import dev.turnpike.app.look.Theme;
import dev.turnpike.app.platform.PrivateFiles;
import dev.turnpike.app.platform.Surroundings;
import dev.turnpike.app.preferences.PreferencesStore;
import dev.turnpike.app.run.HealthCheck;
import dev.turnpike.app.settings.SettingsParts;
import dev.turnpike.app.settings.SettingsRoom;
import dev.turnpike.app.shell.Command;
import dev.turnpike.app.shell.Commands;
import dev.turnpike.app.shell.MainWindow;
import dev.turnpike.app.shell.RoomName;
import dev.turnpike.app.shell.Toast;
import dev.turnpike.app.shell.WindowMemory;
import dev.turnpike.app.text.Text;
import dev.turnpike.app.tray.AwtTray;
import dev.turnpike.app.tray.Panel;
import dev.turnpike.app.tray.TrayMenu;
import dev.turnpike.app.tray.TrayState.AgentLine;
import dev.turnpike.app.usage.SessionTotals;
import dev.turnpike.app.usage.UsageRoom;
import dev.turnpike.gateway.Version;
import dev.turnpike.gateway.channel.ChannelId;
import dev.turnpike.gateway.channel.PresetShelf;
import dev.turnpike.gateway.channel.SecretSource;
import dev.turnpike.gateway.configuration.ConfigurationEditor;
import dev.turnpike.gateway.configuration.ConfigurationFile;
import dev.turnpike.gateway.configuration.EnvironmentSecrets;
import dev.turnpike.gateway.configuration.GatewaySettings;
import dev.turnpike.gateway.configuration.InvalidConfiguration;
import dev.turnpike.gateway.configuration.TurnpikeHome;
import dev.turnpike.gateway.traffic.Recorder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.stage.Stage;

/// Every part of the desktop application, put together by hand.
final class Wiring implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Wiring.class.getName());

    private final BackgroundWork work = new BackgroundWork();
    private final Commands commands = new Commands();
    private final Recorder recorder = new Recorder();
    private final SessionTotals totals = new SessionTotals();
    private final PreferencesStore preferences;
    private final HostedGateway gateway;
    private final Theme theme;
    private final MainWindow window;
    private final WindowMemory memory;
    private final Presence presence;
    private final Life life;
    private final ConfigurationEditor editor;
    private final String system;

    /// @param quit ends the application
    /// @throws IOException when Turnpike's folder cannot be made
    Wiring(Surroundings around, Runnable quit) throws IOException {
        TurnpikeHome home = TurnpikeHome.of(around.environment(), around.properties());
        PrivateFiles.createFolder(home.folder());
        SecretSource secrets = new EnvironmentSecrets(around.environment());
        preferences = new PreferencesStore(home.folder().resolve("preferences.json"), work::later, this::trouble);
        editor = new ConfigurationEditor(home.configurationFile());
        gateway = new HostedGateway(
                new ConfigurationFile(home.configurationFile(), secrets),
                secrets,
                List.of(recorder, totals),
                Wiring::isOurs);
        theme = new Theme(preferences.current().theme());
        window = new MainWindow(new Stage(), theme, commands);
        if (Boolean.getBoolean("turnpike.development")) {
            new FxWatch(crossing ->
                            LOG.log(System.Logger.Level.ERROR, "a node was changed on a wrong thread", crossing))
                    .watch(window.stage().getScene().getRoot());
        }
        memory = new WindowMemory(window.stage(), preferences);
        ClaudeHome claudeHome =
                ClaudeHome.of(around.environment(), around.userHome(), around.workingFolder(), around.system());
        InstantSource clock = InstantSource.system();
        ClaudeSetup claude = new ClaudeSetup(
                claudeHome,
                around.environment(),
                home.folder(),
                new ClientRegister(editor, clock),
                clock,
                Version.current());
        presence = new Presence(gateway, recorder, window, () -> AgentLine.NOT_CONFIGURED);
        life = new Life(window, memory, presence, preferences, claude, work, quit);
        ChannelsRoom channels = new ChannelsRoom(
                new ChannelTools(
                        editor, secrets, PresetShelf.shipped(), work, window.sheets(), window.toasts(), commands),
                told -> gateway.onConfiguration(changed -> told.run()));
        channels.commands().forEach(window::add);
        window.furnish(List.of(
                new TrafficRoom(recorder, work, commands, new TrafficSituation(gateway, claude)),
                channels,
                new UsageRoom(totals, commands),
                new SettingsRoom(new SettingsParts(
                        preferences,
                        editor,
                        gateway,
                        work,
                        window.sheets(),
                        window.toasts(),
                        LocalToken::random,
                        around,
                        home.folder()))));
        new GatewayActs(gateway, work, window).add();
        window.add(Command.of("recording.toggle", Text.of("shell.command.recording"), this::toggleRecording));
        system = around.system();
    }

    private void toggleRecording() {
        if (recorder.isPaused()) {
            recorder.resume();
        } else {
            recorder.pause();
        }
        presence.show();
    }

    /// Does what was chosen in the tray.
    private void chosen(String command) {
        if (command.startsWith(TrayMenu.USE_CHANNEL)) {
            String id = command.substring(TrayMenu.USE_CHANNEL.length());
            work.run(
                    () -> {
                        editor.move(new ChannelId(id), 0);
                        return id;
                    },
                    done -> {},
                    failed -> trouble(String.valueOf(failed.getMessage())));
            return;
        }
        if (command.startsWith("room.")) {
            show();
        }
        commands.run(command);
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
        work.later(this::startGateway);
        memory.restore();
        window.open(preferences.current().room().flatMap(RoomName::of).orElse(RoomName.TRAFFIC));
        work.run(
                () -> AwtTray.open(
                        Panel.of(system, theme.darkProperty().get()),
                        command -> FxThread.later(() -> chosen(command)),
                        () -> FxThread.later(this::show)),
                presence::in,
                failed -> trouble(String.valueOf(failed.getMessage())));
        if (!options.hidden()) {
            show();
        }
    }

    private void startGateway() {
        try {
            if (editor.gateway().accessKey().isEmpty()) {
                // other users of this machine must not spend this one's keys
                editor.accessKey(Optional.of(LocalToken.random()));
            }
        } catch (InvalidConfiguration e) {
            // the gateway says the same, with a way out
            LOG.log(System.Logger.Level.DEBUG, "no access key was made", e);
        }
        gateway.start();
    }

    /// Shows the window in front of others.
    void show() {
        life.show();
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
