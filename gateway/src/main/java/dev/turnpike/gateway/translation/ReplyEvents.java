package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.anthropic.ContentBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.OtherBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.TextBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.ThinkingBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.ToolUseBlock;
import dev.turnpike.gateway.anthropic.MessagesReply;
import dev.turnpike.gateway.anthropic.StreamEvent;
import dev.turnpike.gateway.anthropic.StreamEvent.BlockDelta;
import dev.turnpike.gateway.anthropic.StreamEvent.BlockStart;
import dev.turnpike.gateway.anthropic.StreamEvent.BlockStop;
import dev.turnpike.gateway.anthropic.StreamEvent.Delta;
import dev.turnpike.gateway.anthropic.StreamEvent.InputJsonDelta;
import dev.turnpike.gateway.anthropic.StreamEvent.MessageDelta;
import dev.turnpike.gateway.anthropic.StreamEvent.MessageStart;
import dev.turnpike.gateway.anthropic.StreamEvent.MessageStop;
import dev.turnpike.gateway.anthropic.StreamEvent.SignatureDelta;
import dev.turnpike.gateway.anthropic.StreamEvent.TextDelta;
import dev.turnpike.gateway.anthropic.StreamEvent.ThinkingDelta;
import dev.turnpike.gateway.json.RawJson;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Tells a whole message as the events that it would have been streamed in.
final class ReplyEvents {
    private ReplyEvents() {}

    static void of(MessagesReply reply, Consumer<StreamEvent> out) {
        out.accept(new MessageStart(reply.id(), reply.model(), reply.usage()));
        int index = 0;
        for (ContentBlock block : reply.content()) {
            out.accept(new BlockStart(index, emptied(block)));
            for (Delta delta : deltas(block)) {
                out.accept(new BlockDelta(index, delta));
            }
            out.accept(new BlockStop(index++));
        }
        out.accept(new MessageDelta(reply.stopReason(), reply.stopSequence(), reply.usage()));
        out.accept(new MessageStop());
    }

    private static ContentBlock emptied(ContentBlock block) {
        return switch (block) {
            case TextBlock _ -> new TextBlock("");
            case ThinkingBlock _ -> new ThinkingBlock("", "");
            case ToolUseBlock call -> new ToolUseBlock(call.id(), call.name(), RawJson.EMPTY_OBJECT);
            case ContentBlock.ImageBlock _,
                    ContentBlock.DocumentBlock _,
                    ContentBlock.RedactedThinkingBlock _,
                    ContentBlock.ToolResultBlock _ -> block;
            case OtherBlock other -> ServerCall.is(other) ? ServerCall.of(other).start() : other;
        };
    }

    private static List<Delta> deltas(ContentBlock block) {
        List<Delta> deltas = new ArrayList<>();
        switch (block) {
            case TextBlock(var text) -> deltas.add(new TextDelta(text));
            case ThinkingBlock(var thinking, var signature) -> {
                deltas.add(new ThinkingDelta(thinking));
                if (!signature.isEmpty()) {
                    deltas.add(new SignatureDelta(signature));
                }
            }
            case ToolUseBlock call -> deltas.add(new InputJsonDelta(call.input().text()));
            case ContentBlock.ImageBlock _,
                    ContentBlock.DocumentBlock _,
                    ContentBlock.RedactedThinkingBlock _,
                    ContentBlock.ToolResultBlock _ -> {}
            case OtherBlock other -> {
                if (ServerCall.is(other)) {
                    deltas.add(new InputJsonDelta(ServerCall.of(other).input()));
                }
            }
        }
        return deltas;
    }
}
