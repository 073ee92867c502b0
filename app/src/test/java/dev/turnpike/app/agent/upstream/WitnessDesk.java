package dev.turnpike.app.agent.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.agent.doctor.Finding;
import dev.turnpike.app.agent.witness.TrafficWitness;
import dev.turnpike.gateway.Observers;
import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.channel.ChannelBook;
import dev.turnpike.gateway.channel.UpstreamProtocol;
import dev.turnpike.gateway.configuration.GatewaySettings;
import dev.turnpike.gateway.http.ClientToken;
import dev.turnpike.gateway.traffic.Recorder;
import dev.turnpike.testing.RawClient;
import dev.turnpike.testing.ScriptedUpstream;
import dev.turnpike.testing.TestGateway;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// A gateway with both witnesses, an upstream behind it, and a client before it that speaks as Claude Code does.
public final class WitnessDesk implements AutoCloseable {
    public static final String FOREIGN = "sk-ant-api03-abcdefghijklm9c1x";
    public final ScriptedUpstream upstream = new ScriptedUpstream().scriptingPostsOnly();
    public final Recorder recorder = new Recorder();
    public final TrafficWitness clients;
    public final UpstreamWitness upstreams;
    public Instant now = Instant.now();
    public List<Channel> channels;
    public String program = "claude-cli/2.1.329 (external, cli)";
    public String session = "s1";
    private final TestGateway gateway;

    /// @param channels none for one that leads to the upstream
    public WitnessDesk(Channel... channels) {
        this.channels = channels.length > 0
                ? List.of(channels)
                : List.of(TestGateway.channel(UpstreamProtocol.ANTHROPIC, upstream.uri("")));
        clients = new TrafficWitness(() -> now, () -> URI.create("http://127.0.0.1:8397"));
        upstreams = new UpstreamWitness(
                () -> now,
                () -> new ChannelBook(this.channels),
                id -> recorder.feed().detail(id));
        gateway = TestGateway.with(
                new GatewaySettings(
                        "127.0.0.1",
                        0,
                        Optional.empty(),
                        List.of(
                                client("local-now", Optional.empty()),
                                client("local-before", Optional.of(now.minusSeconds(3_600))),
                                client("local-long-ago", Optional.of(now.minusSeconds(100 * 3_600))))),
                this.channels,
                new Observers(List.of(upstreams, recorder), List.of(clients), Optional.empty()));
    }

    private static ClientToken client(String token, Optional<Instant> retired) {
        return new ClientToken("settings.json", ClientToken.hash(token), Instant.EPOCH, retired);
    }

    /// Answers the next request with these words.
    public WitnessDesk answers(String words) {
        String message = "{\"type\":\"message\",\"role\":\"assistant\",\"content\":[{\"type\":\"text\",\"text\":\""
                + words + "\"}],\"stop_reason\":\"end_turn\",\"usage\":{\"input_tokens\":1,\"output_tokens\":1}}";
        upstream.script(ScriptedUpstream.answer(200, "application/json", message));
        return this;
    }

    public WitnessDesk refuses(int status, String json) {
        upstream.script(ScriptedUpstream.answer(status, "application/json", json));
        return this;
    }

    /// Asks as Claude Code does; returns the status.
    public int asks(String... fields) {
        return asksAt(
                "/v1/messages?beta=true",
                fields.length > 0 ? fields : new String[] {"authorization: Bearer local-now"});
    }

    public int asksAt(String path, String... fields) {
        List<String> all = new ArrayList<>(List.of(fields));
        all.add("user-agent: " + program);
        all.add("x-claude-code-session-id: " + session);
        if (program.startsWith("claude")) {
            all.add("anthropic-version: 2023-06-01");
        }
        try (RawClient client = gateway.client()) {
            return client.post(
                            path,
                            "{\"model\":\"claude-opus-5-5\",\"max_tokens\":9,\"tools\":[{\"name\":\"Bash\","
                                    + "\"input_schema\":{\"type\":\"object\"}}],\"messages\":[{\"role\":\"user\","
                                    + "\"content\":\"hi\"}]}",
                            all.toArray(String[]::new))
                    .reply()
                    .status();
        }
    }

    /// What the gateway lists.
    public String models() {
        try (RawClient client = gateway.client()) {
            return client.get("/v1/models?limit=1000", "authorization: Bearer local-now")
                    .reply()
                    .body();
        }
    }

    /// The only thing that is wrong with a channel; waits for it.
    public Finding found() {
        return awaits(findings -> findings.size() == 1).getFirst();
    }

    /// Waits until nothing is wrong any more.
    public void recovers() {
        awaits(List::isEmpty);
    }

    /// Moments are told by threads of their own.
    private List<Finding> awaits(Predicate<List<Finding>> wanted) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        List<Finding> findings = upstreams.findings();
        while (!wanted.test(findings)) {
            assertThat(System.nanoTime()).as("found instead: " + findings).isLessThan(deadline);
            Thread.onSpinWait();
            findings = upstreams.findings();
        }
        return findings;
    }

    @Override
    public void close() {
        gateway.close();
        upstream.close();
    }
}
