package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.anthropic.MessagesRequest;
import dev.turnpike.gateway.json.JsonWriter;

/// Writes how long the model shall think, where its family can be told.
final class EffortWriter {
    /// Budgets below these are a low and a medium effort.
    private static final long LOW = 4_096;

    private static final long MEDIUM = 16_384;

    private final MessagesRequest request;
    private final Accepted accepted;
    private final AdjustmentList adjustments;

    EffortWriter(MessagesRequest request, Accepted accepted, AdjustmentList adjustments) {
        this.request = request;
        this.accepted = accepted;
        this.adjustments = adjustments;
    }

    void write(JsonWriter json) {
        String asked = asked();
        String sent = accepted.effort(asked);
        if (!sent.isEmpty()) {
            json.field("reasoning_effort", sent);
        }
        if (request.thinking().isPresent()) {
            tell("thinking", sent);
        }
        if (!request.effort().isEmpty()) {
            tell("output_config.effort", sent);
        }
    }

    private void tell(String path, String sent) {
        if (!sent.isEmpty()) {
            adjustments.approximated(path, "sent as reasoning_effort " + sent);
        } else if (accepted.efforts().isEmpty()) {
            adjustments.dropped(path, "this upstream cannot be told how long to think");
        } else {
            adjustments.dropped(path, "it names no effort that this upstream knows");
        }
    }

    /// The effort that the request names; else the one that its budget amounts to; empty where it leaves that open.
    private String asked() {
        String type =
                request.thinking().map(thinking -> thinking.stringAt("type")).orElse("");
        if (type.equals("disabled")) {
            return "none";
        }
        if (!request.effort().isEmpty() || !type.equals("enabled")) {
            return request.effort();
        }
        long budget = request.thinking()
                .flatMap(thinking -> thinking.at("budget_tokens"))
                .map(tokens -> tokens.number(0))
                .orElse(0L);
        return budget < LOW ? "low" : budget < MEDIUM ? "medium" : "high";
    }
}
