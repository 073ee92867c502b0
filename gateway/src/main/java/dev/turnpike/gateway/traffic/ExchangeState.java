package dev.turnpike.gateway.traffic;

import dev.turnpike.gateway.anthropic.ApiError;

/// How far an exchange has come.
public sealed interface ExchangeState {
    /// Nothing has been answered yet.
    record Waiting() implements ExchangeState {}

    /// The answer is on its way.
    record Answering() implements ExchangeState {}

    /// The client has the whole answer.
    record Finished(int status, String stopReason) implements ExchangeState {}

    /// The client got an error, inside its stream where `committed`.
    record Failed(ApiError error, boolean committed) implements ExchangeState {}

    /// The client left before the end.
    record Abandoned() implements ExchangeState {}

    /// Nothing more will happen.
    default boolean isEnd() {
        return switch (this) {
            case Waiting _, Answering _ -> false;
            case Finished _, Failed _, Abandoned _ -> true;
        };
    }
}
