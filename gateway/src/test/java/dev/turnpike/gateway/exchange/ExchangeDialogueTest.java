package dev.turnpike.gateway.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.channel.AuthStyle;
import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.channel.ChannelBook;
import dev.turnpike.gateway.channel.Timeouts;
import dev.turnpike.gateway.channel.UpstreamProtocol;
import dev.turnpike.gateway.counting.TokenCounts;
import dev.turnpike.gateway.http.Headers;
import dev.turnpike.gateway.routing.Router;
import dev.turnpike.gateway.upstream.Cancellation;
import dev.turnpike.gateway.upstream.ChannelCalls;
import dev.turnpike.gateway.upstream.ReplyStream;
import dev.turnpike.gateway.upstream.Upstream;
import dev.turnpike.gateway.upstream.UpstreamCall;
import dev.turnpike.gateway.upstream.UpstreamReply;
import dev.turnpike.testing.Dialogue;
import dev.turnpike.testing.RecordingListener;
import dev.turnpike.testing.RecordingSink;
import dev.turnpike.testing.TestGateway;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Runs every golden dialogue as a whole exchange, with an upstream that is a function: the client gets
/// what the translation alone gives, and the listeners see exactly the moments in `moments.txt`.
class ExchangeDialogueTest {
    private static final Headers JSON = Headers.of("content-type", "application/json");
    private static final Headers STREAM = Headers.of("content-type", "text/event-stream");

    static List<Dialogue> dialogues() {
        return Dialogue.all();
    }

    @ParameterizedTest
    @MethodSource("dialogues")
    void announcesWhatTheDialogueSays(Dialogue dialogue) {
        RecordingListener listener = new RecordingListener();
        run(dialogue, listener);
        String story = String.join("\n", listener.story()) + "\n";
        if (Dialogue.REGOLD) {
            dialogue.rewrite("moments.txt", story.getBytes(StandardCharsets.UTF_8));
        } else {
            assertThat(dialogue.file("moments.txt").map(golden -> new String(golden, StandardCharsets.UTF_8)))
                    .as("%s/moments.txt (-Dregold=true rewrites it)", dialogue)
                    .contains(story);
        }
    }

    @ParameterizedTest
    @MethodSource("dialogues")
    void givesTheClientTheStreamOfTheDialogueUnlessNothingOfItCouldLeave(Dialogue dialogue) {
        Optional<byte[]> replied = dialogue.file("replied.sse");
        RecordingSink sink = run(dialogue, new RecordingListener());
        if (sink.calls().getFirst().startsWith("open")) {
            assertThat(sink.body())
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo(new String(replied.orElseThrow(), StandardCharsets.UTF_8));
        } else {
            assertThat(sink.calls()).singleElement().asString().matches("(whole \\{|fail [45]\\d\\d ).+");
        }
    }

    private static RecordingSink run(Dialogue dialogue, RecordingListener listener) {
        UpstreamProtocol protocol =
                dialogue.isPassThrough() ? UpstreamProtocol.ANTHROPIC : UpstreamProtocol.OPENAI_CHAT;
        Channel channel = TestGateway.channel(
                        "up",
                        protocol,
                        URI.create("http://127.0.0.1:1"),
                        AuthStyle.NONE,
                        Timeouts.DEFAULT,
                        dialogue.servedModel())
                .withCompat(dialogue.compat());
        ChannelBook book = new ChannelBook(List.of(channel));
        RecordingSink sink = new RecordingSink();
        try (Pulse pulse = new Pulse();
                Listeners listeners = new Listeners(List.of(listener), Long.MAX_VALUE)) {
            Exchanges exchanges = new Exchanges(
                    question -> Router.route(book, question),
                    new Answering(dialogue),
                    new ChannelCalls(reference -> Optional.empty(), "test"),
                    listeners,
                    pulse,
                    new TokenCounts(System::nanoTime));
            exchanges.run(
                    new Arrival(
                            new ExchangeId("req_" + dialogue.name()),
                            ExchangeKind.MESSAGES,
                            "/v1/messages",
                            "",
                            Optional.empty(),
                            Headers.empty(),
                            dialogue.asked()),
                    sink);
        }
        return sink;
    }

    /// The upstream of a dialogue.
    private record Answering(Dialogue dialogue) implements Upstream {
        @Override
        public UpstreamReply send(UpstreamCall call, Cancellation cancellation) {
            return dialogue.upstreamStream()
                    .<UpstreamReply>map(stream ->
                            new UpstreamReply.Streaming(200, STREAM, new Played(new ByteArrayInputStream(stream))))
                    .orElseGet(() -> new UpstreamReply.Whole(
                            200, JSON, dialogue.upstreamBody().orElseThrow()));
        }
    }

    private record Played(ByteArrayInputStream bytes) implements ReplyStream {
        @Override
        public int read(byte[] buffer) {
            return bytes.read(buffer, 0, buffer.length);
        }

        @Override
        public Optional<String> cut() {
            return Optional.empty();
        }

        @Override
        public void drain() {}

        @Override
        public void close() {}
    }
}
