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
import org.jspecify.annotations.Nullable;

/// Puts the events of a translated reply together to a whole message, with the final count for the estimate.
final class CollectedReply implements ReplyTelling {
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

    WholeReply reply() {
        if (error != null) {
            return new WholeReply.NotAMessage(error);
        }
        MessagesReply reply = assembler.reply().with(usage);
        return new WholeReply.Message(reply.json(), usage, reply.stopReason());
    }
}
