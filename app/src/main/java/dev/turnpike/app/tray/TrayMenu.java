package dev.turnpike.app.tray;

import dev.turnpike.app.hosting.GatewayStatus.Failed;
import dev.turnpike.app.hosting.GatewayStatus.PortTaken;
import dev.turnpike.app.hosting.GatewayStatus.Running;
import dev.turnpike.app.hosting.GatewayStatus.Starting;
import dev.turnpike.app.hosting.GatewayStatus.Stopped;
import dev.turnpike.app.text.Text;
import dev.turnpike.app.tray.TrayItem.Action;
import dev.turnpike.app.tray.TrayItem.Check;
import dev.turnpike.app.tray.TrayItem.Separator;
import dev.turnpike.app.tray.TrayItem.Status;
import dev.turnpike.app.tray.TrayItem.Submenu;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// What the tray says of a state: its menu and the words beside its icon.
public final class TrayMenu {
    /// Begins the command that puts a channel first; its id follows.
    public static final String USE_CHANNEL = "channel.use.";

    private TrayMenu() {}

    /// The menu from top to bottom. Every id in it is one of a command.
    ///
    /// @param titles what the command of an id is called; some have words of their own here
    public static List<TrayItem> of(TrayState state, UnaryOperator<String> titles) {
        List<TrayItem> items = new ArrayList<>();
        items.add(new Status(gateway(state)));
        items.add(new Action(agent(state), "room.agents"));
        items.add(new Separator());
        items.add(channels(state));
        state.today().ifPresent(today -> items.add(new Action(Text.of("tray.today", today), "room.usage")));
        items.add(new Separator());
        items.add(new Action(Text.of("tray.traffic"), "room.traffic"));
        if (state.problems() > 0) {
            items.add(new Action(doctor(state.problems()), "room.agents"));
        }
        boolean running = state.gateway() instanceof Running;
        items.add(new Action(titles.apply("gateway.copy-url"), "gateway.copy-url", running));
        // a box that is ticked while it is so: its words stay
        state.recording()
                .ifPresent(on -> items.add(new Check(
                        titles.apply("recording.pause"), on ? "recording.pause" : "recording.resume", !on, true)));
        items.add(startOrStop(state, titles));
        items.add(new Separator());
        items.add(new Action(Text.of("tray.settings"), "room.settings"));
        state.update().ifPresent(version -> items.add(new Action(Text.of("tray.update", version), "update.show")));
        items.add(new Action(titles.apply("app.quit"), "app.quit"));
        return List.copyOf(items);
    }

    private static String gateway(TrayState state) {
        return switch (state.gateway()) {
            case Running running -> Text.of("tray.running", running.address().getAuthority());
            case Starting ignored -> Text.of("tray.starting");
            case Stopped ignored -> Text.of("tray.stopped");
            case PortTaken taken -> Text.of("tray.port-taken", String.valueOf(taken.port()));
            case Failed ignored -> Text.of("tray.failed");
        };
    }

    private static String agent(TrayState state) {
        return switch (state.agent()) {
            case NOT_CONFIGURED -> Text.of("tray.agent.not-configured");
            case CONFIGURED -> Text.of("tray.agent.configured");
            case CONNECTED -> Text.of("tray.agent.connected");
        };
    }

    private static String doctor(int problems) {
        return problems == 1 ? Text.of("tray.doctor.one") : Text.of("tray.doctor.many", problems);
    }

    private static TrayItem channels(TrayState state) {
        String used = state.first().map(TrayState.ChannelLine::id).orElse("");
        List<TrayItem> lines = new ArrayList<>();
        for (TrayState.ChannelLine channel : state.channels()) {
            String title = channel.enabled() ? channel.name() : Text.of("tray.channel.off", channel.name());
            lines.add(new Check(title, USE_CHANNEL + channel.id(), channel.id().equals(used), channel.enabled()));
        }
        if (!lines.isEmpty()) {
            lines.add(new Separator());
        }
        lines.add(new Action(Text.of("tray.channel.manage"), "room.channels"));
        return new Submenu(Text.of("tray.channel", channel(state)), lines);
    }

    private static String channel(TrayState state) {
        return state.first()
                .map(TrayState.ChannelLine::name)
                .orElseGet(() -> Text.of(state.channels().isEmpty() ? "tray.channel.demo" : "tray.channel.none"));
    }

    private static TrayItem startOrStop(TrayState state, UnaryOperator<String> titles) {
        return switch (state.gateway()) {
            case Running ignored -> new Action(titles.apply("gateway.stop"), "gateway.stop");
            case Starting ignored -> new Action(titles.apply("gateway.stop"), "gateway.stop", false);
            case Stopped ignored -> new Action(titles.apply("gateway.start"), "gateway.start");
            case PortTaken ignored -> new Action(titles.apply("gateway.start"), "gateway.start");
            case Failed ignored -> new Action(titles.apply("gateway.start"), "gateway.start");
        };
    }

    /// What is said when the pointer rests on the icon.
    public static String tooltip(TrayState state) {
        List<String> parts = new ArrayList<>();
        switch (state.gateway()) {
            case Running ignored -> {
                parts.add(Text.of("tray.tooltip.running"));
                parts.add(channel(state));
                if (state.inFlight() > 0) {
                    parts.add(Text.of("tray.tooltip.in-flight", state.inFlight()));
                }
                if (!state.recording().orElse(true)) {
                    parts.add(Text.of("tray.tooltip.not-recording"));
                }
            }
            case Starting ignored -> parts.add(Text.of("tray.tooltip.starting"));
            case Stopped ignored -> parts.add(Text.of("tray.tooltip.stopped"));
            case PortTaken taken -> parts.add(Text.of("tray.tooltip.port-taken", String.valueOf(taken.port())));
            case Failed ignored -> parts.add(Text.of("tray.tooltip.failed"));
        }
        return String.join(" · ", parts);
    }
}
