package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.openai.ToolCallPart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the call that a piece of a stream belongs to, for upstreams that number their calls well, badly or not at all.
final class CallTable {
    private final List<CallSegment> calls = new ArrayList<>();
    private final Map<Integer, CallSegment> byIndex = new HashMap<>();

    /// The call that this piece continues; empty where it begins a new one.
    ///
    /// @param position of the piece in its array, which stands in for a missing index
    Optional<CallSegment> find(ToolCallPart part, int position) {
        CallSegment there = byIndex.get(part.index().orElse(position));
        if (part.id().isEmpty()) {
            return there == null || startsAnew(part, there) ? Optional.empty() : Optional.of(there);
        }
        if (there != null && (there.id().isEmpty() || there.id().equals(CallId.forClient(part.id())))) {
            return Optional.of(there);
        }
        boolean ownIndex = part.index().isPresent() && there == null;
        return ownIndex ? Optional.empty() : withId(CallId.forClient(part.id()));
    }

    /// Without any id, a name after whole arguments can only be the next call's.
    private static boolean startsAnew(ToolCallPart part, CallSegment there) {
        return there.id().isEmpty() && !part.name().isEmpty() && there.hasWholeArguments();
    }

    private Optional<CallSegment> withId(String id) {
        return calls.stream().filter(c -> c.id().equals(id)).findFirst();
    }

    /// Adds a call that this piece begins. A used id gets a suffix, for results to find their way back.
    CallSegment begin(ToolCallPart part, int position) {
        CallSegment call = new CallSegment();
        calls.add(call);
        CallSegment before = byIndex.put(part.index().orElse(position), call);
        if (before != null) {
            before.supersede();
        }
        call.id(free(part.id()));
        return call;
    }

    private String free(String id) {
        String free = CallId.forClient(id);
        for (int i = 2; !id.isEmpty() && withId(free).isPresent(); i++) {
            free = CallId.forClient(id + "_" + i);
        }
        return free;
    }
}
