package dev.turnpike.gateway.traffic;

import dev.turnpike.gateway.anthropic.TokenUsage;
import dev.turnpike.gateway.traffic.Body.Keeping;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What left for the client, as bytes and put together.
///
/// While it grows, the answer is put together as it comes; once it is over, only when somebody looks.
final class ReplyRecord {
    private byte[] bytes = new byte[0];
    private int size;
    private long passed;
    private boolean released;
    private boolean partly;
    private boolean streamed;
    private @Nullable ReplyDraft draft;

    /// Takes frames of a stream, or the one body.
    void accept(byte[] more, boolean stream) {
        boolean first = passed == 0;
        passed += more.length;
        if (first) {
            streamed = stream && !isJson(more);
            draft = streamed ? new ReplyDraft() : null;
            if (draft != null && released) {
                draft.letGo();
            }
        }
        if (draft != null && streamed) {
            draft.accept(more);
        }
        if (!released) {
            append(more);
        }
    }

    private static boolean isJson(byte[] bytes) {
        return bytes.length > 0 && (bytes[0] == '{' || bytes[0] == '[');
    }

    private void append(byte[] more) {
        if (size + more.length > bytes.length) {
            // whoever holds the old array keeps it: what stands in it never changes
            bytes = Arrays.copyOf(bytes, Math.max(size + more.length, bytes.length * 2));
        }
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
    }

    /// @param answered the client has the whole answer
    void end(boolean answered) {
        partly = answered && streamed && draft != null && !draft.isComplete();
        bytes = Arrays.copyOf(bytes, size);
        draft = null;
    }

    boolean hasContent() {
        return streamed ? draft != null && draft.hasContent() : passed > 0;
    }

    /// What the stream has told of it so far.
    Optional<TokenUsage> usage() {
        return Optional.ofNullable(draft).map(ReplyDraft::usage);
    }

    long held() {
        return bytes.length + (draft == null ? 0 : draft.held());
    }

    void letGo() {
        released = true;
        bytes = new byte[0];
        size = 0;
        if (draft != null) {
            draft.letGo();
        }
    }

    Body body() {
        if (released) {
            return Body.gone(passed, Keeping.LET_GO);
        }
        byte[] held = bytes;
        int count = size;
        return new Body(count, partly ? Keeping.PARTLY : Keeping.WHOLE, () -> Arrays.copyOf(held, count));
    }

    /// The blocks at this instant; where the answer is over, putting them together is left to who asks.
    Supplier<List<ReplyBlock>> blocks() {
        if (draft != null) {
            List<ReplyBlock> told = List.copyOf(draft.blocks());
            return () -> told;
        }
        byte[] held = bytes;
        int count = size;
        boolean stream = streamed;
        return () -> decoded(Arrays.copyOf(held, count), stream);
    }

    private static List<ReplyBlock> decoded(byte[] whole, boolean stream) {
        if (whole.length == 0) {
            return List.of();
        }
        if (stream) {
            ReplyDraft again = new ReplyDraft();
            again.accept(whole);
            return again.blocks();
        }
        return ReplyDraft.whole(whole).map(ReplyDraft::blocks).orElse(List.of());
    }
}
