package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.anthropic.ApiError;
import dev.turnpike.gateway.anthropic.MessagesReply;
import dev.turnpike.gateway.anthropic.ReplyAssembler;
import dev.turnpike.gateway.anthropic.StreamEvent;
import dev.turnpike.gateway.anthropic.StreamEvent.BlockDelta;
import dev.turnpike.gateway.anthropic.StreamEvent.MessageDelta;
import dev.turnpike.gateway.anthropic.StreamEvent.StreamError;
import dev.turnpike.gateway.anthropic.StreamEvent.TextDelta;
import dev.turnpike.gateway.anthropic.StreamEvent.ThinkingDelta;
import dev.turnpike.gateway.anthropic.TokenUsage;
import dev.turnpike.gateway.json.JsonCursor;
import dev.turnpike.gateway.openai.ChatChunk;
import dev.turnpike.gateway.openai.ChatCodec;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Turns a chat reply that came in one piece into a message, by way of the events that it would have been streamed in.
final class ChatReplyReader {
    private final SentRequest sent;

    ChatReplyReader(SentRequest sent) {
        this.sent = sent;
    }

    /// Tells the reply as events; what is no reply as a [StreamError].
    void tell(byte[] body, ReplyTelling out) {
        if (NotAReply.isEventStream(body)) {
            ChatStreamReader stream = new ChatStreamReader(sent, out);
            stream.accept(body, 0, body.length);
            stream.end();
            return;
        }
        Optional<ChatChunk> reply = ChatCodec.read(body).filter(r -> r.hasChoice() && !r.failed());
        if (reply.isPresent()) {
            ChatAssembly assembly = new ChatAssembly(sent, out);
            assembly.accept(reply.get());
            assembly.end();
        } else {
            out.event(new StreamError(NotAReply.of(body)));
        }
    }

    WholeReply read(byte[] body) {
        Collected collected = new Collected();
        tell(body, collected);
        return collected.reply();
    }

    /// Puts the events together again, with the final count for the estimate.
    private static final class Collected implements ReplyTelling {
        private final ReplyAssembler assembler = new ReplyAssembler();
        private TokenUsage usage = TokenUsage.NONE;
        private @Nullable ApiError error;

        @Override
        public void event(StreamEvent event) {
            assembler.accept(event);
            if (event instanceof StreamError(var told)) {
                error = told;
            } else if (event instanceof MessageDelta delta) {
                usage = delta.usage();
            }
        }

        @Override
        public void text(int index, boolean thinking, byte[] json, int start, int end) {
            String text = JsonCursor.over(json, start - 1, end + 1).string();
            event(new BlockDelta(index, thinking ? new ThinkingDelta(text) : new TextDelta(text)));
        }

        private WholeReply reply() {
            if (error != null) {
                return new WholeReply.NotAMessage(error);
            }
            MessagesReply reply = assembler.reply().with(usage);
            return new WholeReply.Message(reply.json(), usage, reply.stopReason());
        }
    }
}
