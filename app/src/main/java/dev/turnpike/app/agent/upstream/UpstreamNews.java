package dev.turnpike.app.agent.upstream;

import dev.turnpike.gateway.trial.Trouble;
import java.time.Instant;

/// What one call of an upstream tells about a channel. No words of an upstream are in it: some repeat the key.
///
/// @param channel its id
/// @param asked the model that the client asked for
/// @param served the one that was sent
record UpstreamNews(Instant at, String channel, String asked, String served, Result result) {
    /// What became of the call.
    sealed interface Result {}

    /// It was answered.
    ///
    /// @param offered the request offered tools
    /// @param called the answer calls one
    record Answered(boolean offered, boolean called) implements Result {}

    /// It was answered, with a tool call that is written as text.
    record Spoken() implements Result {}

    /// It failed.
    record Failed(Trouble trouble) implements Result {}
}
