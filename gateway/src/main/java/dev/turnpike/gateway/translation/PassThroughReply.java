package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.anthropic.MessagesCodec;
import dev.turnpike.gateway.anthropic.MessagesReply;
import dev.turnpike.gateway.anthropic.StreamEvent.MessageStop;
import dev.turnpike.gateway.json.InvalidJson;
import dev.turnpike.gateway.json.RawJson;
import dev.turnpike.gateway.sse.EventTooLarge;
import dev.turnpike.gateway.sse.SseEvent;
import dev.turnpike.gateway.sse.SseReader;
import dev.turnpike.gateway.sse.SseWriter;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Hands the frames of a Messages API reply on as they came.
final class PassThroughReply implements ReplyTranslation {
    private final SseReader reader = new SseReader();

    @Override
    public void accept(byte[] bytes, int offset, int length, ReplyFrames out) {
        try {
            reader.accept(bytes, offset, length, event -> pass(event, out));
        } catch (EventTooLarge _) {
            out.fail(NotAReply.TOO_LARGE);
        }
    }

    private static void pass(SseEvent event, ReplyFrames out) {
        if (!event.name().isEmpty()) {
            out.passed(event);
            return;
        }
        // clients go by the name: without one they would see nothing
        String type = typeOf(event.data());
        if (!type.isEmpty()) {
            ByteArrayOutputStream named = new ByteArrayOutputStream();
            SseWriter.write(named, type, event.data());
            out.passed(type, named.toByteArray(), event.data());
        }
    }

    private static String typeOf(byte[] data) {
        try {
            return RawJson.of(new String(data, StandardCharsets.UTF_8)).stringAt("type");
        } catch (InvalidJson _) {
            return "";
        }
    }

    @Override
    public void end(ReplyFrames out) {
        reader.end(event -> pass(event, out));
        if (out.finished() || out.failure() != null) {
            return;
        }
        if (out.stopReason().isEmpty() || out.inBlock()) {
            out.fail(NotAReply.CUT);
        } else {
            out.event(new MessageStop());
        }
    }

    @Override
    public void replay(byte[] body, ReplyFrames out) {
        if (NotAReply.isEventStream(body)) {
            accept(body, 0, body.length, out);
            end(out);
            return;
        }
        Optional<MessagesReply> reply = MessagesCodec.reply(body);
        if (reply.isPresent()) {
            ReplyEvents.of(reply.get(), out::event);
        } else {
            out.fail(NotAReply.of(body));
        }
    }

    @Override
    public WholeReply whole(byte[] body) {
        if (NotAReply.isEventStream(body)) {
            return collected(body);
        }
        return MessagesCodec.reply(body)
                .<WholeReply>map(reply -> new WholeReply.Message(body, reply.usage(), reply.stopReason()))
                .orElseGet(() -> new WholeReply.NotAMessage(NotAReply.of(body)));
    }

    /// The message that a stream tells, though none was asked for.
    private WholeReply collected(byte[] stream) {
        ReplyFrames frames = new ReplyFrames();
        accept(stream, 0, stream.length, frames);
        end(frames);
        return FramedReply.of(frames);
    }
}
