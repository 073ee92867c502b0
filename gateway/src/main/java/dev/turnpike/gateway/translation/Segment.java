package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.anthropic.ContentBlock;
import dev.turnpike.gateway.anthropic.StreamEvent.Delta;
import java.util.Optional;

/// A piece of a reply that becomes one content block. What the upstream adds is kept until the block may be open.
abstract sealed class Segment permits TextSegment, CallSegment, KeptThoughtSegment {
    private final StringBuilder pending = new StringBuilder();

    /// What came and was not taken.
    final StringBuilder pending() {
        return pending;
    }

    /// The block can begin: everything that its start must say is known.
    abstract boolean canOpen();

    /// Nothing more is to be expected once something else follows.
    abstract boolean isWhole();

    abstract ContentBlock start();

    abstract Delta delta(String text);

    /// What stands at the block's end, where there is something.
    Optional<Delta> closing() {
        return Optional.empty();
    }

    /// What can be sent now, possibly nothing.
    ///
    /// @param last nothing more will come
    String take(boolean last) {
        int length = pending.length();
        // half a surrogate pair waits for its other half: alone it cannot be written
        if (!last && length > 0 && Character.isHighSurrogate(pending.charAt(length - 1))) {
            length--;
        }
        String text = pending.substring(0, length);
        pending.delete(0, length);
        return text;
    }
}
