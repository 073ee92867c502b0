package dev.turnpike.gateway.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.turnpike.gateway.anthropic.ApiError;
import dev.turnpike.gateway.anthropic.TokenUsage;
import dev.turnpike.gateway.channel.UpstreamProtocol;
import dev.turnpike.gateway.exchange.ExchangeId;
import dev.turnpike.gateway.exchange.ExchangeKind;
import dev.turnpike.gateway.exchange.Moment;
import dev.turnpike.gateway.http.Headers;
import dev.turnpike.gateway.usage.Cost;
import dev.turnpike.testing.ClaudeRequest;
import dev.turnpike.testing.RawClient;
import dev.turnpike.testing.RecordingListener;
import dev.turnpike.testing.ScriptedExchange;
import dev.turnpike.testing.ScriptedUpstream;
import dev.turnpike.testing.TestGateway;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RecorderTest {
    private static final SessionKey SESSION = new SessionKey("4f2a-1", "claude-cli");

    private final Recorder recorder = new Recorder(3, 1 << 20);
    private final TrafficFeed feed = recorder.feed();

    @Test
    void summarisesAFinishedExchange() {
        asks("x1").after(5).sent("deepseek", "v4-pro", "first of 2").after(895).answered(200);
        asks("x2")
                .after(5)
                .sent("deepseek", "v4-pro", "the only channel")
                .after(895)
                .answered(200)
                .begun(10)
                .after(100)
                .text(0)
                .says(0, "Done.")
                .closed(0)
                .after(1000)
                .finished(62_400, 262);

        ExchangeSummary summary = feed.since(Cursor.START).changed().getLast();
        assertThat(summary)
                .isEqualTo(new ExchangeSummary(
                        new ExchangeId("x2"),
                        2,
                        1_700_000_000_000L,
                        RowKind.USER_TURN,
                        new Subject.Words("Fix the failing test"),
                        SESSION,
                        "/home/me/work/shop",
                        "claude-opus-5-5",
                        "v4-pro",
                        "deepseek",
                        "the only channel",
                        1,
                        0,
                        false,
                        new ExchangeState.Finished(200, "end_turn"),
                        true,
                        List.of(),
                        OptionalInt.empty(),
                        summary.requestBytes(),
                        summary.replyBytes(),
                        new Cost.Unknown(),
                        new TokenUsage(62_400, 262, 0, 0),
                        Optional.of(Duration.ofSeconds(1)),
                        Optional.of(Duration.ofSeconds(2))));
    }

    @Test
    void tellsOfTheAttemptThatWasLost() {
        asks("x1")
                .sent("deepseek", "v4-pro", "first of 2")
                .answered(529)
                .retried("Overloaded")
                .sent("glm", "glm-5.1", "number 2 of 2")
                .answered(200)
                .begun(1)
                .text(0)
                .says(0, "ok")
                .finished(1, 1);

        ExchangeSummary summary = only();
        assertThat(summary.retried()).isTrue();
        assertThat(summary.lostStatus()).isEqualTo(529);
        assertThat(summary.servedModel()).isEqualTo("glm-5.1");
        assertThat(detail("x1").attempts())
                .extracting(RecordedAttempt::channel, RecordedAttempt::status, RecordedAttempt::lostBecause)
                .containsExactly(
                        tuple("deepseek", 529, Optional.of("Overloaded")), tuple("glm", 200, Optional.empty()));
    }

    @Test
    void knowsHowAnExchangeEnded() {
        asks("x1").sent("up", "m", "r").failed(529, "Overloaded", false);
        asks("x2").sent("up", "m", "r").begun(1).abandoned();

        assertThat(feed.since(Cursor.START).changed())
                .extracting(ExchangeSummary::state)
                .containsExactly(
                        new ExchangeState.Failed(ApiError.of(529, "Overloaded"), false), new ExchangeState.Abandoned());
    }

    @Test
    void showsWhatHasComeOfAToolCallThatIsStillTold() {
        asks("x1")
                .sent("up", "m", "r")
                .begun(1)
                .thinking(0)
                .thinks(0, "Hm.")
                .closed(0)
                .tool(1, "Edit")
                .input(1, "{\"file_path\":\"src/ca");

        assertThat(detail("x1").blocks())
                .containsExactly(
                        new ReplyBlock.Thinking("Hm.", false),
                        new ReplyBlock.ToolCall("t1", "Edit", "{\"file_path\":\"src/ca", true));
    }

    @Test
    void keepsTheBlocksThatDidNotChange() {
        ScriptedExchange exchange =
                asks("x1").sent("up", "m", "r").begun(1).text(0).says(0, "One.").closed(0);
        exchange.text(1).says(1, "Two");
        List<ReplyBlock> before = detail("x1").blocks();
        exchange.says(1, " and more");

        List<ReplyBlock> after = detail("x1").blocks();
        assertThat(after.getFirst()).isSameAs(before.getFirst());
        assertThat(after.getLast()).isEqualTo(new ReplyBlock.Text("Two and more", true));
    }

    @Test
    void recordsNoQueryOfAnUpstream() {
        ScriptedExchange exchange = asks("x1").sent("up", "m", "r");
        recorder.on(new Moment.Sent(
                exchange.id(), 0, 1, URI.create("https://me:pw@up.example/v1?key=sk-secret"), new byte[0]));

        assertThat(detail("x1").attempts().getFirst().uri()).contains("https://••••@up.example/v1?…");
    }

    @Test
    void tellsWhichBodiesWereMissed() {
        ScriptedExchange exchange = asks("x1").sent("up", "m", "r");
        recorder.on(new Moment.Sent(exchange.id(), 0, 1, URI.create("https://up.example/v1"), new byte[0]));
        recorder.on(new Moment.Arrived(
                new ExchangeId("x2"),
                0,
                ExchangeKind.MESSAGES,
                0,
                "/v1/messages",
                Headers.of("content-length", "20"),
                new byte[0]));
        new ScriptedExchange(moment -> recorder.on(moment), "x2", 0).sent("up", "m", "r");
        recorder.on(new Moment.Sent(
                new ExchangeId("x2"), 0, 1, URI.create("https://up.example/v1"), new byte[] {'{', '}'}));

        assertThat(detail("x1").attempts().getFirst().sent().keeping()).isEqualTo(Body.Keeping.MISSED);
        assertThat(detail("x2").body().keeping()).isEqualTo(Body.Keeping.MISSED);
        assertThat(detail("x2").attempts().getFirst().sent().text()).isEqualTo("{}");
    }

    /// Nobody may wait for the ledger while a long answer is put together, so nothing is told before it is asked for.
    @Test
    void putsAFinishedAnswerTogetherOnlyWhenAsked() {
        asks("x1")
                .sent("up", "m", "r")
                .begun(1)
                .text(0)
                .says(0, "Done.")
                .closed(0)
                .finished(1, 1);
        RecordedExchange told = detail("x1");

        List<ReplyBlock> blocks = told.blocks();
        assertThat(blocks).containsExactly(new ReplyBlock.Text("Done.", false));
        assertThat(told.blocks().getFirst()).as("held nowhere").isNotSameAs(blocks.getFirst());
    }

    @Test
    void changesTheRevisionOnlyWhenSomethingChanged() {
        ScriptedExchange exchange = asks("x1").sent("up", "m", "r");
        long revision = feed.revision(exchange.id()).orElseThrow();

        assertThat(detail("x1").revision()).isEqualTo(revision);
        exchange.begun(1);
        assertThat(feed.revision(exchange.id()).orElseThrow()).isGreaterThan(revision);
        assertThat(feed.revision(new ExchangeId("other"))).isEmpty();
    }

    @Test
    void estimatesTheOutputUntilItIsTold() {
        asks("x1").sent("up", "m", "r").begun(7).text(0).after(300).says(0, "x".repeat(400));

        assertThat(only().usage()).isEqualTo(new TokenUsage(7, 100, 0, 0));
    }

    @Test
    void recordsNothingNewWhilePaused() {
        ScriptedExchange running = asks("x1").sent("up", "m", "r");
        recorder.pause();
        asks("x2").sent("up", "m", "r").finished(1, 1);
        running.begun(1).finished(5, 5);

        assertThat(recorder.isPaused()).isTrue();
        assertThat(only().state()).isInstanceOf(ExchangeState.Finished.class);
        recorder.resume();
        asks("x3");
        assertThat(feed.since(Cursor.START).changed()).hasSize(2);
    }

    @Test
    void forgetsWhatIsOverWhenCleared() {
        ScriptedExchange over = asks("x0").sent("up", "m", "r").begun(1).finished(1, 1);
        ScriptedExchange running = asks("x1").sent("up", "m", "r");
        Cursor cursor = feed.since(Cursor.START).next();
        recorder.clear();
        running.begun(1).finished(1, 1);

        TrafficBatch batch = feed.since(cursor);
        assertThat(batch.reset()).isTrue();
        assertThat(batch.changed()).extracting(ExchangeSummary::id).containsExactly(running.id());
        assertThat(feed.detail(over.id())).isEmpty();
        assertThat(feed.detail(running.id())).isPresent();
        assertThat(feed.since(batch.next()).isEmpty()).isTrue();
    }

    @Test
    void saysThatABodyWasMissed() {
        Headers headers = Headers.of("user-agent", "claude-cli/2", "content-length", "140000");
        new ScriptedExchange(recorder, "x1").arrived(ExchangeKind.MESSAGES, headers, new byte[0]);

        assertThat(detail("x1").body().keeping()).isEqualTo(Body.Keeping.MISSED);
        assertThat(detail("x1").body().size()).isEqualTo(140_000);
    }

    @Test
    void saysThatPartOfAnAnswerIsMissing() {
        asks("x1")
                .sent("up", "m", "r")
                .begun(1)
                .text(0)
                .passed("event: message_delta\ndata: {\"type\":\"message_delta\"}\n\n");
        recorder.on(new Moment.Finished(new ExchangeId("x1"), 1, 200, TokenUsage.NONE, "end_turn"));

        assertThat(detail("x1").reply().keeping()).isEqualTo(Body.Keeping.PARTLY);
    }

    @Test
    void readsAnAnswerInOnePiece() {
        String reply = "{\"type\":\"message\",\"content\":[{\"type\":\"text\",\"text\":\"Hi\"},"
                + "{\"type\":\"tool_use\",\"id\":\"t\",\"name\":\"Bash\",\"input\":{\"command\":\"ls\"}}]}";
        asks("x1").sent("up", "m", "r").passed(reply);
        recorder.on(new Moment.Finished(new ExchangeId("x1"), 1, 200, TokenUsage.NONE, "end_turn"));

        assertThat(detail("x1").blocks())
                .containsExactly(
                        new ReplyBlock.Text("Hi", false),
                        new ReplyBlock.ToolCall("t", "Bash", "{\"command\":\"ls\"}", false));
        assertThat(detail("x1").reply().text()).isEqualTo(reply);
    }

    @Test
    void showsTheErrorThatTheClientGot() {
        asks("x1").sent("up", "m", "r").answered(401).failed(401, "invalid x-api-key", false);
        asks("x2").sent("up", "m", "r").begun(1).text(0).says(0, "Hi").failed(529, "Overloaded", true);

        Body reply = detail("x1").reply();
        assertThat(reply.isKept()).isTrue();
        assertThat(reply.text())
                .isEqualTo("{\"type\":\"error\",\"error\":{\"type\":\"authentication_error\","
                        + "\"message\":\"invalid x-api-key\"},\"request_id\":\"x1\"}");
        assertThat(detail("x1").blocks()).isEmpty();
        assertThat(feed.since(Cursor.START).changed().getFirst().firstToken()).isEmpty();
        assertThat(detail("x2").reply().text()).doesNotContain("overloaded_error");
    }

    @Test
    void keepsTheBytesOfARealError() {
        RecordingListener listener = new RecordingListener();
        RawClient.Reply got;
        try (ScriptedUpstream upstream = new ScriptedUpstream();
                TestGateway gateway = TestGateway.with(
                        List.of(TestGateway.channel(UpstreamProtocol.ANTHROPIC, upstream.uri(""))),
                        recorder,
                        listener);
                RawClient client = gateway.client()) {
            upstream.script(ScriptedUpstream.answer(
                    401,
                    "application/json",
                    "{\"type\":\"error\",\"error\":{\"message\":\"invalid key\"}}",
                    "request-id: req_upstream"));
            got = client.post(
                            "/v1/messages",
                            "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}")
                    .reply();
            assertThat(listener.story()).endsWith("Failed 401");
        }

        assertThat(got.body()).contains("\"request_id\":\"req_upstream\"");
        assertThat(detail(only().id().value()).reply().text()).isEqualTo(got.body());
    }

    @Test
    void keepsNoCredentialOfARealExchange() {
        RecordingListener listener = new RecordingListener();
        try (ScriptedUpstream upstream = new ScriptedUpstream();
                TestGateway gateway = TestGateway.with(
                        List.of(TestGateway.channel(UpstreamProtocol.ANTHROPIC, upstream.uri(""))),
                        recorder,
                        listener);
                RawClient client = gateway.client()) {
            upstream.script(ScriptedUpstream.answer(
                    529, "application/json", "{\"type\":\"error\",\"error\":{\"message\":\"Overloaded\"}}"));
            client.post(
                            "/v1/messages",
                            "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}",
                            "authorization: Bearer secret-one",
                            "x-api-key: secret-two",
                            "user-agent: curl/8")
                    .reply();
            assertThat(listener.story()).endsWith("Failed 529");
        }

        // closing the gateway lets listeners catch up
        ExchangeSummary summary = only();
        assertThat(summary.subject()).isEqualTo(new Subject.Words("Hello"));
        assertThat(summary.state())
                .isEqualTo(new ExchangeState.Failed(new ApiError(529, "overloaded_error", "Overloaded"), false));
        RecordedExchange detail = detail(summary.id().value());
        assertThat(detail.headers().first("user-agent")).contains("curl/8");
        assertThat(detail.headers().toString()
                        + detail.attempts()
                        + detail.reply().text())
                .doesNotContain("secret")
                .doesNotContain("sk-upstream-key");
        assertThat(detail.attempts().getFirst().sent().text()).contains("\"served\"");
    }

    private ScriptedExchange asks(String id) {
        ClaudeRequest request = ClaudeRequest.main("claude-opus-5-5", "4f2a-1", "/home/me/work/shop")
                .user("Fix the failing test");
        return new ScriptedExchange(recorder, id).arrived(request);
    }

    private ExchangeSummary only() {
        List<ExchangeSummary> all = feed.since(Cursor.START).changed();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private RecordedExchange detail(String id) {
        return feed.detail(new ExchangeId(id)).orElseThrow();
    }

    @Test
    void holdsWhatDiffersOfTheSentBodyOnly() {
        byte[] arrived = "{\"model\":\"claude\",\"messages\":[]}".getBytes(StandardCharsets.UTF_8);
        byte[] sent = "{\"model\":\"glm-5.1-air\",\"messages\":[]}".getBytes(StandardCharsets.UTF_8);

        Splice splice = Splice.of(arrived, sent);
        assertThat(splice.bytes()).isEqualTo(sent);
        assertThat(splice.held()).isLessThan(12);
        assertThat(Splice.of(arrived, arrived).bytes()).isSameAs(arrived);
        assertThat(Splice.of(new byte[0], sent).bytes()).isEqualTo(sent);
        assertThat(Splice.of(sent, new byte[0]).bytes()).isEmpty();
        byte[] doubled = "aaaa".getBytes(StandardCharsets.UTF_8);
        byte[] longer = "aaaaaa".getBytes(StandardCharsets.UTF_8);
        assertThat(Splice.of(doubled, longer).bytes()).isEqualTo(longer);
        assertThat(Splice.of(longer, doubled).bytes()).isEqualTo(doubled);
    }
}
