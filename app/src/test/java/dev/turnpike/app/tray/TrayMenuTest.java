package dev.turnpike.app.tray;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.hosting.GatewayStatus;
import dev.turnpike.app.tray.TrayItem.Action;
import dev.turnpike.app.tray.TrayItem.Check;
import dev.turnpike.app.tray.TrayItem.Separator;
import dev.turnpike.app.tray.TrayItem.Status;
import dev.turnpike.app.tray.TrayItem.Submenu;
import dev.turnpike.app.tray.TrayState.AgentLine;
import dev.turnpike.app.tray.TrayState.ChannelLine;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrayMenuTest {
    private static final GatewayStatus RUNNING = new GatewayStatus.Running(URI.create("http://127.0.0.1:8397"));
    private static final GatewayStatus TAKEN =
            new GatewayStatus.PortTaken(8397, Optional.of("node, process 4127"), false, 8398);
    private static final GatewayStatus FAILED = new GatewayStatus.Failed("no such address");
    private static final List<ChannelLine> THREE = List.of(
            new ChannelLine("ollama", "Ollama", false),
            new ChannelLine("deepseek", "DeepSeek", true),
            new ChannelLine("openrouter", "OpenRouter", true));

    private static TrayState state(GatewayStatus gateway) {
        return new TrayState(
                gateway, AgentLine.CONNECTED, THREE, Optional.empty(), 0, Optional.empty(), 0, Optional.empty());
    }

    private static TrayState full(Optional<Boolean> recording, int problems) {
        return new TrayState(
                RUNNING,
                AgentLine.CONNECTED,
                THREE,
                Optional.of("1.24 M tokens · $0.84"),
                problems,
                recording,
                2,
                Optional.of("1.3"));
    }

    private static List<TrayItem> menu(TrayState state) {
        return TrayMenu.of(state, id -> "<" + id + ">");
    }

    @Test
    void saysAllThereIsToSay() {
        assertThat(menu(full(Optional.of(true), 1)))
                .containsExactly(
                        new Status("● Running on 127.0.0.1:8397"),
                        new Action("Claude Code: connected", "room.agents"),
                        new Separator(),
                        new Submenu(
                                "Channel: DeepSeek",
                                List.of(
                                        new Check("Ollama (off)", "channel.use.ollama", false, false),
                                        new Check("DeepSeek", "channel.use.deepseek", true, true),
                                        new Check("OpenRouter", "channel.use.openrouter", false, true),
                                        new Separator(),
                                        new Action("Manage channels…", "room.channels"))),
                        new Action("Today: 1.24 M tokens · $0.84", "room.usage"),
                        new Separator(),
                        new Action("Show traffic", "room.traffic"),
                        new Action("Doctor (1 problem)…", "room.agents"),
                        new Action("<gateway.copy-url>", "gateway.copy-url"),
                        new Check("<recording.pause>", "recording.pause", false, true),
                        new Action("<gateway.stop>", "gateway.stop"),
                        new Separator(),
                        new Action("Settings…", "room.settings"),
                        new Action("Version 1.3 is available…", "update.show"),
                        new Action("<app.quit>", "app.quit"));
    }

    @Test
    void leavesOutWhatIsNotSo() {
        assertThat(menu(state(new GatewayStatus.Stopped())))
                .contains(
                        new Status("○ Stopped"),
                        new Action("<gateway.copy-url>", "gateway.copy-url", false),
                        new Action("<gateway.start>", "gateway.start"))
                .hasSize(11)
                .noneMatch(Check.class::isInstance)
                .noneMatch(item ->
                        item.toString().contains("Doctor") || item.toString().contains("Today"));
    }

    @Test
    void namesEachStateOfTheGateway() {
        assertThat(menu(state(new GatewayStatus.Starting())))
                .contains(new Status("◐ Starting"), new Action("<gateway.stop>", "gateway.stop", false));
        assertThat(menu(state(TAKEN)))
                .contains(
                        new Status("▲ Port 8397 is in use by another program"),
                        new Action("<gateway.start>", "gateway.start"));
        assertThat(menu(state(FAILED)))
                .contains(new Status("▲ The gateway did not start"), new Action("<gateway.start>", "gateway.start"));
    }

    @Test
    void namesEachStateOfTheAgentAndCountsProblems() {
        for (AgentLine agent : AgentLine.values()) {
            TrayState state = new TrayState(
                    RUNNING, agent, List.of(), Optional.empty(), 3, Optional.empty(), 0, Optional.empty());
            assertThat(menu(state))
                    .contains(
                            new Action(
                                    "Claude Code: "
                                            + switch (agent) {
                                                case NOT_CONFIGURED -> "not configured";
                                                case CONFIGURED -> "configured";
                                                case CONNECTED -> "connected";
                                            },
                                    "room.agents"),
                            new Action("Doctor (3 problems)…", "room.agents"),
                            new Submenu("Channel: demo", List.of(new Action("Manage channels…", "room.channels"))));
        }
    }

    @Test
    void saysThatNoChannelIsInUse() {
        TrayState off = new TrayState(
                RUNNING,
                AgentLine.CONNECTED,
                THREE.subList(0, 1),
                Optional.empty(),
                0,
                Optional.empty(),
                0,
                Optional.empty());
        assertThat(TrayMenu.tooltip(off)).isEqualTo("Running · none");
    }

    @Test
    void tellsTheSameInTheTooltip() {
        assertThat(TrayMenu.tooltip(full(Optional.of(true), 0))).isEqualTo("Running · DeepSeek · 2 in flight");
        assertThat(TrayMenu.tooltip(full(Optional.of(false), 0)))
                .isEqualTo("Running · DeepSeek · 2 in flight · not recording");
        assertThat(TrayMenu.tooltip(state(new GatewayStatus.Starting()))).isEqualTo("Starting");
        assertThat(TrayMenu.tooltip(state(new GatewayStatus.Stopped()))).isEqualTo("Stopped");
        assertThat(TrayMenu.tooltip(state(TAKEN))).isEqualTo("Problem · port 8397 is in use");
        assertThat(TrayMenu.tooltip(state(FAILED))).isEqualTo("Problem · the gateway did not start");
    }

    @Test
    void hasAnOutlineForEachState() {
        assertThat(TrayIconShape.of(full(Optional.of(true), 0))).isEqualTo(TrayIconShape.RUNNING);
        assertThat(TrayIconShape.of(full(Optional.empty(), 0))).isEqualTo(TrayIconShape.RUNNING);
        assertThat(TrayIconShape.of(full(Optional.of(false), 0))).isEqualTo(TrayIconShape.NOT_RECORDING);
        assertThat(TrayIconShape.of(full(Optional.of(false), 1))).isEqualTo(TrayIconShape.PROBLEM);
        assertThat(TrayIconShape.of(state(TAKEN))).isEqualTo(TrayIconShape.PROBLEM);
        assertThat(TrayIconShape.of(state(FAILED))).isEqualTo(TrayIconShape.PROBLEM);
        assertThat(TrayIconShape.of(state(new GatewayStatus.Starting()))).isEqualTo(TrayIconShape.STOPPED);
        assertThat(TrayIconShape.of(state(new GatewayStatus.Stopped()))).isEqualTo(TrayIconShape.STOPPED);
    }

    @Test
    void keepsAnOpenMenuOpenWhileOnlyWordsChange() {
        List<TrayItem> before = menu(full(Optional.of(true), 1));
        assertThat(TrayItem.sameShape(before, menu(full(Optional.of(false), 7))))
                .isTrue();
        assertThat(TrayItem.sameShape(before, menu(full(Optional.of(true), 0)))).isFalse();
        List<TrayItem> two = menu(new TrayState(
                RUNNING,
                AgentLine.CONNECTED,
                THREE.subList(0, 2),
                Optional.of(""),
                1,
                Optional.of(true),
                2,
                Optional.of("")));
        assertThat(TrayItem.sameShape(before, two)).isFalse();
        assertThat(TrayItem.sameShape(List.of(new Separator()), List.of(new Status(""))))
                .isFalse();
    }
}
