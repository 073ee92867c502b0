package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.anthropic.ApiError;
import dev.turnpike.gateway.anthropic.StreamEvent;
import dev.turnpike.gateway.anthropic.TokenUsage;
import org.jspecify.annotations.Nullable;

/// The frames that are ready for the client, and how far the message has come.
///
/// A translation appends, the exchange takes. Frames are always whole events, so that whatever is written between two
/// of
/// them (a ping, an error) stands at a valid place. Not thread-safe: one call, one thread.
public final class ReplyFrames {
    public ReplyFrames() {}

    /// Appends an event that the translation made. Ignored after [#fail] and after `message_stop`.
    public void event(StreamEvent event) {}

    /// Appends an upstream frame unchanged, for passthrough, and reads from it what the accessors below tell.
    ///
    /// @param type its event name
    /// @param frame the bytes of the whole frame, empty line included
    /// @param data the bytes of its data
    public void passed(String type, byte[] frame, byte[] data) {}

    /// The upstream failed inside its reply. Nothing that follows is taken.
    public void fail(ApiError error) {}

    /// Closes the block that is open, if one is, and appends `event: error`: the end of a message that cannot be
    /// completed.
    public void abort(ApiError error) {}

    /// A frame with content, reasoning or a tool call was appended, or the message ended without any: the head of the
    /// reply may leave.
    public boolean committable() {
        return false;
    }

    /// `message_start` was appended.
    public boolean started() {
        return false;
    }

    /// `message_stop` was appended.
    public boolean finished() {
        return false;
    }

    public @Nullable ApiError failure() {
        return null;
    }

    /// The last usage seen, each count the latest that was given.
    public TokenUsage usage() {
        return TokenUsage.NONE;
    }

    /// As in `message_delta`; empty until then.
    public String stopReason() {
        return "";
    }

    public boolean isEmpty() {
        return true;
    }

    /// The bytes appended since the last call.
    public byte[] take() {
        return new byte[0];
    }
}
