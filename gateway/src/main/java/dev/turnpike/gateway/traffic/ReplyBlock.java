package dev.turnpike.gateway.traffic;

/// A piece of an answer as far as it has come. The same object as before while nothing was added to it.
///
/// `open` means that more may follow.
public sealed interface ReplyBlock {
    boolean open();

    record Text(String text, boolean open) implements ReplyBlock {}

    /// What the model thought.
    record Thinking(String text, boolean open) implements ReplyBlock {}

    /// A call of a tool; `input` is JSON text, cut anywhere while it is open.
    record ToolCall(String id, String name, String input, boolean open) implements ReplyBlock {}

    /// A block that is shown as it is.
    record Other(String type, String json, boolean open) implements ReplyBlock {}
}
