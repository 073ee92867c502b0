package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.anthropic.ApiError;
import dev.turnpike.gateway.anthropic.ApiErrors;
import dev.turnpike.gateway.anthropic.StreamEvent.StreamError;
import dev.turnpike.gateway.bytes.FrameBytes;
import dev.turnpike.gateway.openai.ChatChunk;
import dev.turnpike.gateway.openai.ChatCodec;
import dev.turnpike.gateway.openai.TextRepeat;
import dev.turnpike.gateway.sse.EventTooLarge;
import dev.turnpike.gateway.sse.SseEvent;
import dev.turnpike.gateway.sse.SseReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Turns the event stream of one chat reply into events of the Messages API.
///
/// A failure is told as a [StreamError]; frames that are not JSON are skipped.
final class ChatStreamReader {
    private static final byte[] DONE = "[DONE]".getBytes(StandardCharsets.US_ASCII);

    /// Longer than any error, and than most answers.
    private static final int MOST_WITHOUT_EVENTS = 1 << 20;

    private final SentRequest sent;
    private final SseReader reader = new SseReader();
    private final TextRepeat repeat = new TextRepeat();
    private final ChatAssembly assembly;
    private final ReplyTelling out;
    private boolean failed;

    /// What came so far, as long as it looks like JSON that is called an event stream.
    private @Nullable FrameBytes bare = new FrameBytes(0);

    ChatStreamReader(SentRequest sent, ReplyTelling out) {
        this.sent = sent;
        this.assembly = new ChatAssembly(sent, out);
        this.out = out;
    }

    void accept(byte[] bytes, int offset, int length) {
        if (failed) {
            return;
        }
        keepBare(bytes, offset, length);
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
        } else if (bare != null && bare.size() > 0) {
            new ChatReplyReader(sent).tell(bare.toByteArray(), out);
        } else {
            fail(NotAReply.CUT);
        }
    }

    private void keepBare(byte[] bytes, int offset, int length) {
        if (bare == null) {
            return;
        }
        int first = offset;
        while (bare.size() == 0 && first < offset + length && bytes[first] >= 0 && bytes[first] <= ' ') {
            first++;
        }
        boolean begins = bare.size() > 0 || first == offset + length || bytes[first] == '{' || bytes[first] == '[';
        if (begins && bare.size() + length <= MOST_WITHOUT_EVENTS) {
            bare.write(bytes, first, offset + length - first);
        } else {
            bare = null;
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
