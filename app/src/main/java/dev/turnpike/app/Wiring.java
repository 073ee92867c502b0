package dev.turnpike.app;

import dev.turnpike.app.agent.ClaudeCode;
import dev.turnpike.app.agent.ClaudeHome;
import dev.turnpike.app.agent.ClaudeSetup;
import dev.turnpike.app.agent.ClientRegister;
import dev.turnpike.app.agent.LocalToken;
import dev.turnpike.app.agent.Route;
import dev.turnpike.app.agent.checkup.ProbedEnvironment;
import dev.turnpike.app.agents.AgentParts;
import dev.turnpike.app.agents.AgentsModel;
import dev.turnpike.app.agents.AgentsRoom;
import dev.turnpike.app.agents.Witness;
import dev.turnpike.app.care.AgentCare;
import dev.turnpike.app.care.LiveFindings;
import dev.turnpike.app.channels.ChannelTools;
import dev.turnpike.app.channels.ChannelsRoom;
import dev.turnpike.app.cli.DesktopStart;
import dev.turnpike.app.fx.BackgroundWork;
import dev.turnpike.app.fx.FxThread;
import dev.turnpike.app.fx.FxWatch;
import dev.turnpike.app.hosting.GatewayStatus;
import dev.turnpike.app.hosting.HostedGateway;
import dev.turnpike.app.inspector.InspectorParts;
import dev.turnpike.app.inspector.StoredTraffic;
import dev.turnpike.app.inspector.TrafficRoom;
import dev.turnpike.app.look.Theme;
import dev.turnpike.app.onboarding.FirstRequest;
import dev.turnpike.app.onboarding.OnboardingParts;
import dev.turnpike.app.onboarding.OnboardingSheet;
import dev.turnpike.app.platform.CommandRunner;
import dev.turnpike.app.platform.FileReveal;
import dev.turnpike.app.platform.LoginItem;
import dev.turnpike.app.platform.PrivateFiles;
import dev.turnpike.app.platform.Surroundings;
import dev.turnpike.app.preferences.PreferencesStore;
import dev.turnpike.app.run.HealthCheck;
import dev.turnpike.app.settings.SettingsParts;
import dev.turnpike.app.settings.SettingsRoom;
import dev.turnpike.app.shell.CommandGroup;
import dev.turnpike.app.shell.Commands;
import dev.turnpike.app.shell.MainWindow;
import dev.turnpike.app.shell.RoomName;
import dev.turnpike.app.shell.SideWindow;
import dev.turnpike.app.shell.Toast;
import dev.turnpike.app.tray.AwtTray;
import dev.turnpike.app.tray.Panel;
import dev.turnpike.app.tray.Tray;
import dev.turnpike.app.usage.UsageRoom;
import dev.turnpike.app.usage.UsageSource;
import dev.turnpike.gateway.Recording;
import dev.turnpike.gateway.Version;
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
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.stage.Stage;

/// Every part of the desktop application, put together by hand.
final class Wiring implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Wiring.class.getName());

    /// How a notice begins that only says that an edit went well.
    private static final String TAKEN = "configuration taken from";

    private final Surroundings around;
    private final TurnpikeHome home;
    private final SecretSource secrets;
    private final InstantSource clock = InstantSource.system();
    private final BackgroundWork work = new BackgroundWork();
    private final Commands commands = new Commands();
    private final Recording recording;
    private final Witness witness = new Witness();
    private final FirstRequest firstRequest = new FirstRequest();
    private final ConfigurationEditor editor;
    private final PreferencesStore preferences;
    private final LiveFindings evidence;
    private final HostedGateway gateway;
    private final ProbedEnvironment environment;
    private final KeptBodies bodies;
    private final ClaudeSetup claude;
    private final Theme theme;
    private final MainWindow window;
    private final AgentWatch agent;
    private final AgentCare care;
    private final AgentsModel agents;
    private final Presence presence;
    private final Life life;
    private final GatewayActs acts;
    private final TrafficRoom traffic;
    private final OnboardingSheet onboarding;
    private boolean begun;

    /// @param quit ends the application
    /// @throws IOException when Turnpike's folder cannot be made
    Wiring(Surroundings around, Runnable quit) throws IOException {
        this.around = around;
        environment = new ProbedEnvironment(around.environment());
        home = TurnpikeHome.of(around.environment(), around.properties());
        PrivateFiles.createFolder(home.folder());
        bodies = new KeptBodies(home.folder().resolve("exports"));
        secrets = new EnvironmentSecrets(around.environment());
        editor = new ConfigurationEditor(home.configurationFile());
        preferences = new PreferencesStore(home.folder().resolve("preferences.json"), work::later, this::trouble);
        recording = Recording.watched(home.folder(), this::trouble);
        Recorder recorder = recording.recorder();
        evidence = new LiveFindings(recording, clock, work);
        gateway = new HostedGateway(
                new ConfigurationFile(home.configurationFile(), secrets),
                secrets,
                evidence.observers(recording, witness, firstRequest),
                Wiring::isOurs);
        ClaudeHome claudeHome =
                ClaudeHome.of(around.environment(), around.userHome(), around.workingFolder(), around.system());
        claude = new ClaudeSetup(
                claudeHome, environment, home.folder(), new ClientRegister(editor, clock), clock, Version.current());
        evidence.follow(gateway, Recording.file(home.folder()), claude, witness);
        theme = new Theme(preferences.current().theme());
        window = new MainWindow(new Stage(), theme, commands);
        agent = new AgentWatch(new ConfiguredAgents(claude), witness, clock, work);
        care = new AgentCare(gateway, around, claudeHome, claude, home.folder(), evidence, environment);
        agents = agents();
        presence = new Presence(gateway, recorder, window, agent, agents, commands);
        life = new Life(window, presence, preferences, agent, work, quit);
        acts = new GatewayActs(gateway, editor, recorder, work, window);
        acts.add();
        commands.addSource(acts::channels);
        traffic = traffic();
        traffic.offers().forEach(window::add);
        commands.addSource(traffic::sessions);
        window.furnish(List.of(
                traffic,
                new AgentsRoom(agents, window.sheets(), window.toasts(), commands),
                channels(),
                usage(),
                settings()));
        onboarding = onboarding(claudeHome);
        window.add(onboarding.command());
        if (around.system().startsWith("Mac")) {
            window.menus();
        }
        new GatewayQuestions(gateway, agent, acts, window, work, this::configure).listen(agents::rewritten);
        listen();
    }

    private void configure() {
        window.open(RoomName.AGENTS);
        commands.run("agent.configure");
    }

    private OnboardingSheet onboarding(ClaudeHome claudeHome) {
        OnboardingParts parts = new OnboardingParts(
                preferences,
                editor,
                secrets,
                PresetShelf.shipped(),
                gateway,
                firstRequest,
                claude,
                claudeHome,
                around,
                clock,
                work);
        return new OnboardingSheet(parts, window.sheets(), commands);
    }

    private TrafficRoom traffic() {
        return new TrafficRoom(new InspectorParts(
                recording.recorder(),
                new StoredTraffic(Recording.file(home.folder()), Optional.of(recording.store())),
                work,
                commands,
                window.sheets(),
                window.toasts(),
                () -> new SideWindow(theme),
                new KeptFilters(preferences),
                new ChannelResender(gateway),
                bodies::keep,
                new TrafficSituation(gateway, agent, around.userHome().toString()),
                address -> new FileReveal(around).browse(address),
                Version.current()));
    }

    private AgentsModel agents() {
        return new AgentsModel(new AgentParts(
                claude,
                this::route,
                () -> gateway.status() instanceof GatewayStatus.Failed failed ? failed.sentence() : "",
                () -> ClaudeCode.find(around),
                witness,
                work,
                FxThread::later,
                clock,
                around.userHome(),
                care.parts()));
    }

    /// Where requests go now: the address that answers, or would answer.
    private Optional<Route> route() {
        Optional<Route> written = gateway.configuration().map(Route::of);
        return gateway.status() instanceof GatewayStatus.Running running
                ? written.map(route -> route.at(running.address()))
                : written;
    }

    private ChannelsRoom channels() {
        ChannelTools tools = new ChannelTools(
                editor,
                secrets,
                PresetShelf.shipped(),
                work,
                window.sheets(),
                window.toasts(),
                commands,
                evidence::tried);
        ChannelsRoom room = new ChannelsRoom(tools, told -> gateway.onConfiguration(changed -> told.run()));
        room.commands().forEach(window::add);
        return room;
    }

    private UsageRoom usage() {
        UsageSource source = new UsageSource(
                Recording.file(home.folder()), () -> recording.prices().date());
        return new UsageRoom(
                source,
                work,
                window.toasts(),
                commands,
                Clock.system(ZoneId.systemDefault()),
                around.userHome().toString());
    }

    private SettingsRoom settings() {
        SettingsRoom room = new SettingsRoom(new SettingsParts(
                preferences,
                editor,
                gateway,
                work,
                window.sheets(),
                window.toasts(),
                LocalToken::random,
                LoginItem.of(around, CommandRunner.real(), System.getProperties()),
                around,
                home.folder(),
                care::bundle));
        room.commands().forEach(window::add);
        return room;
    }

    private void listen() {
        preferences.onChange(now -> FxThread.run(() -> theme.choiceProperty().set(now.theme())));
        gateway.onNotice(line -> {
            if (!line.startsWith(TAKEN)) {
                trouble(line);
            }
        });
        preferences.notice().ifPresent(this::trouble);
        if (Boolean.getBoolean("turnpike.development")) {
            new FxWatch(crossing ->
                            LOG.log(System.Logger.Level.ERROR, "a node was changed on a wrong thread", crossing))
                    .watch(window.stage().getScene().getRoot());
        }
    }

    /// Turnpike's folder.
    static Path home(Surroundings around) {
        return TurnpikeHome.of(around.environment(), around.properties()).folder();
    }

    private static boolean isOurs(GatewaySettings settings) {
        return HealthCheck.ask(settings.address(), settings.accessKey()) == HealthCheck.Answer.OURS;
    }

    /// Tells the user that something went wrong. For any thread.
    void trouble(String sentence) {
        FxThread.later(() -> window.toasts().show(Toast.failure(sentence)));
    }

    /// Starts the gateway and shows the window.
    void start(DesktopStart.Options options) {
        work.later(this::startGateway);
        work.later(bodies::forget);
        work.later(agent.agents()::repair);
        agents.doctor().look();
        work.run(this::openTray, presence::in, failed -> trouble(String.valueOf(failed.getMessage())));
        life.restore();
        window.open(preferences.current().room().flatMap(RoomName::of).orElse(RoomName.TRAFFIC));
        if (!options.hidden() && !preferences.current().hidden()) {
            show();
        }
    }

    /// Shows every room once, then ends.
    void rehearse(Runnable end) {
        new WindowRehearsal(commands, end).play();
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

    private Tray openTray() {
        return AwtTray.open(
                Panel.of(around.system(), theme.darkProperty().get()),
                command -> FxThread.later(() -> chosen(command)),
                () -> FxThread.later(this::show));
    }

    /// Does what was chosen in the tray.
    private void chosen(String command) {
        // a channel may be gone since the menu was drawn
        commands.find(command).ifPresent(found -> {
            if (found.group() == CommandGroup.ROOMS) {
                show();
            }
            found.action().run();
        });
    }

    /// All that can be done.
    Commands commands() {
        return commands;
    }

    MainWindow window() {
        return window;
    }

    /// Shows the window in front of others.
    void show() {
        life.show();
        if (!preferences.current().onboarded() && !begun) {
            begun = true;
            onboarding.start();
        }
    }

    /// Ends without a question.
    void leave() {
        life.leave();
    }

    /// Opens one of our own links; there are none yet, so it shows the window.
    void open(URI link) {
        LOG.log(System.Logger.Level.DEBUG, "asked to open {0}", link);
        show();
    }

    /// Lets running answers finish, then ends every part.
    @Override
    public void close() {
        presence.close();
        traffic.close();
        gateway.drain();
        gateway.close();
        recording.close();
        preferences.close();
        work.close();
    }
}
