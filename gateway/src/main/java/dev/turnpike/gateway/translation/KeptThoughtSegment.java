package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.anthropic.ContentBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.ThinkingBlock;
import dev.turnpike.gateway.anthropic.StreamEvent.Delta;
import dev.turnpike.gateway.anthropic.StreamEvent.SignatureDelta;
import dev.turnpike.gateway.anthropic.StreamEvent.ThinkingDelta;
import dev.turnpike.gateway.channel.ChannelId;
import java.util.Optional;

/// The signature of the thought behind a call, for the client to keep: thinking that says nothing, whose own
/// signature holds it.
final class KeptThoughtSegment extends Segment {
    private final ChannelId channel;
    private final CallSegment call;
    private final String thought;

    KeptThoughtSegment(ChannelId channel, CallSegment call, String thought) {
        this.channel = channel;
        this.call = call;
        this.thought = thought;
    }

    @Override
    boolean canOpen() {
        return !call.id().isEmpty();
    }

    @Override
    boolean isWhole() {
        return true;
    }

    @Override
    ContentBlock start() {
        return new ThinkingBlock("", "");
    }

    @Override
    Delta delta(String text) {
        return new ThinkingDelta(text);
    }

    @Override
    Optional<Delta> closing() {
        return Optional.of(new SignatureDelta(ThinkingMark.keeping(channel, call.id(), thought)));
    }
}
