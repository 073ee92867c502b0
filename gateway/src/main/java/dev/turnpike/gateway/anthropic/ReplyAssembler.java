package dev.turnpike.gateway.anthropic;

import dev.turnpike.gateway.anthropic.ContentBlock.DocumentBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.ImageBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.OtherBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.RedactedThinkingBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.TextBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.ThinkingBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.ToolResultBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.ToolUseBlock;
import dev.turnpike.gateway.anthropic.StreamEvent.BlockDelta;
import dev.turnpike.gateway.anthropic.StreamEvent.BlockStart;
import dev.turnpike.gateway.anthropic.StreamEvent.BlockStop;
import dev.turnpike.gateway.anthropic.StreamEvent.Delta;
import dev.turnpike.gateway.anthropic.StreamEvent.InputJsonDelta;
import dev.turnpike.gateway.anthropic.StreamEvent.MessageDelta;
import dev.turnpike.gateway.anthropic.StreamEvent.MessageStart;
import dev.turnpike.gateway.anthropic.StreamEvent.MessageStop;
import dev.turnpike.gateway.anthropic.StreamEvent.OtherDelta;
import dev.turnpike.gateway.anthropic.StreamEvent.OtherEvent;
import dev.turnpike.gateway.anthropic.StreamEvent.Ping;
import dev.turnpike.gateway.anthropic.StreamEvent.SignatureDelta;
import dev.turnpike.gateway.anthropic.StreamEvent.StreamError;
import dev.turnpike.gateway.anthropic.StreamEvent.TextDelta;
import dev.turnpike.gateway.anthropic.StreamEvent.ThinkingDelta;
import dev.turnpike.gateway.json.MendedJson;
import dev.turnpike.gateway.json.RawJson;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Puts the events of one stream together to the message that they tell.
public final class ReplyAssembler {
    private final TreeMap<Integer, Growing> blocks = new TreeMap<>();
    private String id = "";
    private String model = "";
    private String stopReason = "";
    private String stopSequence = "";
    private TokenUsage usage = TokenUsage.NONE;
    private boolean complete;

    public ReplyAssembler() {}

    /// Takes the next event. Deltas of a block that never began are ignored.
    public void accept(StreamEvent event) {
        switch (event) {
            case MessageStart start -> {
                id = start.id();
                model = start.model();
                usage = start.usage();
            }
            case BlockStart(var index, var block) -> blocks.put(index, new Growing(block));
            case BlockDelta(var index, var delta) -> {
                Growing block = blocks.get(index);
                if (block != null) {
                    block.grow(delta);
                }
            }
            case MessageDelta delta -> {
                stopReason = delta.stopReason();
                stopSequence = delta.stopSequence();
                usage = usage.updatedBy(delta.usage());
            }
            case MessageStop _ -> complete = true;
            case BlockStop _, Ping _, StreamError _, OtherEvent _ -> {}
        }
    }

    /// The message ended as it should.
    public boolean isComplete() {
        return complete;
    }

    /// The message as far as it was told. Tool input that is not a JSON object reads as `{}`.
    public MessagesReply reply() {
        List<ContentBlock> content = new ArrayList<>();
        for (Growing block : blocks.values()) {
            content.add(block.grown());
        }
        return new MessagesReply(id, model, content, stopReason, stopSequence, usage);
    }

    /// A block and what its deltas added.
    private static final class Growing {
        private final ContentBlock start;
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder signature = new StringBuilder();

        private Growing(ContentBlock start) {
            this.start = start;
        }

        private void grow(Delta delta) {
            switch (delta) {
                case TextDelta(var more) -> text.append(more);
                case ThinkingDelta(var more) -> text.append(more);
                case InputJsonDelta(var more) -> text.append(more);
                case SignatureDelta(var more) -> signature.append(more);
                case OtherDelta _ -> {}
            }
        }

        private static RawJson input(String text) {
            return RawJson.object(text).or(() -> MendedJson.object(text)).orElse(RawJson.EMPTY_OBJECT);
        }

        private ContentBlock grown() {
            return switch (start) {
                case TextBlock(var first) -> new TextBlock(first + text);
                case ThinkingBlock(var first, var signed) -> new ThinkingBlock(first + text, signed + signature);
                case ToolUseBlock(var id, var name, var input) ->
                    new ToolUseBlock(id, name, text.isEmpty() ? input : input(text.toString()));
                // a call of a tool that the server runs itself: its input comes in pieces, too
                case OtherBlock other ->
                    text.isEmpty()
                            ? other
                            : new OtherBlock(other.type(), other.json().with("input", input(text.toString())));
                case ImageBlock _, DocumentBlock _, RedactedThinkingBlock _, ToolResultBlock _ -> start;
            };
        }
    }
}
