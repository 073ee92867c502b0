package dev.turnpike.gateway.traffic;

import dev.turnpike.gateway.anthropic.TokenUsage;
import dev.turnpike.gateway.traffic.Body.Keeping;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What left for the client, as bytes and put together.
///
/// While it grows, the answer is put together as it comes; once it is over, only when somebody looks.
final class ReplyRecord {
    private final KeptBytes bytes = new KeptBytes();
    private boolean partly;
    private boolean streamed;
    private @Nullable ReplyDraft draft;

    /// Takes frames of a stream, or the one body.
    void accept(byte[] more, boolean stream) {
        if (bytes.passed() == 0) {
            streamed = stream && !isJson(more);
            draft = streamed ? new ReplyDraft() : null;
            if (draft != null && bytes.isReleased()) {
                draft.letGo();
            }
        }
        if (draft != null && streamed) {
            draft.accept(more);
        }
        bytes.add(more);
    }

    private static boolean isJson(byte[] bytes) {
        return bytes.length > 0 && (bytes[0] == '{' || bytes[0] == '[');
    }

    /// @param answered the client has the whole answer
    void end(boolean answered) {
        partly = answered && streamed && draft != null && !draft.isComplete();
        bytes.end();
        draft = null;
    }

    boolean hasContent() {
        return streamed ? draft != null && draft.hasContent() : bytes.passed() > 0;
    }

    /// What the stream has told of it so far.
    Optional<TokenUsage> usage() {
        return Optional.ofNullable(draft).map(ReplyDraft::usage);
    }

    long held() {
        return bytes.held() + (draft == null ? 0 : draft.held());
    }

    void letGo() {
        bytes.letGo();
        if (draft != null) {
            draft.letGo();
        }
    }

    Body body() {
        return bytes.body(partly ? Keeping.PARTLY : Keeping.WHOLE);
    }

    /// How many bytes left.
    long passed() {
        return bytes.passed();
    }

    /// The blocks at this instant; where the answer is over, putting them together is left to who asks.
    Supplier<List<ReplyBlock>> blocks() {
        if (draft != null) {
            List<ReplyBlock> told = List.copyOf(draft.blocks());
            return () -> told;
        }
        Body whole = bytes.body();
        boolean stream = streamed;
        return () -> decoded(whole.bytes(), stream);
    }

    static List<ReplyBlock> decoded(byte[] whole, boolean stream) {
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
