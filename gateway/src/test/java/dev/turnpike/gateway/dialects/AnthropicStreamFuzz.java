package dev.turnpike.gateway.dialects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.anthropic.MessagesCodec;
import dev.turnpike.gateway.anthropic.StreamEvent;
import dev.turnpike.gateway.anthropic.StreamEventCodec;
import dev.turnpike.gateway.channel.UpstreamProtocol;
import dev.turnpike.gateway.sse.SseEvent;
import dev.turnpike.gateway.sse.SseReader;
import dev.turnpike.testing.EventGrammar;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.function.Consumer;

/// A fuzz target: what an upstream of the Messages API sends, as a stream and as a whole body.
public final class AnthropicStreamFuzz {
    private AnthropicStreamFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        assertThat(Replied.toStream(UpstreamProtocol.ANTHROPIC, data, ChatStreamFuzz.sizes(data)))
                .isEqualTo(Replied.toStream(UpstreamProtocol.ANTHROPIC, data, Integer.MAX_VALUE));
        readsWhatItWrites(data);
        MessagesCodec.reply(data).ifPresent(reply -> {
            byte[] written = reply.json();
            assertThat(MessagesCodec.reply(written).orElseThrow().json()).isEqualTo(written);
            // what its maker left out of a call is not ours to make up
            assertThat(EventGrammar.problems(
                            Replied.toWhole(UpstreamProtocol.ANTHROPIC, data).bytes()))
                    .allMatch(problem -> problem.startsWith("a tool_use without"));
        });
        Replied.by(UpstreamProtocol.ANTHROPIC).whole(data);
    }

    private static void readsWhatItWrites(byte[] data) {
        events(data, frame -> {
            Optional<StreamEvent> read = StreamEventCodec.read(frame.name(), frame.data());
            read.ifPresent(event -> {
                ByteArrayOutputStream written = new ByteArrayOutputStream();
                StreamEventCodec.write(event, written);
                assertThat(rewritten(written.toByteArray())).isEqualTo(written.toByteArray());
            });
        });
    }

    private static byte[] rewritten(byte[] stream) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        events(
                stream,
                frame -> StreamEventCodec.read(frame.name(), frame.data())
                        .ifPresent(event -> StreamEventCodec.write(event, written)));
        return written.toByteArray();
    }

    private static void events(byte[] stream, Consumer<SseEvent> events) {
        SseReader reader = new SseReader();
        reader.accept(stream, 0, stream.length, events);
        reader.end(events);
    }
}
