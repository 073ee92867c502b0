package dev.turnpike.app.inspector;

import dev.turnpike.app.look.Mark;
import dev.turnpike.gateway.traffic.ExchangeState;
import dev.turnpike.gateway.traffic.ExchangeSummary;

/// The shapes of exchanges.
final class RowMarks {
    private RowMarks() {}

    /// The shape of a row: what went wrong, else what kind it is.
    static Mark of(ExchangeSummary summary) {
        if (summary.state() instanceof ExchangeState.Failed) {
            return Mark.FAILED;
        }
        if (summary.retried()) {
            return Mark.FAILOVER;
        }
        return switch (summary.kind()) {
            case USER_TURN -> Mark.USER_TURN;
            case TOOL_CONTINUATION -> Mark.CONTINUATION;
            case SUB_AGENT_START -> Mark.SUBAGENT_START;
            case SUB_AGENT_CONTINUATION -> Mark.SUBAGENT;
            case BACKGROUND -> Mark.BACKGROUND;
            case OTHER_CLIENT, COUNT_TOKENS -> Mark.OTHER_CLIENT;
        };
    }

    /// The shape of the state in the head of the detail.
    static Mark state(ExchangeSummary summary) {
        return switch (summary.state()) {
            case ExchangeState.Waiting _ -> Mark.STARTING;
            case ExchangeState.Answering _ -> Mark.RUNNING;
            case ExchangeState.Finished _ -> summary.retried() ? Mark.FAILOVER : Mark.RUNNING;
            case ExchangeState.Failed _ -> Mark.FAILED;
            case ExchangeState.Abandoned _ -> Mark.WAITING;
        };
    }
}
