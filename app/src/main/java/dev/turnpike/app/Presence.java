package dev.turnpike.app;

import dev.turnpike.app.agents.AgentsModel;
import dev.turnpike.app.agents.DoctorModel;
import dev.turnpike.app.fx.FxThread;
import dev.turnpike.app.hosting.HostedGateway;
import dev.turnpike.app.hosting.Subscription;
import dev.turnpike.app.shell.Command;
import dev.turnpike.app.shell.Commands;
import dev.turnpike.app.shell.MainWindow;
import dev.turnpike.app.shell.RoomName;
import dev.turnpike.app.shell.StatusLine;
import dev.turnpike.app.tray.NoTray;
import dev.turnpike.app.tray.Tray;
import dev.turnpike.app.tray.TrayState;
import dev.turnpike.app.tray.TrayState.AgentLine;
import dev.turnpike.app.tray.TrayState.ChannelLine;
import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.configuration.Configuration;
import dev.turnpike.gateway.traffic.Recorder;
import java.util.List;
import java.util.Optional;

/// What a user sees of the gateway in every room and in the tray. Lives on the FX thread.
final class Presence implements AutoCloseable {
    private final HostedGateway gateway;
    private final Recorder recorder;
    private final MainWindow window;
    private final AgentWatch agent;
    private final AgentsModel agents;
    private final DoctorModel doctor;
    private final Commands commands;
    private final List<Subscription> news;
    private Tray tray = new NoTray();
    private volatile AgentLine told = AgentLine.NOT_CONFIGURED;

    /// @param agents says how much is in the way
    Presence(
            HostedGateway gateway,
            Recorder recorder,
            MainWindow window,
            AgentWatch agent,
            AgentsModel agents,
            Commands commands) {
        this.gateway = gateway;
        this.recorder = recorder;
        this.window = window;
        this.agent = agent;
        this.agents = agents;
        this.doctor = agents.doctor();
        this.commands = commands;
        agent.onChange(this::show);
        agents.onWrite(agent::look);
        doctor.worthALookProperty().addListener(changed -> show());
        doctor.problemsProperty().addListener(changed -> show());
        this.news = List.of(
                gateway.onStatus(status -> FxThread.later(this::moved)),
                gateway.onConfiguration(changed -> FxThread.later(this::moved)),
                recorder.onPause(() -> FxThread.later(this::show))::run,
                agent.listen(this::seen)::run);
        show();
    }

    /// Uses that tray from now on.
    void in(Tray found) {
        tray = found;
        show();
    }

    /// Whether there is an icon by which a hidden window comes back.
    boolean hasTray() {
        return tray.isThere();
    }

    /// The gateway may answer elsewhere now, or not at all.
    private void moved() {
        show();
        agents.moved();
    }

    /// Shows everything as it is now.
    void show() {
        StatusLine line = StatusLine.of(gateway.status(), !recorder.isPaused());
        window.status(line.mark(), line.word(), line.under(), line.whole());
        window.badge(RoomName.AGENTS, doctor.worthALookProperty().get());
        told = agent.line();
        agent.look();
        if (tray.isThere()) {
            tray.show(state(), this::title);
        }
    }

    /// Claude Code was seen; news only where that was not known.
    private void seen() {
        if (told != AgentLine.CONNECTED) {
            told = AgentLine.CONNECTED;
            FxThread.later(this::show);
        }
    }

    private String title(String command) {
        return commands.find(command).map(Command::title).orElse(command);
    }

    private TrayState state() {
        List<ChannelLine> channels =
                gateway.configuration().map(Presence::channels).orElse(List.of());
        return new TrayState(
                gateway.status(),
                told,
                channels,
                Optional.empty(),
                doctor.problemsProperty().get(),
                Optional.of(!recorder.isPaused()),
                gateway.inFlight(),
                Optional.empty());
    }

    private static List<ChannelLine> channels(Configuration configuration) {
        return configuration.channels().channels().stream().map(Presence::line).toList();
    }

    private static ChannelLine line(Channel channel) {
        return new ChannelLine(channel.id().value(), channel.name(), channel.enabled());
    }

    @Override
    public void close() {
        news.forEach(Subscription::close);
        tray.close();
    }
}
