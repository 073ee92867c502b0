package dev.turnpike.app.inspector;

import dev.turnpike.gateway.anthropic.ContentBlock;
import dev.turnpike.gateway.anthropic.Message;
import dev.turnpike.gateway.anthropic.MessagesRequest;
import dev.turnpike.gateway.anthropic.Role;
import dev.turnpike.gateway.exchange.ExchangeId;
import dev.turnpike.gateway.traffic.ReplyBlock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Calls that start sub-agents, and which sub-agent each of them started: the one whose first message says what the
/// call gave as its prompt, in the order in which both happened. What cannot be told apart is not told.
final class AgentCalls {
    private static final Set<String> TOOLS = Set.of("Agent", "Task");

    private AgentCalls() {}

    /// A call.
    ///
    /// @param answer it is in the answer of the exchange, not in what came before
    record Call(String id, String tool, String description, String prompt, boolean answer) {}

    /// The first exchange of a sub-agent.
    ///
    /// @param words the texts of its first message
    record Start(ExchangeId id, long millis, List<String> words) {
        boolean isOf(Call call) {
            return words.contains(call.prompt());
        }
    }

    static boolean isAgentTool(String name) {
        return TOOLS.contains(name);
    }

    /// The calls that an exchange shows, in their order; one in an answer that still comes is none yet.
    static List<Call> in(Optional<MessagesRequest> request, List<ReplyBlock> answer) {
        List<Call> calls = new ArrayList<>();
        for (Message message : request.map(MessagesRequest::messages).orElse(List.of())) {
            for (ContentBlock block : message.content()) {
                if (block instanceof ContentBlock.ToolUseBlock use) {
                    add(use.id(), use.name(), use.input().text(), false, calls);
                }
            }
        }
        for (ReplyBlock block : answer) {
            if (block instanceof ReplyBlock.ToolCall call && !call.open()) {
                add(call.id(), call.name(), call.input(), true, calls);
            }
        }
        return calls;
    }

    private static void add(String id, String tool, String input, boolean answer, List<Call> calls) {
        if (isAgentTool(tool)) {
            Map<String, String> fields = PartialJson.fields(input);
            String prompt = fields.getOrDefault("prompt", "").strip();
            if (!prompt.isEmpty()) {
                calls.add(new Call(id, tool, fields.getOrDefault("description", ""), prompt, answer));
            }
        }
    }

    /// What the first message of a sub-agent says, each text by itself.
    static List<String> words(MessagesRequest request) {
        return request.messages().stream()
                .filter(message -> message.role() == Role.USER)
                .findFirst()
                .map(message -> message.content().stream()
                        .filter(ContentBlock.TextBlock.class::isInstance)
                        .map(block -> ((ContentBlock.TextBlock) block).text().strip())
                        .toList())
                .orElse(List.of());
    }

    /// By the ids of the calls, what they started.
    ///
    /// @param calls of one exchange, see [#in]
    /// @param asked when that exchange arrived
    /// @param starts of the session, in their order
    static Map<String, ExchangeId> started(List<Call> calls, long asked, List<Start> starts) {
        Map<String, List<Call>> byPrompt = new HashMap<>();
        calls.forEach(call ->
                byPrompt.computeIfAbsent(call.prompt(), _ -> new ArrayList<>()).add(call));
        Map<String, ExchangeId> started = new HashMap<>();
        for (List<Call> same : byPrompt.values()) {
            List<Start> before = of(same.getFirst(), starts, start -> start.millis() <= asked);
            List<Start> after = of(same.getFirst(), starts, start -> start.millis() > asked);
            pair(same.stream().filter(call -> !call.answer()).toList(), before, true, started);
            pair(same.stream().filter(Call::answer).toList(), after, false, started);
        }
        return started;
    }

    private static List<Start> of(Call call, List<Start> starts, Predicate<Start> when) {
        return starts.stream()
                .filter(start -> start.isOf(call) && when.test(start))
                .toList();
    }

    /// @param exact there must be as many as were called
    private static void pair(List<Call> calls, List<Start> starts, boolean exact, Map<String, ExchangeId> started) {
        if (exact && calls.size() != starts.size()) {
            return;
        }
        for (int i = 0; i < Math.min(calls.size(), starts.size()); i++) {
            started.put(calls.get(i).id(), starts.get(i).id());
        }
    }

    /// The call that started the sub-agent which was told these words; the last one where several did.
    static Optional<Call> starter(List<String> words, List<Call> calls) {
        return calls.stream()
                .filter(call -> call.answer() && words.contains(call.prompt()))
                .reduce((_, last) -> last);
    }
}
