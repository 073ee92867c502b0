package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.anthropic.StreamEvent;

/// Who is told what a reply says, event by event.
interface ReplyTelling {
    void event(StreamEvent event);

    /// Text that continues the open block, as the inside of a JSON string whose quotes are there too.
    /// The bytes are good until this returns.
    ///
    /// @param index of the block
    /// @param thinking it is reasoning
    void text(int index, boolean thinking, byte[] json, int start, int end);
}
