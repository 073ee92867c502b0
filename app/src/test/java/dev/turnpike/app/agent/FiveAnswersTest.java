package dev.turnpike.app.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.agent.doctor.Finding;
import dev.turnpike.app.agent.doctor.Remedy;
import dev.turnpike.app.agent.doctor.Severity;
import dev.turnpike.app.agent.upstream.ShownModels;
import dev.turnpike.app.agent.upstream.WitnessDesk;
import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.channel.ChannelBook;
import dev.turnpike.gateway.channel.ModelMap;
import dev.turnpike.gateway.channel.UpstreamProtocol;
import dev.turnpike.gateway.trial.ModelList;
import dev.turnpike.testing.TestGateway;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The five questions that a manual would answer, each answered by the program from what it sees itself.
class FiveAnswersTest {
    @Test
    void whyDoesClaudeCodeGet401() {
        try (WitnessDesk desk = new WitnessDesk()) {
            assertThat(desk.asks("authorization: Bearer " + WitnessDesk.FOREIGN))
                    .isEqualTo(401);

            Finding finding = desk.clients.findings().getFirst();
            assertThat(finding.id()).isEqualTo("wrong-key");
            assertThat(finding.severity()).isEqualTo(Severity.BREAKS);
            assertThat(finding.title()).isEqualTo("Claude Code brings a wrong key: sk-••••9c1x");
            assertThat(finding.message())
                    .isEqualTo("The gateway answers 401 to it. Configure Claude Code again, take ANTHROPIC_API_KEY and"
                            + " ANTHROPIC_AUTH_TOKEN out where others set them, and restart it.");
            assertThat(finding.remedies()).containsExactly(new Remedy.Configure());
        }
    }

    @Test
    void whyDoesItStillCallTheOfficialServer() {
        try (WitnessDesk desk = new WitnessDesk()) {
            desk.clients.expect(desk.now);
            desk.now = desk.now.plus(Duration.ofMinutes(20));

            Finding finding = desk.clients.findings().getFirst();
            assertThat(finding.id()).isEqualTo("no-requests");
            assertThat(finding.title()).startsWith("No request of Claude Code has come since ");
            assertThat(finding.message())
                    .isEqualTo("It is configured, and none was ever seen. Start claude in a new terminal and ask it"
                            + " something. If it answers and nothing arrives here, it still calls another server: look"
                            + " for a base URL or CLAUDE_CODE_USE_ variable that is stronger than ours, or a proxy.");
        }
    }

    @Test
    void whyDoesItGet404() {
        try (WitnessDesk desk = new WitnessDesk()) {
            assertThat(desk.asksAt("/v1/messages/v1/messages?beta=true", "authorization: Bearer local-now"))
                    .isEqualTo(404);

            Finding finding = desk.clients.findings().getFirst();
            assertThat(finding.id()).isEqualTo("unknown-path");
            assertThat(finding.severity()).isEqualTo(Severity.BREAKS);
            assertThat(finding.title()).isEqualTo("The base URL of Claude Code ends with /v1/messages");
            assertThat(finding.message())
                    .isEqualTo(
                            "Claude Code appends /v1/messages by itself, so it asks for a path that does not exist and"
                                    + " gets 404. Set ANTHROPIC_BASE_URL to http://127.0.0.1:8397, without /v1/messages.");
            desk.answers("ok").asks();
            assertThat(desk.clients.findings()).isEmpty();
        }
    }

    @Test
    void whyIsTheModelNotFound() {
        try (WitnessDesk desk = new WitnessDesk()) {
            desk.refuses(404, "{\"error\":{\"code\":\"model_not_found\",\"message\":\"model served does not exist\"}}")
                    .asks();

            Finding finding = desk.found();
            assertThat(finding.id()).isEqualTo("model-not-found");
            assertThat(finding.severity()).isEqualTo(Severity.BREAKS);
            assertThat(finding.title()).isEqualTo("Channel up has no model served");
            assertThat(finding.message())
                    .isEqualTo("claude-opus-5-5 was asked for, and served was sent. The upstream does not know served."
                            + " Map the names to models that it has.");
            desk.answers("ok").asks();
            desk.recovers();
        }
    }

    @Test
    void whyDoesTheListOfModelsNotShowThem() {
        Channel channel = TestGateway.channel(UpstreamProtocol.ANTHROPIC, URI.create("http://127.0.0.1:9"))
                .withModels(ModelMap.ofWholeNames(
                        Map.of("qwen3-coder", "qwen3-coder:30b"), Optional.of("qwen3-coder:30b"), false));
        try (WitnessDesk desk = new WitnessDesk(channel)) {
            List<String> listed = ModelList.in(desk.models().getBytes(StandardCharsets.UTF_8));

            Finding finding =
                    ShownModels.finding(listed, new ChannelBook(desk.channels)).orElseThrow();
            assertThat(finding.id()).isEqualTo("no-model-shown");
            assertThat(finding.title()).isEqualTo("Claude Code shows no model of the gateway in /model");
            assertThat(finding.message())
                    .isEqualTo("Of a gateway, Claude Code shows models alone whose name holds claude or anthropic, and"
                            + " none of the 2 names here does (qwen3-coder, qwen3-coder:30b). Give them such names in the"
                            + " model map of channel up.");
        }
        try (WitnessDesk desk = new WitnessDesk()) {
            List<String> listed = ModelList.in(desk.models().getBytes(StandardCharsets.UTF_8));
            assertThat(ShownModels.finding(listed, new ChannelBook(desk.channels)))
                    .as("names of our own making hold claude")
                    .isEmpty();
        }
        assertThat(ShownModels.finding(List.of(), new ChannelBook(List.of(channel))))
                .hasValueSatisfying(finding -> assertThat(finding.message())
                        .isEqualTo(
                                "No model is known that the gateway could list. Fetch the models of channel up, or map"
                                        + " the names to models that it has."));
    }
}
