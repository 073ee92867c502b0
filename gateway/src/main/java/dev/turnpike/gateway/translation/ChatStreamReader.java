package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.anthropic.ApiError;
import dev.turnpike.gateway.anthropic.ApiErrors;
import dev.turnpike.gateway.anthropic.StreamEvent.StreamError;
import dev.turnpike.gateway.openai.ChatChunk;
import dev.turnpike.gateway.openai.ChatCodec;
import dev.turnpike.gateway.openai.TextRepeat;
import dev.turnpike.gateway.sse.EventTooLarge;
import dev.turnpike.gateway.sse.SseEvent;
import dev.turnpike.gateway.sse.SseReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Turns the event stream of one chat reply into events of the Messages API.
///
/// A failure is told as a [StreamError]; frames that are not JSON are skipped.
final class ChatStreamReader {
    private static final byte[] DONE = "[DONE]".getBytes(StandardCharsets.US_ASCII);

    private final SseReader reader = new SseReader();
    private final TextRepeat repeat = new TextRepeat();
    private final ChatAssembly assembly;
    private final ReplyTelling out;
    private boolean failed;

    ChatStreamReader(SentRequest sent, ReplyTelling out) {
        this.assembly = new ChatAssembly(sent, out);
        this.out = out;
    }

    void accept(byte[] bytes, int offset, int length) {
        if (failed) {
            return;
        }
        try {
            reader.accept(bytes, offset, length, this::event);
        } catch (EventTooLarge _) {
            fail(NotAReply.TOO_LARGE);
        }
    }

    /// The upstream closed its stream.
    void end() {
        reader.end(this::event);
        if (failed || assembly.isEnded()) {
            return;
        }
        if (assembly.isFinished()) {
            assembly.end();
        } else {
            fail(NotAReply.CUT);
        }
    }

    private void event(SseEvent event) {
        if (failed || assembly.isEnded()) {
            return;
        }
        byte[] bytes = event.dataBytes();
        boolean failure = event.name().equals("error");
        if (!failure
                && repeat.matches(bytes, event.dataStart(), event.dataEnd())
                && assembly.continues(repeat, bytes)) {
            return;
        }
        if (event.says(DONE)) {
            done();
            return;
        }
        Optional<ChatChunk> chunk = ChatCodec.read(bytes, event.dataStart(), event.dataEnd());
        if (failure || chunk.map(ChatChunk::failed).orElse(false)) {
            fail(ContextOverflow.told(ApiErrors.inStream(event.data()), event.data()));
        } else if (chunk.isPresent()) {
            assembly.accept(chunk.get());
            chunk.get().text().ifPresent(text -> repeat.learn(text, bytes, event.dataStart(), event.dataEnd()));
        }
    }

    private void done() {
        if (assembly.isFinished() || assembly.couldEnd()) {
            assembly.end();
        } else {
            fail(NotAReply.CUT);
        }
    }

    private void fail(ApiError error) {
        failed = true;
        out.event(new StreamError(error));
    }
}
