package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.anthropic.ContentBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.ToolResultBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.ToolUseBlock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which results belong to the calls of one assistant message.
final class ToolResults {
    static final ToolResults NONE = new ToolResults();

    private final List<String> sentIds = new ArrayList<>();
    private final Map<String, Deque<Integer>> waiting = new HashMap<>();
    private final boolean[] answered;
    private final Set<ContentBlock> used = Collections.newSetFromMap(new IdentityHashMap<>());

    private ToolResults() {
        this.answered = new boolean[0];
    }

    ToolResults(List<ToolUseBlock> calls, Accepted accepted) {
        this.answered = new boolean[calls.size()];
        Set<String> taken = new HashSet<>();
        for (ToolUseBlock call : calls) {
            String id = accepted.callId(call.id());
            // two calls of one id would be one to the upstream
            sentIds.add(taken.add(id) ? id : accepted.callId(id + "#" + sentIds.size()));
            waiting.computeIfAbsent(call.id(), _ -> new ArrayDeque<>()).add(sentIds.size() - 1);
        }
    }

    String sentId(int call) {
        return sentIds.get(call);
    }

    /// The id under which this result is sent; empty where no call waits for it.
    Optional<String> answer(ToolResultBlock result) {
        Deque<Integer> calls = waiting.get(result.toolUseId());
        if (calls == null || calls.isEmpty()) {
            return Optional.empty();
        }
        int call = calls.remove();
        answered[call] = true;
        used.add(result);
        return Optional.of(sentIds.get(call));
    }

    /// The ids of the calls that no result came for.
    List<String> unanswered() {
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < answered.length; i++) {
            if (!answered[i]) {
                missing.add(sentIds.get(i));
            }
        }
        return missing;
    }

    /// This very block was taken as an answer.
    boolean holds(ContentBlock block) {
        return used.contains(block);
    }
}
