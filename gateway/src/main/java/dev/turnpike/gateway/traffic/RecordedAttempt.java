package dev.turnpike.gateway.traffic;

import dev.turnpike.gateway.http.Headers;
import dev.turnpike.gateway.translation.Adjustment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// One way an exchange was tried to be served.
///
/// @param channel the id of the channel
/// @param reason why it was chosen, a sentence
/// @param uri where it was sent, without its query; empty while it was not
/// @param sent what the upstream got
/// @param status of the upstream's reply, 0 without one
/// @param headers of the upstream's reply
/// @param received what it answered, as it came
/// @param arrivals when that came
/// @param callersOwn it went with the caller's own credential
/// @param lostBecause why another attempt followed
/// @param sentAfter from the arrival of the request to the sending
/// @param answeredAfter from the arrival of the request to the head of the reply
public record RecordedAttempt(
        String channel,
        String servedModel,
        String reason,
        Optional<String> uri,
        Body sent,
        List<Adjustment> adjustments,
        int status,
        Headers headers,
        Body received,
        Arrivals arrivals,
        boolean callersOwn,
        Optional<String> lostBecause,
        Optional<Duration> sentAfter,
        Optional<Duration> answeredAfter) {
    public RecordedAttempt {
        adjustments = List.copyOf(adjustments);
    }

    RecordedAttempt withoutBodies(Body.Keeping why) {
        return new RecordedAttempt(
                channel,
                servedModel,
                reason,
                uri,
                sent.gone(why),
                adjustments,
                status,
                headers,
                received.gone(why),
                arrivals,
                callersOwn,
                lostBecause,
                sentAfter,
                answeredAfter);
    }
}
