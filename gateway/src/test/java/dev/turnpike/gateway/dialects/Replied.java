package dev.turnpike.gateway.dialects;

import dev.turnpike.gateway.anthropic.MessagesReply;
import dev.turnpike.gateway.anthropic.ReplyAssembler;
import dev.turnpike.gateway.anthropic.RequestHead;
import dev.turnpike.gateway.anthropic.StreamEvent;
import dev.turnpike.gateway.anthropic.StreamEvent.MessageDelta;
import dev.turnpike.gateway.anthropic.StreamEventCodec;
import dev.turnpike.gateway.anthropic.TokenUsage;
import dev.turnpike.gateway.bytes.Pieces;
import dev.turnpike.gateway.channel.ChannelId;
import dev.turnpike.gateway.channel.Compat;
import dev.turnpike.gateway.channel.UpstreamProtocol;
import dev.turnpike.gateway.sse.SseReader;
import dev.turnpike.gateway.translation.ReplyFrames;
import dev.turnpike.gateway.translation.ReplyTranslation;
import dev.turnpike.gateway.translation.TranslatedRequest;
import dev.turnpike.gateway.translation.Translations;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/// What a client gets of a reply: frames, the last of which says how it ended.
///
/// @param finished the message is said to be complete
record Replied(String frames, boolean finished) {
    /// A request to translate replies for. One tool of it had to be renamed.
    private static final TranslatedRequest SENT = new TranslatedRequest(
            Pieces.of(new byte[400]),
            "served",
            new RequestHead("asked", 0, 7, true, false, false),
            List.of(),
            Map.of("renamed", "re.named"),
            List.of("stop here"));
    private static final ChannelId CHANNEL = new ChannelId("up");

    static ReplyTranslation by(UpstreamProtocol protocol) {
        return Translations.of(protocol, CHANNEL, Compat.DEFAULT).reply(SENT);
    }

    /// Of a stream that comes in pieces of these sizes, over and over.
    static Replied toStream(UpstreamProtocol protocol, byte[] stream, int... sizes) {
        ReplyTranslation reply = by(protocol);
        ReplyFrames out = new ReplyFrames();
        int turn = 0;
        for (int i = 0; i < stream.length; ) {
            int length = Math.min(sizes[turn++ % sizes.length], stream.length - i);
            reply.accept(stream, i, length, out);
            i += length;
        }
        reply.end(out);
        return of(out);
    }

    /// Of a whole body that came though a stream was asked for.
    static Replied toWhole(UpstreamProtocol protocol, byte[] body) {
        ReplyFrames out = new ReplyFrames();
        by(protocol).replay(body, out);
        return of(out);
    }

    private static Replied of(ReplyFrames out) {
        if (out.failure() != null) {
            out.abort(out.failure());
        }
        return new Replied(new String(out.take(), StandardCharsets.UTF_8), out.finished());
    }

    byte[] bytes() {
        return frames.getBytes(StandardCharsets.UTF_8);
    }

    /// The message that the frames tell, with the last count of its tokens.
    MessagesReply message() {
        ReplyAssembler assembler = new ReplyAssembler();
        AtomicReference<TokenUsage> usage = new AtomicReference<>(TokenUsage.NONE);
        SseReader reader = new SseReader();
        byte[] bytes = bytes();
        reader.accept(bytes, 0, bytes.length, frame -> {
            StreamEvent event =
                    StreamEventCodec.read(frame.name(), frame.data()).orElseThrow();
            assembler.accept(event);
            if (event instanceof MessageDelta delta) {
                usage.set(delta.usage());
            }
        });
        return assembler.reply().with(usage.get());
    }
}
