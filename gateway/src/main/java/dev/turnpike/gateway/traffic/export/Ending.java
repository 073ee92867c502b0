package dev.turnpike.gateway.traffic.export;

import dev.turnpike.gateway.anthropic.ApiError;
import dev.turnpike.gateway.traffic.ExchangeState;
import dev.turnpike.gateway.traffic.ExchangeSummary;
import java.util.Optional;

/// What became of an exchange, as the client saw it.
///
/// @param word `waiting`, `answering`, `finished`, `failed` or `abandoned`
/// @param status that the client got; 0 where it got none
/// @param stopReason empty where there is none
record Ending(String word, int status, String stopReason, Optional<ApiError> error) {
    private static final int OK = 200;

    static Ending of(ExchangeSummary summary) {
        // what left before the end left with a status that promised more
        int begun = summary.replyBytes() > 0 ? OK : 0;
        return switch (summary.state()) {
            case ExchangeState.Waiting _ -> new Ending("waiting", 0, "", Optional.empty());
            case ExchangeState.Answering _ -> new Ending("answering", OK, "", Optional.empty());
            case ExchangeState.Finished(int status, String stopReason) ->
                new Ending("finished", status, stopReason, Optional.empty());
            case ExchangeState.Failed(ApiError error, boolean committed) ->
                new Ending("failed", committed ? OK : error.status(), "", Optional.of(error));
            case ExchangeState.Abandoned _ -> new Ending("abandoned", begun, "", Optional.empty());
        };
    }
}
