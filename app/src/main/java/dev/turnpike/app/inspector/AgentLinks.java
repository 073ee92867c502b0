package dev.turnpike.app.inspector;

import dev.turnpike.gateway.anthropic.MessagesRequest;
import dev.turnpike.gateway.exchange.ExchangeId;
import dev.turnpike.gateway.traffic.Delta;
import dev.turnpike.gateway.traffic.RecordedExchange;
import dev.turnpike.gateway.traffic.RowKind;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// How an exchange hangs together with others of its session: the sub-agents it started, the call that started it, and
/// what changed since the request before. Reads bodies, so not for the FX thread.
final class AgentLinks {
    private static final int MOST_READ = 60;
    private static final int MOST_KEPT = 2_000;

    private final DetailModel model;
    /// What sub-agents were told first, once it has been read.
    private final Map<ExchangeId, List<String>> words = new ConcurrentHashMap<>();

    /// An exchange of the session, as far as a row tells.
    ///
    /// @param tools that its answer calls or whose results it brings
    record Known(ExchangeId id, long seq, long millis, RowKind kind, List<String> tools) {
        static Known of(ExchangeRow row) {
            return new Known(
                    row.id(),
                    row.seq(),
                    row.summary().epochMillis(),
                    row.summary().kind(),
                    row.summary().tools());
        }
    }

    /// What was found.
    ///
    /// @param started by the ids of calls, the first exchanges of the sub-agents
    /// @param parent the exchange whose answer made the call that started this one
    /// @param call that call
    /// @param change what changed before the messages since the request before
    record Found(
            Map<String, ExchangeId> started,
            Optional<ExchangeId> parent,
            Optional<AgentCalls.Call> call,
            Delta change) {
        static final Found NOTHING = new Found(Map.of(), Optional.empty(), Optional.empty(), Delta.NONE);
    }

    AgentLinks(DetailModel model) {
        this.model = model;
    }

    /// @param session the exchanges of the session that are known, in their order
    Found find(Detail detail, List<Known> session) {
        Optional<MessagesRequest> request = detail.request();
        ExchangeId id = detail.exchange().summary().id();
        Optional<Known> self =
                session.stream().filter(known -> known.id().equals(id)).findFirst();
        if (request.isEmpty() || self.isEmpty()) {
            return Found.NOTHING;
        }
        List<Known> before = session.subList(0, session.indexOf(self.get()));
        Found parent = self.get().kind().isSubAgent() ? parent(AgentCalls.words(request.get()), before) : Found.NOTHING;
        return new Found(
                started(detail, self.get(), session),
                parent.parent(),
                parent.call(),
                change(detail.exchange(), self.get(), before));
    }

    private Map<String, ExchangeId> started(Detail detail, Known self, List<Known> session) {
        List<AgentCalls.Call> calls = AgentCalls.in(detail.request(), detail.blocks());
        List<Known> starts = session.stream()
                .filter(known ->
                        known.kind() == RowKind.SUB_AGENT_START && !known.id().equals(self.id()))
                .toList();
        if (calls.isEmpty() || starts.isEmpty()) {
            return Map.of();
        }
        return AgentCalls.started(
                calls,
                self.millis(),
                starts.stream()
                        .sorted(Comparator.comparingLong(start -> Math.abs(start.millis() - self.millis())))
                        .limit(MOST_READ)
                        .sorted(Comparator.comparingLong(Known::millis))
                        .map(start -> new AgentCalls.Start(start.id(), start.millis(), words(start)))
                        .toList());
    }

    private List<String> words(Known start) {
        List<String> known = words.get(start.id());
        if (known != null) {
            return known;
        }
        Optional<List<String>> read = model.find(start.id(), start.seq())
                .flatMap(RecordedExchange::request)
                .map(AgentCalls::words);
        if (words.size() > MOST_KEPT) {
            words.clear();
        }
        read.ifPresent(told -> words.put(start.id(), told));
        return read.orElse(List.of());
    }

    /// Goes back from answer to answer that calls an agent.
    private Found parent(List<String> told, List<Known> before) {
        List<Known> callers = before.stream()
                .filter(known -> known.tools().stream().anyMatch(AgentCalls::isAgentTool))
                .toList();
        for (Known caller : callers.reversed().subList(0, Math.min(MOST_READ, callers.size()))) {
            Optional<AgentCalls.Call> call = model.find(caller.id(), caller.seq())
                    .flatMap(exchange -> AgentCalls.starter(told, AgentCalls.in(Optional.empty(), exchange.blocks())));
            if (call.isPresent()) {
                return new Found(Map.of(), Optional.of(caller.id()), call, Delta.NONE);
            }
        }
        return Found.NOTHING;
    }

    /// Of the main conversation alone: which sub-agent asked the request before is not told by a row.
    private Delta change(RecordedExchange exchange, Known self, List<Known> before) {
        if (!isMain(self) || !exchange.body().isKept()) {
            return Delta.NONE;
        }
        String model = exchange.summary().askedModel();
        return before.reversed().stream()
                .filter(AgentLinks::isMain)
                .findFirst()
                .flatMap(last -> this.model.find(last.id(), last.seq()))
                .filter(last ->
                        last.body().isKept() && last.summary().askedModel().equals(model))
                .map(last -> Delta.between(last.body().bytes(), exchange.body().bytes()))
                .orElse(Delta.NONE);
    }

    private static boolean isMain(Known known) {
        return known.kind() == RowKind.USER_TURN || known.kind() == RowKind.TOOL_CONTINUATION;
    }

    /// The rows of what was found, of those that are still known.
    static Map<String, ExchangeRow> rows(Map<String, ExchangeId> found, List<ExchangeRow> session) {
        Map<String, ExchangeRow> rows = new HashMap<>();
        found.forEach((call, id) ->
                session.stream().filter(row -> row.id().equals(id)).findFirst().ifPresent(row -> rows.put(call, row)));
        return Map.copyOf(rows);
    }
}
