package dev.turnpike.gateway.traffic;

import dev.turnpike.gateway.anthropic.ContentBlock;
import dev.turnpike.gateway.anthropic.MessagesCodec;
import dev.turnpike.gateway.anthropic.MessagesReply;
import dev.turnpike.gateway.anthropic.StreamEvent;
import dev.turnpike.gateway.anthropic.StreamEvent.BlockDelta;
import dev.turnpike.gateway.anthropic.StreamEvent.BlockStart;
import dev.turnpike.gateway.anthropic.StreamEvent.BlockStop;
import dev.turnpike.gateway.anthropic.StreamEvent.Delta;
import dev.turnpike.gateway.anthropic.StreamEvent.MessageDelta;
import dev.turnpike.gateway.anthropic.StreamEvent.MessageStart;
import dev.turnpike.gateway.anthropic.StreamEvent.MessageStop;
import dev.turnpike.gateway.anthropic.StreamEvent.OtherEvent;
import dev.turnpike.gateway.anthropic.StreamEvent.Ping;
import dev.turnpike.gateway.anthropic.StreamEvent.StreamError;
import dev.turnpike.gateway.anthropic.StreamEventCodec;
import dev.turnpike.gateway.anthropic.TokenUsage;
import dev.turnpike.gateway.sse.EventTooLarge;
import dev.turnpike.gateway.sse.SseEvent;
import dev.turnpike.gateway.sse.SseReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// An answer put together from the bytes of a stream as they come, half-told blocks included.
final class ReplyDraft {
    private static final int CHARACTERS_A_TOKEN = 4;
    /// As it grows, and as it was told last.
    private static final int BYTES_A_CHARACTER = 2;

    private final TreeMap<Integer, GrowingBlock> blocks = new TreeMap<>();
    private @Nullable SseReader reader = new SseReader();
    private TokenUsage usage = TokenUsage.NONE;
    private long characters;
    private boolean complete;
    private boolean released;

    /// Takes what comes next of the stream.
    void accept(byte[] bytes) {
        if (reader == null) {
            return;
        }
        try {
            reader.accept(bytes, 0, bytes.length, this::event);
        } catch (EventTooLarge _) {
            // the rest cannot be told apart any more; what was told stays
            reader = null;
        }
    }

    private void event(SseEvent event) {
        StreamEventCodec.read(event.name(), event.data()).ifPresent(this::take);
    }

    private void take(StreamEvent event) {
        switch (event) {
            case MessageStart start -> usage = start.usage();
            case BlockStart(var index, var block) -> begin(index, block, true);
            case BlockDelta(var index, var delta) -> grow(index, delta);
            case BlockStop(var index) -> {
                GrowingBlock block = blocks.get(index);
                if (block != null) {
                    block.close();
                }
            }
            case MessageDelta delta -> usage = usage.updatedBy(delta.usage());
            case MessageStop _ -> complete = true;
            case Ping _, StreamError _, OtherEvent _ -> {}
        }
    }

    private void begin(int index, ContentBlock block, boolean open) {
        GrowingBlock begun = new GrowingBlock(block, open);
        characters += begun.length();
        if (!released) {
            blocks.put(index, begun);
        }
    }

    private void grow(int index, Delta delta) {
        GrowingBlock block = blocks.get(index);
        if (block != null) {
            characters += block.grow(delta);
        } else if (released) {
            characters += GrowingBlock.said(delta).length();
        }
    }

    /// Forgets the blocks, and only counts from now on.
    void letGo() {
        released = true;
        blocks.clear();
    }

    /// About how many bytes the blocks take.
    long held() {
        return released ? 0 : characters * BYTES_A_CHARACTER;
    }

    /// The answer that a body holds in one piece; empty where it holds something else.
    static Optional<ReplyDraft> whole(byte[] body) {
        return MessagesCodec.reply(body).map(ReplyDraft::of);
    }

    private static ReplyDraft of(MessagesReply reply) {
        ReplyDraft draft = new ReplyDraft();
        for (ContentBlock block : reply.content()) {
            draft.begin(draft.blocks.size(), block, false);
        }
        draft.usage = reply.usage();
        draft.complete = true;
        return draft;
    }

    /// Content has begun to arrive.
    boolean hasContent() {
        return characters > 0;
    }

    boolean isComplete() {
        return complete;
    }

    /// What the stream told, with an estimate of the output until it tells that.
    TokenUsage usage() {
        long estimate = (characters + CHARACTERS_A_TOKEN - 1) / CHARACTERS_A_TOKEN;
        long output = complete ? usage.output() : Math.max(usage.output(), estimate);
        return new TokenUsage(usage.input(), output, usage.cacheRead(), usage.cacheCreation());
    }

    List<ReplyBlock> blocks() {
        List<ReplyBlock> told = new ArrayList<>(blocks.size());
        for (GrowingBlock block : blocks.values()) {
            told.add(block.block());
        }
        return told;
    }
}
