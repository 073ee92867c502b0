package dev.turnpike.gateway.traffic;

import dev.turnpike.gateway.anthropic.TokenUsage;
import dev.turnpike.gateway.traffic.Body.Keeping;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What left for the client, as bytes and put together.
///
/// It is put together only as far as somebody looks: nobody does so for most exchanges.
final class ReplyRecord {
    private static final String MESSAGE_STOP = "event: message_stop";
    private static final String TOOL_USE = "\"tool_use\"";

    private final KeptBytes bytes = new KeptBytes();
    private boolean partly;
    private boolean streamed;
    private boolean hasContent;
    private @Nullable ReplyDraft draft;
    private int drafted;

    /// Takes frames of a stream, or the one body.
    void accept(byte[] more, boolean stream) {
        if (bytes.passed() == 0) {
            streamed = stream && !isJson(more);
            draft = streamed ? new ReplyDraft() : null;
            if (draft != null && bytes.isReleased()) {
                draft.letGo();
            }
        }
        bytes.add(more);
        if (draft != null && bytes.isReleased()) {
            draft.accept(more);
        }
        if (!hasContent) {
            hasContent = draft == null ? !streamed : caughtUp(draft).hasContent();
        }
    }

    private static boolean isJson(byte[] bytes) {
        return bytes.length > 0 && (bytes[0] == '{' || bytes[0] == '[');
    }

    private ReplyDraft caughtUp(ReplyDraft behind) {
        if (!bytes.isReleased() && drafted < bytes.passed()) {
            behind.accept(bytes.from(drafted));
            drafted = (int) bytes.passed();
        }
        return behind;
    }

    /// @param answered the client has the whole answer
    void end(boolean answered) {
        partly = answered && streamed && draft != null && !isComplete(draft);
        bytes.end();
        draft = null;
    }

    /// The end was seen; what is missing otherwise came too fast to be recorded.
    private boolean isComplete(ReplyDraft last) {
        return bytes.isReleased() ? last.isComplete() : bytes.contains(MESSAGE_STOP);
    }

    /// The names of the tools that it calls, in their order.
    List<String> tools() {
        if (!bytes.contains(TOOL_USE)) {
            return List.of();
        }
        return blocks().get().stream()
                .filter(ReplyBlock.ToolCall.class::isInstance)
                .map(block -> ((ReplyBlock.ToolCall) block).name())
                .distinct()
                .toList();
    }

    boolean hasContent() {
        return hasContent;
    }

    /// What the stream has told of it so far.
    Optional<TokenUsage> usage() {
        return Optional.ofNullable(draft).map(this::caughtUp).map(ReplyDraft::usage);
    }

    long held() {
        return bytes.held() + (draft == null ? 0 : draft.held());
    }

    void letGo() {
        if (draft != null) {
            caughtUp(draft).letGo();
        }
        bytes.letGo();
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
            List<ReplyBlock> told = List.copyOf(caughtUp(draft).blocks());
            return () -> told;
        }
        Body whole = bytes.body();
        boolean stream = streamed;
        return () -> ReplyBlock.read(whole.bytes(), stream);
    }
}
