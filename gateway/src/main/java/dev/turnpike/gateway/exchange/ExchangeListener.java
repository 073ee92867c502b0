package dev.turnpike.gateway.exchange;

/// Observes exchanges. Called on a thread of its own behind the exchange, unless it is immediate: it may be slow, or
/// throw, without anybody noticing.
@FunctionalInterface
public interface ExchangeListener {
    void on(Moment moment);

    /// Whether it wants [Moment.Received] and [Moment.EventPassed], by far the most frequent ones; the
    /// answer may change. An immediate one may get those that others want, and always gets the first
    /// bytes of an answer.
    default boolean wantsBytes() {
        return true;
    }

    /// Whether it is told on the exchange's own threads, several at once: only for one that never waits and needs less
    /// time than handing a moment over would.
    default boolean isImmediate() {
        return false;
    }
}
