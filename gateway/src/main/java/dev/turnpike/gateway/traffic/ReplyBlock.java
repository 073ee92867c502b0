package dev.turnpike.gateway.traffic;

import java.util.List;

/// A piece of an answer as far as it has come. The same object as before while nothing was added to it.
///
/// `open` means that more may follow.
public sealed interface ReplyBlock {
    boolean open();

    /// The blocks of an answer, as far as it came.
    ///
    /// @param stream it is an event stream, not one JSON body
    static List<ReplyBlock> read(byte[] answer, boolean stream) {
        if (answer.length == 0) {
            return List.of();
        }
        if (stream && answer[0] != '{') {
            ReplyDraft draft = new ReplyDraft();
            draft.accept(answer);
            return draft.blocks();
        }
        return ReplyDraft.whole(answer).map(ReplyDraft::blocks).orElse(List.of());
    }

    record Text(String text, boolean open) implements ReplyBlock {}

    /// What the model thought.
    record Thinking(String text, boolean open) implements ReplyBlock {}

    /// A call of a tool; `input` is JSON text, cut anywhere while it is open.
    record ToolCall(String id, String name, String input, boolean open) implements ReplyBlock {}

    /// A block that is shown as it is.
    record Other(String type, String json, boolean open) implements ReplyBlock {}
}
