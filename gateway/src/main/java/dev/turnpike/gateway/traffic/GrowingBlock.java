package dev.turnpike.gateway.traffic;

import dev.turnpike.gateway.anthropic.ContentBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.DocumentBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.ImageBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.OtherBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.RedactedThinkingBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.TextBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.ThinkingBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.ToolResultBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.ToolUseBlock;
import dev.turnpike.gateway.anthropic.StreamEvent.Delta;
import dev.turnpike.gateway.anthropic.StreamEvent.InputJsonDelta;
import dev.turnpike.gateway.anthropic.StreamEvent.OtherDelta;
import dev.turnpike.gateway.anthropic.StreamEvent.SignatureDelta;
import dev.turnpike.gateway.anthropic.StreamEvent.TextDelta;
import dev.turnpike.gateway.anthropic.StreamEvent.ThinkingDelta;
import org.jspecify.annotations.Nullable;

/// A block of an answer and what its deltas added.
final class GrowingBlock {
    private final ContentBlock start;
    private final StringBuilder text = new StringBuilder();
    private boolean open;
    private @Nullable ReplyBlock told;

    GrowingBlock(ContentBlock start, boolean open) {
        this.start = start;
        this.open = open;
        switch (start) {
            case TextBlock(var first) -> text.append(first);
            case ThinkingBlock(var first, var _) -> text.append(first);
            // a stream begins with an empty input and tells it in deltas
            case ToolUseBlock(var _, var _, var input) -> text.append(open ? "" : input.text());
            case OtherBlock(var _, var json) -> text.append(json.text());
            case ImageBlock _, DocumentBlock _, RedactedThinkingBlock _, ToolResultBlock _ -> {}
        }
    }

    /// Adds what a delta tells; the answer is how many characters that were.
    int grow(Delta delta) {
        boolean input = delta instanceof InputJsonDelta;
        String more = input && !(start instanceof ToolUseBlock) ? "" : said(delta);
        if (!more.isEmpty()) {
            text.append(more);
            told = null;
        }
        return more.length();
    }

    /// The characters of a delta, empty where it is none of words.
    static String said(Delta delta) {
        return switch (delta) {
            case TextDelta(var added) -> added;
            case ThinkingDelta(var added) -> added;
            case InputJsonDelta(var added) -> added;
            case SignatureDelta _, OtherDelta _ -> "";
        };
    }

    void close() {
        open = false;
        told = null;
    }

    int length() {
        return text.length();
    }

    /// The block as far as it has come; the same object until something is added.
    ReplyBlock block() {
        ReplyBlock block = told;
        if (block == null) {
            block = tell();
            told = block;
        }
        return block;
    }

    private ReplyBlock tell() {
        return switch (start) {
            case TextBlock _ -> new ReplyBlock.Text(text.toString(), open);
            case ThinkingBlock _ -> new ReplyBlock.Thinking(text.toString(), open);
            case ToolUseBlock call -> new ReplyBlock.ToolCall(call.id(), call.name(), text.toString(), open);
            case OtherBlock other -> new ReplyBlock.Other(other.type(), text.toString(), open);
            case ImageBlock _, DocumentBlock _, RedactedThinkingBlock _, ToolResultBlock _ ->
                new ReplyBlock.Other(start.type(), "", open);
        };
    }
}
