package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.anthropic.ApiError;
import dev.turnpike.gateway.anthropic.ApiErrors;
import dev.turnpike.gateway.anthropic.ContentBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.TextBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.ThinkingBlock;
import dev.turnpike.gateway.anthropic.StreamEvent;
import dev.turnpike.gateway.anthropic.StreamEvent.BlockDelta;
import dev.turnpike.gateway.anthropic.StreamEvent.BlockStart;
import dev.turnpike.gateway.anthropic.StreamEvent.BlockStop;
import dev.turnpike.gateway.anthropic.StreamEvent.MessageDelta;
import dev.turnpike.gateway.anthropic.StreamEvent.MessageStart;
import dev.turnpike.gateway.anthropic.StreamEvent.MessageStop;
import dev.turnpike.gateway.anthropic.StreamEvent.OtherEvent;
import dev.turnpike.gateway.anthropic.StreamEvent.Ping;
import dev.turnpike.gateway.anthropic.StreamEvent.StreamError;
import dev.turnpike.gateway.anthropic.StreamEventCodec;
import dev.turnpike.gateway.anthropic.TokenUsage;
import dev.turnpike.gateway.bytes.FrameBytes;
import dev.turnpike.gateway.sse.SseEvent;
import org.jspecify.annotations.Nullable;

/// The frames that are ready for the client, and how far the message has come.
///
/// A translation appends, the exchange takes. Frames are always whole events, so that whatever is written between two
/// of them (a ping, an error) stands at a valid place. Not thread-safe: one call, one thread.
public final class ReplyFrames implements ReplyTelling {
    private static final int NONE_OPEN = -1;

    /// A buffer that a burst made larger than this is not kept for the rest of the stream.
    private static final int KEPT_BYTES = 2 * 1024;

    private final FrameBytes ready = new FrameBytes();
    private int openBlock = NONE_OPEN;
    private boolean started;
    private boolean committable;
    private boolean finished;
    private boolean aborted;
    private int events;
    private @Nullable ApiError failure;
    private TokenUsage usage = TokenUsage.NONE;
    private String stopReason = "";

    public ReplyFrames() {}

    /// Appends an event that the translation made. Ignored after [#fail] and after `message_stop`; a [StreamError] is
    /// a [#fail].
    @Override
    public void event(StreamEvent event) {
        if (takes(event)) {
            note(event);
            StreamEventCodec.write(event, ready);
        }
    }

    @Override
    public void text(int index, boolean thinking, byte[] json, int start, int end) {
        if (!isOver()) {
            events++;
            committable = true;
            StreamEventCodec.writeText(index, thinking, json, start, end, ready);
        }
    }

    /// Appends an upstream frame unchanged, for passthrough, and reads from it what the accessors below tell.
    ///
    /// A second `message_start` and pings before the first are left out; an `error` event is a [#fail].
    ///
    /// @param type its event name
    /// @param frame the bytes of the whole frame, empty line included
    /// @param data the bytes of its data
    public void passed(String type, byte[] frame, byte[] data) {
        passed(new SseEvent(type, frame, 0, frame.length, data, 0, data.length));
    }

    /// The same, for a frame that says its type.
    void passed(SseEvent frame) {
        String type = frame.name();
        // which block a delta is for is of no interest here
        if (type.equals("content_block_delta")) {
            if (!isOver()) {
                committable = true;
                events++;
                frame.writeFrame(ready);
            }
            return;
        }
        StreamEvent event = told(type, frame);
        if (event == null) {
            if (!isOver()) {
                events++;
                frame.writeFrame(ready);
            }
        } else if (takes(event)) {
            note(event);
            frame.writeFrame(ready);
        }
    }

    private static @Nullable StreamEvent told(String type, SseEvent frame) {
        return switch (type) {
            case "message_start", "content_block_start", "content_block_stop", "message_delta" ->
                StreamEventCodec.read(type, frame.data()).orElse(null);
            case "message_stop" -> new MessageStop();
            case "ping" -> new Ping();
            case "error" -> new StreamError(ApiErrors.inStream(frame.data()));
            default -> null;
        };
    }

    /// The upstream failed inside its reply. Nothing that follows is taken.
    public void fail(ApiError error) {
        if (!isOver()) {
            failure = error;
        }
    }

    /// Closes the block that is open, if one is, and appends `event: error`: the end of a message that cannot be
    /// completed. Ignored after `message_stop`.
    public void abort(ApiError error) {
        if (finished || aborted) {
            return;
        }
        if (openBlock != NONE_OPEN) {
            StreamEventCodec.write(new BlockStop(openBlock), ready);
            openBlock = NONE_OPEN;
        }
        StreamEventCodec.write(new StreamError(error), ready);
        fail(error);
        aborted = true;
    }

    /// Nothing more is taken: the message is complete, or it has failed.
    public boolean isOver() {
        return finished || aborted || failure != null;
    }

    private boolean takes(StreamEvent event) {
        if (isOver()) {
            return false;
        }
        return switch (event) {
            case StreamError(var error) -> {
                fail(error);
                yield false;
            }
            case Ping _ -> started;
            case MessageStart _ -> !started;
            case BlockStart _, BlockDelta _, BlockStop _, MessageDelta _, MessageStop _, OtherEvent _ -> true;
        };
    }

    private void note(StreamEvent event) {
        events += event instanceof Ping ? 0 : 1;
        switch (event) {
            case MessageStart start -> {
                started = true;
                usage = start.usage();
            }
            case BlockStart(var index, var block) -> {
                openBlock = index;
                committable |= hasContent(block);
            }
            case BlockDelta _ -> committable = true;
            case BlockStop _ -> openBlock = NONE_OPEN;
            case MessageDelta delta -> {
                usage = usage.updatedBy(delta.usage());
                stopReason = delta.stopReason().isEmpty() ? stopReason : delta.stopReason();
            }
            case MessageStop _ -> {
                finished = true;
                committable = true;
            }
            case Ping _, StreamError _, OtherEvent _ -> {}
        }
    }

    private static boolean hasContent(ContentBlock block) {
        return switch (block) {
            case TextBlock(var text) -> !text.isEmpty();
            case ThinkingBlock thinking -> !thinking.thinking().isEmpty();
            case ContentBlock.ImageBlock _,
                    ContentBlock.DocumentBlock _,
                    ContentBlock.RedactedThinkingBlock _,
                    ContentBlock.ToolUseBlock _,
                    ContentBlock.ToolResultBlock _,
                    ContentBlock.OtherBlock _ -> true;
        };
    }

    /// A frame with content, reasoning or a tool call was appended, or the message ended without any: the head of the
    /// reply may leave.
    public boolean committable() {
        return committable;
    }

    /// `message_start` was appended.
    public boolean started() {
        return started;
    }

    /// `message_stop` was appended.
    public boolean finished() {
        return finished;
    }

    /// How many events were appended, pings apart: a stream in which this does not grow makes no progress.
    public int events() {
        return events;
    }

    /// A block was begun and not ended.
    boolean inBlock() {
        return openBlock != NONE_OPEN;
    }

    public @Nullable ApiError failure() {
        return failure;
    }

    /// The last usage seen, each count the latest that was given.
    public TokenUsage usage() {
        return usage;
    }

    /// As in `message_delta`; empty until then.
    public String stopReason() {
        return stopReason;
    }

    /// The bytes appended since the last call.
    public byte[] take() {
        return ready.take(KEPT_BYTES);
    }
}
