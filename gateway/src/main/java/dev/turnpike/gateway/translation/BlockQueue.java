package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.anthropic.StreamEvent;
import dev.turnpike.gateway.anthropic.StreamEvent.BlockDelta;
import dev.turnpike.gateway.anthropic.StreamEvent.BlockStart;
import dev.turnpike.gateway.anthropic.StreamEvent.BlockStop;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Segments in the order in which they began. The first one is the open block; the others wait until it is closed, for
/// a stream has one block open at a time.
final class BlockQueue {
    private final Deque<Segment> waiting = new ArrayDeque<>();
    private boolean firstIsOpen;
    private int opened;
    private long characters;

    /// The segment that began last and is not closed.
    @Nullable
    Segment last() {
        return waiting.peekLast();
    }

    void add(Segment segment) {
        waiting.add(segment);
    }

    /// Writes what can be written.
    void advance(Consumer<StreamEvent> out) {
        Segment first = waiting.peekFirst();
        while (first != null) {
            boolean whole = waiting.size() > 1 && first.isWhole();
            if (!write(first, whole, out) || !whole) {
                return;
            }
            close(out);
            first = waiting.peekFirst();
        }
    }

    /// Puts a text in the place of every call that was never named, for the model to read; one without arguments is
    /// none.
    void explainUnnamed() {
        List<Segment> segments = List.copyOf(waiting);
        waiting.clear();
        for (Segment segment : segments) {
            if (!(segment instanceof CallSegment call) || !call.name().isEmpty()) {
                waiting.add(segment);
            } else if (!call.pending().isEmpty()) {
                waiting.add(explained(call));
            }
        }
    }

    private static Segment explained(CallSegment call) {
        TextSegment text = TextSegment.text();
        text.pending()
                .append("[the model called a tool without naming it; arguments: ")
                .append(call.pending());
        text.pending().append(']');
        return text;
    }

    /// Writes and closes everything.
    void drain(Consumer<StreamEvent> out) {
        for (Segment first = waiting.peekFirst(); first != null; first = waiting.peekFirst()) {
            write(first, true, out);
            close(out);
        }
    }

    private boolean write(Segment segment, boolean last, Consumer<StreamEvent> out) {
        if (!segment.canOpen()) {
            return false;
        }
        String text = segment.take(last);
        if (!firstIsOpen) {
            out.accept(new BlockStart(opened++, segment.start()));
            firstIsOpen = true;
        }
        if (!text.isEmpty()) {
            characters += text.length();
            out.accept(new BlockDelta(opened - 1, segment.delta(text)));
        }
        return true;
    }

    private void close(Consumer<StreamEvent> out) {
        Segment closed = waiting.removeFirst();
        if (firstIsOpen) {
            closed.closing().ifPresent(last -> out.accept(new BlockDelta(opened - 1, last)));
            out.accept(new BlockStop(opened - 1));
            firstIsOpen = false;
        }
    }

    /// Whether the open block is text of that kind, nothing of it waits, and nothing waits behind it.
    boolean continues(boolean thinking) {
        return firstIsOpen
                && waiting.size() == 1
                && waiting.peekFirst() instanceof TextSegment text
                && text.isThinking() == thinking
                && text.pending().isEmpty();
    }

    /// So many characters were written into the open block by somebody else.
    ///
    /// @return its index
    int continued(int more) {
        characters += more;
        return opened - 1;
    }

    /// The segments that are not closed.
    Iterable<Segment> open() {
        return waiting;
    }

    /// How many blocks were begun.
    int opened() {
        return opened;
    }

    /// How many characters the blocks hold.
    long characters() {
        return characters;
    }
}
