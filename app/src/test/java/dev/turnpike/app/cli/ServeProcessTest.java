package dev.turnpike.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.Version;
import dev.turnpike.testing.RawClient;
import dev.turnpike.testing.ScriptedUpstream;
import dev.turnpike.testing.ScriptedUpstream.Step;
import dev.turnpike.testing.TestGateway;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `serve` as a process of its own: what it prints, what it answers, how it ends.
@Timeout(120)
class ServeProcessTest {
    private static final int KILLED_BY_TERM = 143;
    private static final String QUESTION =
            "{\"model\":\"claude-x\",\"max_tokens\":9,\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";
    private static final String STREAMED = QUESTION.replace("{\"model\"", "{\"stream\":true,\"model\"");

    @TempDir
    Path folder;

    private final int port = Desk.freePort();
    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    /// A configuration with that one channel.
    private String channel(String id, ScriptedUpstream upstream) {
        return "{\"gateway\":{\"port\":" + port + "},\"channels\":[{\"id\":\"" + id
                + "\",\"protocol\":\"anthropic\",\"baseUrl\":\"" + upstream.uri("") + "\"}]}";
    }

    private RawClient ask(String question) {
        return new RawClient(port).post("/v1/messages", question, "content-type: application/json");
    }

    @Test
    void saysWhereItListensAndWhatDiverts() {
        Path settings = Desk.write(
                desk.user().resolve(".claude/settings.json"), "{\"env\":{\"CLAUDE_CODE_USE_VERTEX\":\"1\"}}");
        TurnpikeProcess serve = desk.start("serve", "--port", String.valueOf(port));
        assertThat(serve.line()).contains("Turnpike " + Version.current() + " listening on http://127.0.0.1:" + port);
        assertThat(serve.until("CLAUDE_CODE_USE_VERTEX"))
                .startsWith(settings + ":1: CLAUDE_CODE_USE_VERTEX is on in your settings.json. ");
        try (RawClient client = ask(QUESTION)) {
            assertThat(client.reply().body()).contains("Turnpike demo");
        }
        serve.signal("TERM");
        assertThat(serve.exitCode()).isZero();
    }

    @Test
    void takesTheEnvironmentFileOfItsFolder() {
        try (ScriptedUpstream upstream = new ScriptedUpstream()) {
            Path file = Desk.write(
                    desk.project().resolve(".env"),
                    "UPSTREAM_BASE_URL=" + upstream.uri("/v1/chat/completions") + "\nPORT=" + port
                            + "\nUPSTREAM_API_KEY=sk-0123456789abcdef\nPRETTY_LOGS=false\n");
            upstream.script(ScriptedUpstream.answer(
                    200,
                    "application/json",
                    "{\"id\":\"c\",\"object\":\"chat.completion\",\"model\":\"m\",\"choices\":[{\"index\":0,"
                            + "\"message\":{\"role\":\"assistant\",\"content\":\"from upstream\"},"
                            + "\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":2}}"));
            TurnpikeProcess serve = desk.start("serve");
            serve.until("listening on http://127.0.0.1:" + port);
            assertThat(serve.until(".env")).endsWith(file.toAbsolutePath().toString());
            try (RawClient client = ask(QUESTION)) {
                assertThat(client.reply().body()).contains("from upstream");
            }
            assertThat(upstream.request().field("authorization")).contains("Bearer sk-0123456789abcdef");
        }
    }

    @Test
    void finishesARunningStreamAfterOneSignal() {
        try (ScriptedUpstream upstream = new ScriptedUpstream()) {
            upstream.script(
                    ScriptedUpstream.streamHead(),
                    ScriptedUpstream.chunk(StreamedAnswer.beginning()),
                    new Step.Stall(),
                    ScriptedUpstream.chunk(StreamedAnswer.end()),
                    ScriptedUpstream.lastChunk());
            TurnpikeProcess serve = desk.configure(channel("one", upstream)).start("serve");
            serve.until("listening");
            try (RawClient client = ask(STREAMED)) {
                client.head();
                Runnable goOn = upstream.stalled();
                serve.signal("TERM");
                serve.until("Finishing 1 running exchange;");
                goOn.run();
                assertThat(StreamedAnswer.read(client)).contains("Hel", "lo").endsWith(StreamedAnswer.LAST);
            }
            assertThat(serve.exitCode()).isZero();
        }
    }

    @Test
    void endsAtOnceAfterASecondSignal() {
        try (ScriptedUpstream upstream = new ScriptedUpstream()) {
            upstream.script(
                    ScriptedUpstream.streamHead(),
                    ScriptedUpstream.chunk(StreamedAnswer.beginning()),
                    new Step.Stall());
            TurnpikeProcess serve = desk.configure(channel("one", upstream)).start("serve");
            serve.until("listening");
            try (RawClient client = ask(STREAMED)) {
                client.head();
                upstream.stalled();
                serve.signal("TERM");
                serve.until("Finishing 1 running exchange;");
                serve.signal("TERM");
                assertThat(serve.exitCode()).isEqualTo(KILLED_BY_TERM);
            }
        }
    }

    @Test
    void namesTheHolderOfABusyPort() {
        try (ScriptedUpstream other = new ScriptedUpstream()) {
            TurnpikeProcess serve = desk.start("serve", "--port", String.valueOf(other.port()));
            assertThat(serve.rest()).containsExactly("turnpike: " + busy(other.port()));
            assertThat(serve.exitCode()).isEqualTo(1);
        }
    }

    private static String busy(int port) {
        return "port " + port + " is in use by java, process "
                + ProcessHandle.current().pid()
                + "; stop that program, or choose another port with --port or gateway.port";
    }

    @Test
    void saysThatTurnpikeRunsAlready() {
        try (TestGateway other = TestGateway.with(List.of())) {
            TurnpikeProcess serve = desk.start("serve", "--port", String.valueOf(other.port()));
            assertThat(serve.rest())
                    .containsExactly("turnpike: Turnpike already answers on http://127.0.0.1:" + other.port() + ": "
                            + busy(other.port()));
            assertThat(serve.exitCode()).isEqualTo(1);
        }
    }

    @Test
    void saysThatAnEditIsBrokenAndTakesAGoodOne() {
        try (ScriptedUpstream first = new ScriptedUpstream();
                ScriptedUpstream second = new ScriptedUpstream()) {
            TurnpikeProcess serve = desk.configure(channel("one", first)).start("serve");
            serve.until("listening");
            desk.configure("{\"gateway\":");
            assertThat(serve.until("stays"))
                    .startsWith(desk.home().resolve("turnpike.json").toString());
            assertThat(servedBy(first)).isEqualTo("one");
            desk.configure(channel("two", second));
            serve.until("configuration taken");
            assertThat(servedBy(second)).isEqualTo("two");
        }
    }

    private String servedBy(ScriptedUpstream upstream) {
        upstream.script(
                ScriptedUpstream.streamHead(),
                ScriptedUpstream.chunk(StreamedAnswer.beginning() + StreamedAnswer.end()),
                ScriptedUpstream.lastChunk());
        try (RawClient client = ask(STREAMED)) {
            return client.reply().field("x-turnpike-channel").orElse("");
        }
    }

    @Test
    void takesNoInterruptThatWasMeantForAnotherProgram() {
        TurnpikeProcess serve = desk.start("serve", "--port", String.valueOf(port), "--linger=2");
        serve.until("listening");
        serve.signal("INT");
        assertThat(serve.until("Nobody")).startsWith("Nobody needs this gateway");
        assertThat(serve.exitCode()).isZero();
    }
}
