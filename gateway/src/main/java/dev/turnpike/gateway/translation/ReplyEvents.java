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
    private static final String INPUT = "input";

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
            case OtherBlock other -> isServerCall(other) ? withoutInput(other) : other;
        };
    }

    /// A call of a tool that the server ran itself is streamed as a call of a client's tool is.
    private static boolean isServerCall(OtherBlock block) {
        return block.type().equals("server_tool_use");
    }

    private static OtherBlock withoutInput(OtherBlock call) {
        return new OtherBlock(call.type(), call.json().with(INPUT, RawJson.EMPTY_OBJECT));
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
                if (isServerCall(other)) {
                    deltas.add(new InputJsonDelta(
                            other.json().at(INPUT).map(RawJson::text).orElse("{}")));
                }
            }
        }
        return deltas;
    }
}
