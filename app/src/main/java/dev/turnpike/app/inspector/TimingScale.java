package dev.turnpike.app.inspector;

import dev.turnpike.gateway.traffic.RecordedAttempt;
import dev.turnpike.gateway.traffic.RecordedExchange;
import dev.turnpike.gateway.traffic.TimedEvent;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// When what happened in an exchange, as far as it has come.
///
/// @param whole from the arrival of the request to the end, or to the last thing that came
/// @param sent to the sending to the upstream; the time before is the gateway's own, and that of lost attempts
/// @param answered to the head of the upstream's reply
/// @param firstToken to the first content of the answer
/// @param longest the event before which nothing came for the longest time, where that is worth a word
record TimingScale(
        Duration whole,
        Optional<Duration> sent,
        Optional<Duration> answered,
        Optional<Duration> firstToken,
        Optional<TimedEvent> longest) {
    static final TimingScale NOTHING =
            new TimingScale(Duration.ZERO, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private static final Duration WORTH_A_WORD = Duration.ofMillis(500);

    static TimingScale of(RecordedExchange exchange, Optional<RecordedAttempt> attempt, List<TimedEvent> events) {
        Optional<Duration> sent = attempt.flatMap(RecordedAttempt::sentAfter);
        Optional<Duration> answered = attempt.flatMap(RecordedAttempt::answeredAfter);
        Optional<Duration> last = events.isEmpty()
                ? Optional.empty()
                : Optional.of(events.getLast().at());
        Duration come = Stream.of(sent, answered, exchange.summary().firstToken(), last)
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        return new TimingScale(
                exchange.summary().duration().orElse(come),
                sent,
                answered,
                exchange.summary().firstToken(),
                longest(events));
    }

    /// The first one does not count: waiting for it is told as a phase of its own.
    private static Optional<TimedEvent> longest(List<TimedEvent> events) {
        Optional<TimedEvent> longest = Optional.empty();
        for (int i = 1; i < events.size(); i++) {
            TimedEvent event = events.get(i);
            boolean longer =
                    longest.isEmpty() || event.gap().compareTo(longest.get().gap()) > 0;
            if (longer && event.gap().compareTo(WORTH_A_WORD) >= 0) {
                longest = Optional.of(event);
            }
        }
        return longest;
    }

    boolean isLongest(TimedEvent event) {
        return longest.isPresent() && longest.get().equals(event);
    }

    /// Where that time lies, from 0 to 1.
    double share(Duration time) {
        return whole.isZero() ? 0 : Math.clamp((double) time.toNanos() / whole.toNanos(), 0, 1);
    }
}
