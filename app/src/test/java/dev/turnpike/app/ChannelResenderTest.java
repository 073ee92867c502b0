package dev.turnpike.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.turnpike.app.hosting.HostedGateway;
import dev.turnpike.app.inspector.Resender.Resend;
import dev.turnpike.app.inspector.Resender.Target;
import dev.turnpike.gateway.Observers;
import dev.turnpike.gateway.configuration.ConfigurationFile;
import dev.turnpike.gateway.configuration.EnvironmentSecrets;
import dev.turnpike.gateway.exchange.ExchangeId;
import dev.turnpike.gateway.http.Headers;
import dev.turnpike.gateway.traffic.Cursor;
import dev.turnpike.gateway.traffic.ExchangeSummary;
import dev.turnpike.gateway.traffic.Recorder;
import dev.turnpike.gateway.traffic.RowKind;
import dev.turnpike.testing.ScriptedUpstream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChannelResenderTest {
    private static final String ANSWER = """
            {"id":"m","type":"message","role":"assistant","model":"served","stop_reason":"end_turn",\
            "content":[{"type":"text","text":"Hello."}],"usage":{"input_tokens":3,"output_tokens":2}}""";
    private static final Headers RECORDED = Headers.of(
            "user-agent", "claude-cli/2.1.329", "content-type", "application/json", "anthropic-beta", "some-beta");

    @TempDir
    private Path folder;

    private final ScriptedUpstream first = new ScriptedUpstream();
    private final ScriptedUpstream second = new ScriptedUpstream();
    private final Recorder recorder = new Recorder();
    private final Resend what = new Resend(
            new ExchangeId("req_tp_1"),
            "/v1/messages?beta=true",
            RECORDED,
            "{\"model\":\"claude-x\",\"max_tokens\":9,\"messages\":[{\"role\":\"user\",\"content\":\"Go\"}]}"
                    .getBytes(StandardCharsets.UTF_8));
    private HostedGateway gateway;
    private ChannelResender resender;

    @BeforeEach
    void start() throws IOException {
        Path file = folder.resolve("turnpike.json");
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Files.writeString(file, """
                {"gateway":{"port":%d,"accessKey":"k-of-the-gateway"},"channels":[
                {"id":"one","name":"One","protocol":"anthropic","baseUrl":"%s","keys":[{"env":"ONE_KEY"}]},
                {"id":"two","name":"Two","protocol":"anthropic","baseUrl":"%s","keys":[{"env":"TWO_KEY"}]},
                {"id":"off","name":"Off","protocol":"anthropic","baseUrl":"https://off.example","enabled":false},
                {"id":"own","name":"Own","protocol":"anthropic","baseUrl":"https://api.anthropic.com","auth":"forward"}]}
                """.formatted(port, first.uri(""), second.uri("")));
        EnvironmentSecrets secrets = new EnvironmentSecrets(Map.of("ONE_KEY", "key-of-one", "TWO_KEY", "key-of-two"));
        gateway = new HostedGateway(
                new ConfigurationFile(file, secrets), secrets, Observers.of(List.of(recorder)), _ -> false);
        resender = new ChannelResender(gateway);
    }

    @AfterEach
    void stop() {
        gateway.close();
        first.close();
        second.close();
    }

    @Test
    void tellsWhereARequestMayGoAndWhereNot() {
        assertThat(resender.targets())
                .extracting(
                        Target::channel,
                        Target::host,
                        target -> target.refusal().orElse(""))
                .containsExactly(
                        tuple("one", "127.0.0.1:" + first.port(), ""),
                        tuple("two", "127.0.0.1:" + second.port(), ""),
                        tuple("off", "off.example", "Off is switched off."),
                        tuple(
                                "own",
                                "api.anthropic.com",
                                "Own is used with your own Claude login, which Turnpike passes on and never keeps."
                                        + " It cannot be sent again."));
    }

    @Test
    void sendsItToTheChosenChannelAsItWasAndLinksTheAnswer() throws IOException {
        second.script(ScriptedUpstream.answer(200, "application/json", ANSWER));
        gateway.start();
        int status = resender.send(resender.targets().get(1), what);

        assertThat(status).isEqualTo(200);
        ScriptedUpstream.Request sent = second.request();
        assertThat(sent.line()).startsWith("POST /v1/messages?beta=true ");
        assertThat(sent.body()).isEqualTo(what.body());
        assertThat(sent.field("anthropic-beta")).contains("some-beta");
        assertThat(sent.field("user-agent")).contains("claude-cli/2.1.329");
        assertThat(String.join("\n", sent.fields()))
                .contains("key-of-two")
                .doesNotContain("k-of-the-gateway", "x-turnpike");
        ExchangeSummary summary = recorder.feed().since(Cursor.START).changed().getFirst();
        assertThat(summary.kind()).as("it is not the agent's").isEqualTo(RowKind.OTHER_CLIENT);
        assertThat(summary.session().isResend()).isTrue();
        assertThat(recorder.feed().detail(summary.id()).flatMap(seen -> seen.resentFrom()))
                .contains(new ExchangeId("req_tp_1"));
    }

    @Test
    void saysThatNothingRuns() {
        assertThatThrownBy(() -> resender.send(new Target("one", "One", "h", Optional.empty()), what))
                .isInstanceOf(IOException.class)
                .hasMessage("The gateway is not running.");
    }
}
