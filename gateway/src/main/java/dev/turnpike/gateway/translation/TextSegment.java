package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.anthropic.ContentBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.TextBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.ThinkingBlock;
import dev.turnpike.gateway.anthropic.StreamEvent.Delta;
import dev.turnpike.gateway.anthropic.StreamEvent.SignatureDelta;
import dev.turnpike.gateway.anthropic.StreamEvent.TextDelta;
import dev.turnpike.gateway.anthropic.StreamEvent.ThinkingDelta;
import java.util.Optional;

/// Text or reasoning.
final class TextSegment extends Segment {
    private final boolean thinking;
    private final String signature;

    private TextSegment(boolean thinking, String signature) {
        this.thinking = thinking;
        this.signature = signature;
    }

    static TextSegment text() {
        return new TextSegment(false, "");
    }

    static TextSegment thinking(String signature) {
        return new TextSegment(true, signature);
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

    @Override
    Optional<Delta> closing() {
        return thinking ? Optional.of(new SignatureDelta(signature)) : Optional.empty();
    }
}
