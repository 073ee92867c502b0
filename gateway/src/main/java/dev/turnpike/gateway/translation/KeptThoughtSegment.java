package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.anthropic.ContentBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.RedactedThinkingBlock;
import dev.turnpike.gateway.anthropic.StreamEvent.Delta;
import dev.turnpike.gateway.anthropic.StreamEvent.ThinkingDelta;
import dev.turnpike.gateway.channel.ChannelId;

/// The signature of the thought behind a call, for the client to keep: a redacted block, which it sends back unread.
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
        return new RedactedThinkingBlock(ThinkingMark.data(channel, call.id(), thought));
    }

    @Override
    Delta delta(String text) {
        return new ThinkingDelta(text);
    }
}
