package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.anthropic.ContentBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.TextBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.ThinkingBlock;
import dev.turnpike.gateway.anthropic.StreamEvent.Delta;
import dev.turnpike.gateway.anthropic.StreamEvent.TextDelta;
import dev.turnpike.gateway.anthropic.StreamEvent.ThinkingDelta;

/// Text or reasoning.
final class TextSegment extends Segment {
    private final boolean thinking;

    TextSegment(boolean thinking) {
        this.thinking = thinking;
    }

    boolean isThinking() {
        return thinking;
    }

    @Override
    boolean canOpen() {
        return true;
    }

    @Override
    boolean isWhole() {
        return true;
    }

    @Override
    ContentBlock start() {
        return thinking ? new ThinkingBlock("", "") : new TextBlock("");
    }

    @Override
    Delta delta(String text) {
        return thinking ? new ThinkingDelta(text) : new TextDelta(text);
    }
}
