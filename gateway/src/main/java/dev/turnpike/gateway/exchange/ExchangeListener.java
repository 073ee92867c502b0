package dev.turnpike.gateway.exchange;

/// Observes exchanges. Called on a thread of its own behind the exchange: it may be slow or throw without anybody
/// noticing.
@FunctionalInterface
public interface ExchangeListener {
    void on(Moment moment);

    /// Whether it wants [Moment.EventPassed], by far the most frequent one.
    default boolean wantsBytes() {
        return true;
    }
}
