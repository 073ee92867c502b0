package dev.turnpike.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.shell.Commands;
import dev.turnpike.app.testing.FxExtension;
import dev.turnpike.app.testing.Shot;
import dev.turnpike.app.testing.Windows;
import dev.turnpike.gateway.channel.UpstreamProtocol;
import dev.turnpike.gateway.traffic.ExchangeState;
import dev.turnpike.gateway.traffic.Recorder;
import dev.turnpike.testing.ClaudeRequest;
import dev.turnpike.testing.RawClient;
import dev.turnpike.testing.ScriptedUpstream;
import dev.turnpike.testing.TestGateway;
import java.util.List;
import javafx.scene.Parent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The room before a real gateway, with a client and an upstream at its ends.
@ExtendWith(FxExtension.class)
class LiveTrafficTest {
    private static final String HEAD =
            "event: message_start\ndata: {\"type\":\"message_start\",\"message\":{\"id\":\"m\","
                    + "\"type\":\"message\",\"role\":\"assistant\",\"model\":\"served\",\"content\":[],"
                    + "\"usage\":{\"input_tokens\":3,\"output_tokens\":1}}}\n\n"
                    + "event: content_block_start\ndata: {\"type\":\"content_block_start\",\"index\":0,"
                    + "\"content_block\":{\"type\":\"text\",\"text\":\"\"}}\n\n";
    private static final String END =
            "event: content_block_stop\ndata: {\"type\":\"content_block_stop\",\"index\":0}\n\n"
                    + "event: message_delta\ndata: {\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\"},"
                    + "\"usage\":{\"output_tokens\":5}}\n\nevent: message_stop\ndata: {\"type\":\"message_stop\"}\n\n";

    private final Recorder recorder = new Recorder();
    private final TrafficRoom room = new TrafficRoom(Desk.parts(recorder, new Commands(), Scenario.UP));

    @Test
    void showsAStreamWhileItRunsAndItsEnd(Windows windows) {
        Parent view = windows.show(1200, 700, room::view);
        windows.run(room::shown);
        ClaudeRequest request =
                ClaudeRequest.main("claude-opus-5-5", "4f2a", "/work/shop").user("Fix the test");
        try (ScriptedUpstream upstream = new ScriptedUpstream();
                TestGateway gateway = TestGateway.with(
                        List.of(TestGateway.channel(UpstreamProtocol.ANTHROPIC, upstream.uri(""))), recorder);
                RawClient client = gateway.client()) {
            upstream.script(
                    ScriptedUpstream.streamHead(),
                    ScriptedUpstream.chunk(HEAD + text("The test fails")),
                    new ScriptedUpstream.Step.Stall(),
                    ScriptedUpstream.chunk(text(" because of the sum.") + END),
                    ScriptedUpstream.lastChunk());
            client.send(
                    "POST",
                    "/v1/messages?beta=true",
                    request.body(),
                    "user-agent: claude-cli/2.1.329 (external, cli)",
                    "x-api-key: secret-key");
            until(windows, () -> room.model().list().rows().size() == 2);
            windows.run(() -> room.model().list().selection().first());
            until(windows, () -> {
                Detail detail = room.model().detailProperty().get();
                return detail != null && !detail.blocks().isEmpty();
            });
            assertThat(room.model().detailProperty().get().exchange().summary().state())
                    .isInstanceOf(ExchangeState.Answering.class);
            upstream.stalled().run();
            assertThat(client.reply().body()).contains("because of the sum.");
            until(
                    windows,
                    () -> room.model()
                            .detailProperty()
                            .get()
                            .exchange()
                            .summary()
                            .state()
                            .isEnd());
        }
        Shot.wanted(view, "traffic-real");

        assertThat(room.model().detailProperty().get().exchange().headers().contains("x-api-key"))
                .isFalse();
        assertThat(room.model().detailProperty().get().exchange().summary().project())
                .isEqualTo("/work/shop");
    }

    private static String text(String words) {
        return "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":0,"
                + "\"delta\":{\"type\":\"text_delta\",\"text\":\"" + words + "\"}}\n\n";
    }

    private static void until(Windows windows, java.util.function.BooleanSupplier holds) {
        for (int tries = 0; tries < 500 && !windows.call(holds::getAsBoolean); tries++) {
            windows.settle();
        }
        assertThat(windows.call(holds::getAsBoolean)).isTrue();
    }
}
