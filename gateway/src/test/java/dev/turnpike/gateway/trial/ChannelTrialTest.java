package dev.turnpike.gateway.trial;

import static dev.turnpike.gateway.trial.TrialStep.KEY;
import static dev.turnpike.gateway.trial.TrialStep.MODELS;
import static dev.turnpike.gateway.trial.TrialStep.REACH;
import static dev.turnpike.gateway.trial.TrialStep.STREAM;
import static dev.turnpike.testing.ScriptedUpstream.answer;
import static dev.turnpike.testing.ScriptedUpstream.chunk;
import static dev.turnpike.testing.ScriptedUpstream.lastChunk;
import static dev.turnpike.testing.ScriptedUpstream.streamHead;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.channel.AuthStyle;
import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.channel.SecretRef;
import dev.turnpike.gateway.channel.Timeouts;
import dev.turnpike.gateway.channel.UpstreamProtocol;
import dev.turnpike.gateway.trial.TrialEvent.Began;
import dev.turnpike.gateway.trial.TrialEvent.Failed;
import dev.turnpike.gateway.trial.TrialEvent.Noted;
import dev.turnpike.gateway.trial.TrialEvent.Passed;
import dev.turnpike.gateway.trial.TrialEvent.Skipped;
import dev.turnpike.testing.ScriptedUpstream;
import dev.turnpike.testing.ScriptedUpstream.Step;
import dev.turnpike.testing.TestGateway;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelTrialTest {
    private static final String KEY_TEXT = "sk-upstream-key";
    private static final String CHUNK =
            "data: {\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"ready\"}}]}\n\n";
    private static final String END =
            "data: {\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n";

    private final ScriptedUpstream upstream = new ScriptedUpstream();
    private final List<TrialEvent> events = new ArrayList<>();

    @AfterEach
    void close() {
        upstream.close();
    }

    private ChannelTrial trial(UpstreamProtocol protocol, AuthStyle auth) {
        return trial(TestGateway.channel("up", protocol, upstream.uri("/api"), auth, Timeouts.DEFAULT));
    }

    private static ChannelTrial trial(Channel channel) {
        return new ChannelTrial(
                channel,
                key -> key instanceof SecretRef.LiteralSecret secret ? Optional.of(secret.value()) : Optional.empty(),
                "test");
    }

    private static Step models() {
        return answer(200, "application/json", "{\"data\":[{\"id\":\"a\"},{\"id\":\"b\"}]}");
    }

    private Failed failure() {
        return (Failed) events.getLast();
    }

    @Test
    void tellsEachStepAsItHappens() {
        upstream.script(models()).script(streamHead(), chunk(CHUNK), chunk(END), lastChunk());
        ChannelTrial trial = trial(UpstreamProtocol.OPENAI_CHAT, AuthStyle.AUTO);
        assertThat(trial.run(events::add)).isTrue();
        assertThat(events).hasSize(8);
        assertThat(events.get(0)).isEqualTo(new Began(REACH));
        assertThat(events.get(1))
                .isInstanceOfSatisfying(Passed.class, p -> assertThat(p.fact()).matches("\\d+ ms"));
        assertThat(events.subList(2, 6))
                .containsExactly(
                        new Began(KEY), new Passed(KEY, "accepted"), new Passed(MODELS, "2 listed"), new Began(STREAM));
        assertThat(events.get(6)).isInstanceOf(Noted.class);
        assertThat(events.get(7)).isInstanceOfSatisfying(Passed.class, p -> {
            assertThat(p.step()).isEqualTo(STREAM);
            assertThat(p.fact()).matches("first token, \\d+\\.\\d s");
        });
        assertThat(trial.models()).containsExactly("a", "b");
    }

    @Test
    void asksAsARequestWould() {
        upstream.script(models()).script(streamHead(), chunk(CHUNK), chunk(END), lastChunk());
        trial(UpstreamProtocol.OPENAI_CHAT, AuthStyle.AUTO).run(events::add);
        assertThat(upstream.request().line()).isEqualTo("GET /api/v1/models HTTP/1.1");
        ScriptedUpstream.Request asked = upstream.request();
        assertThat(asked.line()).isEqualTo("POST /api/v1/chat/completions HTTP/1.1");
        assertThat(asked.field("authorization")).contains("Bearer " + KEY_TEXT);
        assertThat(asked.text()).contains("\"model\":\"served\"").contains("\"stream\":true");
        assertThat(asked.connection()).isEqualTo(1);
    }

    @Test
    void provesTheKeyByTheAnswerWhereModelsAreNotListed() {
        upstream.script(answer(404, "text/plain", "")).script(streamHead(), chunk("""
                event: message_start
                data: {"type":"message_start","message":{"id":"m","type":"message","role":"assistant","model":"x",\
                "content":[],"stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":3,"output_tokens":1}}}

                event: message_stop
                data: {"type":"message_stop"}

                """), lastChunk());
        assertThat(trial(UpstreamProtocol.ANTHROPIC, AuthStyle.AUTO).run(events::add))
                .isTrue();
        assertThat(events).contains(new Skipped(MODELS, "not listed"), new Passed(KEY, "accepted"));
    }

    @Test
    void quotesWhatTheUpstreamSaysOfTheKeyAndNotTheKey() {
        String words = "{\"error\":{\"message\":\"Incorrect API key provided: " + KEY_TEXT + ". Look here.\"}}";
        upstream.script(answer(401, "application/json", words)).script(answer(401, "application/json", words));
        assertThat(trial(UpstreamProtocol.OPENAI_CHAT, AuthStyle.AUTO).run(events::add))
                .isFalse();
        assertThat(failure().step()).isEqualTo(KEY);
        assertThat(failure().words()).isEqualTo("401: Incorrect API key provided: ••••. Look here.");
        assertThat(failure().advice()).startsWith("Check the key").contains("x-api-key");
        assertThat(events.toString()).doesNotContain(KEY_TEXT);
    }

    @Test
    void saysThatAKeyIsWanted() {
        upstream.script(answer(401, "text/plain", "no")).script(answer(401, "text/plain", "no"));
        trial(UpstreamProtocol.OPENAI_CHAT, AuthStyle.NONE).run(events::add);
        assertThat(failure().advice()).startsWith("The upstream wants a key");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404 | text/plain       | nothing here                                       | Nothing answers at POST",
                "404 | application/json | {\"error\":{\"message\":\"model served not found\"}} | The upstream does not know served",
                "400 | application/json | {\"error\":{\"message\":\"Invalid model name\"}}     | The upstream does not know served",
                "402 | application/json | {\"error\":{\"message\":\"Insufficient Balance\"}}   | The account has no balance",
                "429 | application/json | {\"error\":{\"message\":\"slow down\"}}              | The upstream limits requests",
                "500 | text/plain       | oops                                               | The upstream has a problem of its own",
                "404 | text/html        | <html><title>Not Found</title></html>              | A web page answered",
                "307 | text/plain       | gone                                               | Enter the address",
            })
    void saysWhatToDoAboutARefusal(int status, String type, String body, String advice) {
        upstream.script(models()).script(answer(status, type, body));
        assertThat(trial(UpstreamProtocol.OPENAI_CHAT, AuthStyle.AUTO).run(events::add))
                .isFalse();
        assertThat(failure().step()).isEqualTo(STREAM);
        assertThat(failure().words()).startsWith(status + ": ");
        assertThat(failure().advice()).startsWith(advice);
    }

    @Test
    void recognisesAGuardInFrontOfTheUpstream() {
        String page = "<!doctype html><html><title>Just a moment...</title></html>";
        upstream.script(answer(403, "text/html; charset=UTF-8", page, "server: cloudflare"))
                .script(answer(403, "text/html; charset=UTF-8", page, "server: cloudflare"));
        trial(UpstreamProtocol.ANTHROPIC, AuthStyle.AUTO).run(events::add);
        assertThat(failure().words()).contains("Just a moment...");
        assertThat(failure().advice()).startsWith("Cloudflare answered");
    }

    @Test
    void namesModelsThatTheUpstreamHas() {
        upstream.script(models())
                .script(answer(
                        404, "application/json", "{\"error\":{\"message\":\"The model served does not exist\"}}"));
        trial(UpstreamProtocol.OPENAI_CHAT, AuthStyle.AUTO).run(events::add);
        assertThat(failure().advice()).endsWith("It lists a, b.");
    }

    @Test
    void acceptsAnAnswerInOnePieceAndSaysSo() {
        String whole = "{\"id\":\"c\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\","
                + "\"content\":\"ready\"},\"finish_reason\":\"stop\"}]}";
        upstream.script(models()).script(answer(200, "application/json", whole));
        assertThat(trial(UpstreamProtocol.OPENAI_CHAT, AuthStyle.AUTO).run(events::add))
                .isTrue();
        assertThat(((Passed) events.getLast()).fact()).startsWith("answered in one piece");
    }

    @Test
    void failsOnAWebPageWithAGoodStatus() {
        upstream.script(answer(200, "text/html", "<html><title>Welcome</title></html>"))
                .script(answer(200, "text/html", "<html><title>Welcome</title></html>"));
        assertThat(trial(UpstreamProtocol.OPENAI_CHAT, AuthStyle.AUTO).run(events::add))
                .isFalse();
        assertThat(failure().words()).contains("web page: Welcome");
    }

    @Test
    void failsOnAnAnswerThatIsCut() {
        upstream.script(models()).script(streamHead(), chunk(CHUNK), new Step.Cut());
        assertThat(trial(UpstreamProtocol.OPENAI_CHAT, AuthStyle.AUTO).run(events::add))
                .isFalse();
        assertThat(failure().words()).contains("closed the connection in the middle of its answer");
    }

    @Test
    void failsOnAnErrorInsideTheStream() {
        upstream.script(models())
                .script(streamHead(), chunk("data: {\"error\":{\"message\":\"out of memory\"}}\n\n"), lastChunk());
        assertThat(trial(UpstreamProtocol.OPENAI_CHAT, AuthStyle.AUTO).run(events::add))
                .isFalse();
        assertThat(failure().words()).isEqualTo("502: out of memory");
    }

    @Test
    void saysThatNothingListens() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        URI base = URI.create("http://127.0.0.1:" + port);
        assertThat(trial(TestGateway.channel(UpstreamProtocol.OPENAI_CHAT, base))
                        .run(events::add))
                .isFalse();
        assertThat(events)
                .containsExactly(
                        new Began(REACH),
                        new Failed(
                                REACH,
                                "127.0.0.1:" + port + " refused the connection",
                                "Nothing listens there. Start the model server, or correct the port in the base URL."));
    }

    @Test
    void leavesALoginToItsOwner() {
        assertThat(trial(UpstreamProtocol.ANTHROPIC, AuthStyle.FORWARD).run(events::add))
                .isTrue();
        assertThat(events).contains(new Skipped(KEY, "Claude Code brings its own login"));
        assertThat(upstream.waiting()).isZero();
    }

    @Test
    void asksNothingOfAModelThatIsNotAllowed() {
        Channel base = TestGateway.channel(UpstreamProtocol.OPENAI_CHAT, upstream.uri("/"));
        upstream.script(models());
        Channel narrow = new Channel(
                base.id(),
                base.name(),
                base.protocol(),
                base.endpoint(),
                base.keys(),
                base.auth(),
                base.models(),
                List.of("other*"),
                base.headers(),
                null,
                null,
                true,
                base.failover(),
                base.timeouts(),
                base.compat());
        assertThat(trial(narrow).run(events::add)).isFalse();
        assertThat(failure().words()).isEqualTo("this channel does not serve served");
    }

    @Test
    void endsSoonWhenCancelled() throws Exception {
        upstream.script(models()).script(streamHead(), chunk(CHUNK), new Step.Stall());
        ChannelTrial trial = trial(UpstreamProtocol.OPENAI_CHAT, AuthStyle.AUTO);
        CompletableFuture<Boolean> result = CompletableFuture.supplyAsync(() -> trial.run(events::add));
        Runnable unused = upstream.stalled();
        trial.cancel();
        assertThat(result.get(10, TimeUnit.SECONDS)).isFalse();
        assertThat(unused).isNotNull();
        assertThat(failure()).isEqualTo(new Failed(STREAM, "the test was cancelled", ""));
    }

    @Test
    void fetchesModelsAlone() {
        upstream.script(models()).script(answer(404, "text/plain", "no"));
        ChannelTrial first = trial(UpstreamProtocol.OPENAI_CHAT, AuthStyle.AUTO);
        assertThat(first.fetchModels(events::add)).isTrue();
        assertThat(first.models()).containsExactly("a", "b");
        assertThat(trial(UpstreamProtocol.OPENAI_CHAT, AuthStyle.AUTO).fetchModels(events::add))
                .isFalse();
        assertThat(failure().advice()).startsWith("Not every upstream lists its models");
    }

    @Test
    void keepsAQueryOutOfWhatItSays() {
        URI base = URI.create(upstream.uri("/v1?key=topsecretvalue").toString());
        upstream.script(models()).script(answer(404, "text/plain", "no key=topsecretvalue"));
        trial(TestGateway.channel(UpstreamProtocol.OPENAI_CHAT, base)).run(events::add);
        assertThat(events.toString()).doesNotContain("topsecretvalue");
    }
}
