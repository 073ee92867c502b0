package dev.turnpike.app.agent.doctor;

/// How long a look takes.
///
/// @param begun on the clock of `System.nanoTime`
public record Stopwatch(long begun) {
    /// One that runs from now on.
    public static Stopwatch start() {
        return new Stopwatch(System.nanoTime());
    }

    /// The time since then.
    public long millis() {
        return (System.nanoTime() - begun) / 1_000_000;
    }
}
