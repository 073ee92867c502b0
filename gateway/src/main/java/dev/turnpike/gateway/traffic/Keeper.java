package dev.turnpike.gateway.traffic;

/// Keeps exchanges that are over. Takes them without waiting, on the thread of the [Recorder].
@FunctionalInterface
public interface Keeper {
    /// Keeps nothing.
    Keeper NOBODY = ended -> {};

    void keep(Ended ended);
}
