package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.anthropic.ContentBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.ToolResultBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.ToolUseBlock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which results belong to the calls of one assistant message.
final class ToolResults {
    static final ToolResults NONE = new ToolResults(List.of());

    private final List<ToolUseBlock> calls;
    private final List<String> sentIds = new ArrayList<>();
    private final boolean[] answered;
    private final Set<ContentBlock> used = Collections.newSetFromMap(new IdentityHashMap<>());

    ToolResults(List<ToolUseBlock> calls) {
        this.calls = calls;
        this.answered = new boolean[calls.size()];
        for (ToolUseBlock call : calls) {
            String id = CallId.forUpstream(call.id());
            // two calls of one id would be one to the upstream
            sentIds.add(sentIds.contains(id) ? CallId.forUpstream(id + "#" + sentIds.size()) : id);
        }
    }

    String sentId(int call) {
        return sentIds.get(call);
    }

    /// The id under which this result is sent; empty where no call waits for it.
    Optional<String> answer(ToolResultBlock result) {
        for (int i = 0; i < answered.length; i++) {
            if (!answered[i] && calls.get(i).id().equals(result.toolUseId())) {
                answered[i] = true;
                used.add(result);
                return Optional.of(sentIds.get(i));
            }
        }
        return Optional.empty();
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
