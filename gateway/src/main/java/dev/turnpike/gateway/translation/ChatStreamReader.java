package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.anthropic.ApiError;
import dev.turnpike.gateway.anthropic.ApiErrors;
import dev.turnpike.gateway.anthropic.StreamEvent;
import dev.turnpike.gateway.anthropic.StreamEvent.StreamError;
import dev.turnpike.gateway.openai.ChatChunk;
import dev.turnpike.gateway.openai.ChatCodec;
import dev.turnpike.gateway.sse.EventTooLarge;
import dev.turnpike.gateway.sse.SseEvent;
import dev.turnpike.gateway.sse.SseReader;
import java.util.Optional;
import java.util.function.Consumer;

/// Turns the event stream of one chat reply into events of the Messages API.
///
/// A failure is told as a [StreamError]; frames that are not JSON are skipped.
final class ChatStreamReader {
    private final SseReader reader = new SseReader();
    private final ChatAssembly assembly;
    private final Consumer<StreamEvent> out;
    private boolean failed;

    ChatStreamReader(TranslatedRequest sent, Consumer<StreamEvent> out) {
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
        if (event.text().strip().equals("[DONE]")) {
            done();
            return;
        }
        Optional<ChatChunk> chunk = ChatCodec.read(event.data());
        if (event.name().equals("error") || chunk.map(ChatChunk::failed).orElse(false)) {
            fail(ApiErrors.inStream(event.data()));
        } else {
            chunk.ifPresent(assembly::accept);
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
        out.accept(new StreamError(error));
    }
}
