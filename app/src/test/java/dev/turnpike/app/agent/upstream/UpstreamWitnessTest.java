package dev.turnpike.app.agent.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.agent.doctor.Finding;
import dev.turnpike.app.agent.doctor.PlaceKind;
import dev.turnpike.app.agent.doctor.Severity;
import dev.turnpike.gateway.channel.AuthStyle;
import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.channel.ModelMap;
import dev.turnpike.gateway.channel.SecretRef;
import dev.turnpike.gateway.channel.Timeouts;
import dev.turnpike.gateway.channel.UpstreamProtocol;
import dev.turnpike.gateway.trial.ChannelTrial;
import dev.turnpike.gateway.trial.TrialEvent;
import dev.turnpike.testing.ClaudeRequest;
import dev.turnpike.testing.ScriptedExchange;
import dev.turnpike.testing.ScriptedUpstream;
import dev.turnpike.testing.TestGateway;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What upstreams answer tells about how channels are set up, by real requests.
class UpstreamWitnessTest {
    private static final String VLLM = "{\"object\":\"error\",\"message\":\"\\\"auto\\\" tool choice requires"
            + " --enable-auto-tool-choice and --tool-call-parser to be set\",\"code\":400}";

    private final WitnessDesk desk = new WitnessDesk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void findsThatNothingListens() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Channel channel =
                TestGateway.channel(UpstreamProtocol.OPENAI_CHAT, URI.create("http://127.0.0.1:" + port + "/v1"));
        try (WitnessDesk silent = new WitnessDesk(channel)) {
            silent.asks();

            Finding finding = silent.found();
            assertThat(finding.id()).isEqualTo("connection-refused");
            assertThat(finding.severity()).isEqualTo(Severity.BREAKS);
            assertThat(finding.where().kind()).isEqualTo(PlaceKind.UPSTREAM);
            assertThat(finding.title()).isEqualTo("Nothing answers for channel up at http://127.0.0.1:" + port);
            assertThat(finding.message())
                    .isEqualTo("Nothing listens there. Start the model server, or correct the port in the base URL.");
        }
    }

    @Test
    void findsThatToolsAreRefusedUntilOneIsCalled() {
        desk.refuses(400, VLLM).asks();

        Finding finding = desk.found();
        assertThat(finding.id()).isEqualTo("tool-calls");
        assertThat(finding.severity()).isEqualTo(Severity.BREAKS);
        assertThat(finding.title()).isEqualTo("Channel up refuses tools");
        assertThat(finding.message())
                .isEqualTo("Claude Code can do nothing without tools, and served was sent some. Start the model server"
                        + " with tool calling (vLLM: --enable-auto-tool-choice and --tool-call-parser, llama.cpp:"
                        + " --jinja), or map to a model that calls tools.");
        callsATool();
        desk.recovers();
    }

    private void callsATool() {
        desk.upstream.script(ScriptedUpstream.answer(
                200,
                "application/json",
                "{\"type\":\"message\",\"role\":\"assistant\",\"content\":[{\"type\":\"tool_use\",\"id\":\"t\","
                        + "\"name\":\"Bash\",\"input\":{}}],\"stop_reason\":\"tool_use\",\"usage\":{\"input_tokens\":1,"
                        + "\"output_tokens\":1}}"));
        desk.asks();
    }

    @Test
    void findsACallThatIsWrittenAsText() {
        for (String words : List.of(
                "Sure.\\n```json\\n{\\\"name\\\": \\\"Bash\\\", \\\"arguments\\\": {\\\"command\\\": \\\"ls\\\"}}\\n```",
                "<tool_call>\\n{\\\"name\\\": \\\"Bash\\\", \\\"arguments\\\": {}}\\n</tool_call>",
                "[TOOL_CALLS][{\\\"name\\\": \\\"Bash\\\", \\\"arguments\\\": {}}]",
                "<function=Bash>\\n<parameter=command>ls</parameter>\\n</function>")) {
            desk.answers(words).asks();
            Finding finding = desk.found();
            assertThat(finding.id()).as(words).isEqualTo("tool-call-as-text");
            assertThat(finding.severity()).isEqualTo(Severity.WARNS);
            assertThat(finding.title()).isEqualTo("Channel up writes tool calls as text");
            desk.answers("no call at all").asks();
            assertThat(desk.found().id()).as("that takes nothing back").isEqualTo("tool-call-as-text");
            callsATool();
            desk.recovers();
        }
    }

    @Test
    void takesWhoeverTalksAboutCallsForNoCaller() {
        for (String words : List.of(
                "Models write `<tool_call>{\\\"name\\\": \\\"Bash\\\", \\\"arguments\\\": {}}` inline.",
                "```json\\n{\\\"name\\\": \\\"my-package\\\", \\\"version\\\": \\\"1\\\"}\\n```",
                "```json\\n{\\\"name\\\": \\\"other_tool\\\", \\\"arguments\\\": {}}\\n```")) {
            desk.answers(words).asks();
        }
        desk.refuses(401, "{\"error\":{\"message\":\"no\"}}").asks();
        assertThat(desk.found().id()).isEqualTo("key-rejected");
    }

    @Test
    void findsAWrongPath() {
        desk.upstream.script(ScriptedUpstream.answer(404, "text/html", "<html><title>404 Not Found</title></html>"));
        desk.asks();

        Finding finding = desk.found();
        assertThat(finding.id()).isEqualTo("wrong-path");
        assertThat(finding.severity()).isEqualTo(Severity.BREAKS);
        String base = desk.upstream.uri("").toString();
        assertThat(finding.message())
                .isEqualTo(
                        "The base URL " + base + " leads to " + base + "/v1/messages. Nothing answers at POST " + base
                                + "/v1/messages. Check the base URL, and whether the upstream speaks OpenAI chat/completions"
                                + " instead.");
        desk.refuses(404, "{\"detail\":\"Not Found\"}").asks();
        assertThat(desk.found().id()).isEqualTo("wrong-path");
        desk.answers("ok").asks();
        desk.recovers();
    }

    @Test
    void findsARejectedKeyAndNeverRepeatsIt() {
        desk.refuses(401, "{\"error\":{\"message\":\"Incorrect API key provided: sk-upstream-key\"}}")
                .asks();

        Finding finding = desk.found();
        assertThat(finding.id()).isEqualTo("key-rejected");
        assertThat(finding.title()).isEqualTo("Channel up is not let in");
        assertThat(finding.message())
                .isEqualTo(
                        "The upstream rejects the key, which goes as Authorization: Bearer. Check the key, and that it"
                                + " belongs to this address. Some upstreams want it as x-api-key, see Credential.");
        assertThat(finding.toString()).doesNotContain("sk-upstream-key");
    }

    @Test
    void saysNothingOfWhatPasses() {
        desk.refuses(404, "{\"error\":{\"message\":\"model served not found\"}}")
                .asks();
        assertThat(desk.found().id()).isEqualTo("model-not-found");
        desk.refuses(429, "{\"error\":{\"message\":\"slow down\"}}").asks();
        desk.refuses(500, "{\"error\":{\"message\":\"oops\"}}").asks();
        desk.refuses(400, "{\"error\":{\"message\":\"max_tokens is too large\"}}")
                .asks();
        assertThat(desk.found().id()).isEqualTo("model-not-found");
    }

    @Test
    void forgetsWhatNoLongerHolds() {
        desk.refuses(404, "{\"error\":{\"message\":\"model served not found\"}}")
                .asks();
        assertThat(desk.found().id()).isEqualTo("model-not-found");
        List<Channel> before = desk.channels;

        desk.channels = List.of(before.getFirst().withModels(ModelMap.of(Map.of("*", "another"))));
        assertThat(desk.upstreams.findings()).as("it is mapped to another one").isEmpty();
        desk.channels = List.of(before.getFirst().withEnabled(false));
        assertThat(desk.upstreams.findings()).as("it is switched off").isEmpty();
        desk.channels = List.of();
        assertThat(desk.upstreams.findings()).as("it is gone").isEmpty();
        desk.channels = before;
        assertThat(desk.upstreams.findings()).hasSize(1);
        desk.now = desk.now.plus(Duration.ofHours(25));
        assertThat(desk.upstreams.findings()).as("it is a day old").isEmpty();
    }

    @Test
    void countsAnAttemptThatAnotherChannelMadeGood() {
        desk.channels = List.of(
                TestGateway.channel(
                        "first",
                        UpstreamProtocol.ANTHROPIC,
                        URI.create("http://127.0.0.1:1"),
                        AuthStyle.AUTO,
                        Timeouts.DEFAULT),
                TestGateway.channel(
                        "second", UpstreamProtocol.ANTHROPIC, desk.upstream.uri(""), AuthStyle.AUTO, Timeouts.DEFAULT));

        new ScriptedExchange(desk.upstreams::on, "x", desk.now.toEpochMilli())
                .arrived(ClaudeRequest.main("claude-opus-5-5", "s1", "/homes/me"))
                .sent("first", "served", "in order")
                .retried("channel first: http://127.0.0.1:1 refused the connection")
                .sent("second", "served", "in order")
                .answered(200)
                .finished(9, 7);

        assertThat(desk.found().title()).isEqualTo("Nothing answers for channel first at http://127.0.0.1:1");
    }

    @Test
    void learnsFromATestOfTheChannel() {
        Channel channel = desk.channels.getFirst();
        desk.refuses(404, "{\"error\":{\"message\":\"The model served does not exist\"}}");
        tests(channel, List.of("qwen3:8b", "qwen3:14b", "gemma3", "phi4"));
        assertThat(desk.found().message())
                .isEqualTo(
                        "claude-sonnet-5-5 was asked for, and served was sent. The upstream does not know served. Map"
                                + " the names to models that it has. It lists qwen3:8b, qwen3:14b, gemma3 and 1 more.");
        desk.answers("ready");
        tests(channel, List.of());
        assertThat(desk.upstreams.findings()).isEmpty();
    }

    private void tests(Channel channel, List<String> listed) {
        List<TrialEvent> events = new ArrayList<>();
        new ChannelTrial(
                        channel,
                        key -> key instanceof SecretRef.LiteralSecret(var value)
                                ? Optional.of(value)
                                : Optional.empty(),
                        "1")
                .run(events::add);
        desk.upstreams.tested(channel, events, listed);
    }

    @Test
    void tellsOfChangesAlone() {
        AtomicInteger changes = new AtomicInteger();
        desk.upstreams.listen(changes::incrementAndGet);
        for (int i = 0; i < 3; i++) {
            desk.refuses(401, "{\"error\":{\"message\":\"no\"}}").asks();
        }
        desk.found();
        desk.answers("ok").asks();
        desk.recovers();
        desk.upstreams.look();
        assertThat(changes).hasValue(2);
    }
}
