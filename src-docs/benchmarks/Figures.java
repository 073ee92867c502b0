import java.util.List;
import java.util.function.ToDoubleFunction;

/// What one measurement found. Times are microseconds; NaN is what could not be found.
///
/// @param first from asking to the first delta
/// @param delay from a delta's leaving the server to its arrival
/// @param rate requests a second, of streams deltas a second
/// @param processor processor time of the target for each request, of streams for each delta
/// @param memory megabytes
record Figures(
        double latency,
        double latencyTail,
        double first,
        double delay,
        double delayTail,
        double rate,
        double processor,
        double memory,
        double bad) {
    /// The middle of several rounds; of memory the first, since a program may keep what it once had; of bad
    /// answers all.
    static Figures middle(List<Figures> rounds) {
        return new Figures(
                middle(rounds, Figures::latency),
                middle(rounds, Figures::latencyTail),
                middle(rounds, Figures::first),
                middle(rounds, Figures::delay),
                middle(rounds, Figures::delayTail),
                middle(rounds, Figures::rate),
                middle(rounds, Figures::processor),
                rounds.getFirst().memory(),
                rounds.stream().mapToDouble(Figures::bad).sum());
    }

    private static double middle(List<Figures> rounds, ToDoubleFunction<Figures> figure) {
        double[] found = rounds.stream()
                .mapToDouble(figure)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        return found.length == 0 ? Double.NaN : (found[(found.length - 1) / 2] + found[found.length / 2]) / 2;
    }
}
