package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.anthropic.ContentBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.ToolUseBlock;
import dev.turnpike.gateway.anthropic.StreamEvent.Delta;
import dev.turnpike.gateway.anthropic.StreamEvent.InputJsonDelta;
import dev.turnpike.gateway.json.RawJson;

/// A tool call. Its id and its name may come late, its arguments in any pieces.
final class CallSegment extends Segment {
    private final ObjectEnd end = new ObjectEnd();
    private String id = "";
    private String name = "";
    private boolean taken;
    private boolean superseded;

    String id() {
        return id;
    }

    String name() {
        return name;
    }

    /// Sets the id for good, once.
    void id(String id) {
        this.id = this.id.isEmpty() ? id : this.id;
    }

    /// Sets the name for good, once.
    void name(String name) {
        this.name = this.name.isEmpty() ? name : this.name;
    }

    void arguments(String piece) {
        // what follows a whole object can only spoil it
        pending().append(piece, 0, end.accept(piece));
    }

    /// Another call took its place: no more arguments will come.
    void supersede() {
        superseded = true;
    }

    @Override
    boolean canOpen() {
        return !id.isEmpty() && !name.isEmpty();
    }

    @Override
    boolean isWhole() {
        return superseded || end.reached();
    }

    /// The arguments are one whole JSON object.
    boolean hasWholeArguments() {
        return end.reached();
    }

    /// Something came by which a client can know of it.
    boolean saysSomething() {
        return !name.isEmpty() || !pending().isEmpty();
    }

    /// Some arguments came, and break off.
    boolean isCut() {
        return end.begun() && !end.reached();
    }

    @Override
    ContentBlock start() {
        return new ToolUseBlock(id, name, RawJson.EMPTY_OBJECT);
    }

    @Override
    Delta delta(String text) {
        return new InputJsonDelta(text);
    }

    @Override
    String take(boolean last) {
        if (!taken && "null".startsWith(pending().toString().strip())) {
            // some servers write arguments that are none as null
            if (last && pending().toString().strip().equals("null")) {
                pending().setLength(0);
            }
            if (!last || pending().isEmpty()) {
                return "";
            }
        }
        String text = super.take(last);
        taken |= !text.isEmpty();
        return text;
    }
}
