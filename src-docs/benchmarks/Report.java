import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// The tables, in Markdown.
final class Report {
    private static final String NOTHING = "-";

    private final List<Target> targets;
    private final Map<Scenario, Map<Target, Figures>> results;
    private final Target yardstick;

    /// @param results in the order of the tables
    Report(List<Target> targets, Map<Scenario, Map<Target, Figures>> results) {
        this.targets = targets;
        this.results = results;
        yardstick = targets.stream()
                .filter(target -> target.name().equals("nginx"))
                .findFirst()
                .orElse(targets.getFirst());
    }

    String text() {
        return "The numbers behind × are multiples of " + yardstick.name() + " in the same run.\n" + requests()
                + streams();
    }

    private String requests() {
        return table(
                "| scenario | target | p50 µs | × | p99 µs | requests/s | × | CPU µs a request | × | memory MB | bad |",
                false,
                (found, measure) -> cells(
                        time(found.latency()),
                        ratio(found, measure, Figures::latency),
                        time(found.latencyTail()),
                        time(found.rate()),
                        ratio(found, measure, Figures::rate),
                        time(found.processor()),
                        ratio(found, measure, Figures::processor),
                        time(found.memory()),
                        count(found.bad())));
    }

    private String streams() {
        return table(
                "| scenario | target | first delta p50 µs | × | delay p50 µs | × | delay p99 µs | deltas/s | CPU µs a delta | × | memory MB | bad |",
                true,
                (found, measure) -> cells(
                        time(found.first()),
                        ratio(found, measure, Figures::first),
                        time(found.delay()),
                        ratio(found, measure, Figures::delay),
                        time(found.delayTail()),
                        time(found.rate()),
                        time(found.processor()),
                        ratio(found, measure, Figures::processor),
                        time(found.memory()),
                        count(found.bad())));
    }

    private interface Row {
        String cells(Figures found, Figures measure);
    }

    private String table(String head, boolean streams, Row row) {
        String rule = head.replaceAll("[^|]+", "---");
        String lines = results.entrySet().stream()
                .filter(entry -> entry.getKey().isStream() == streams)
                .flatMap(entry -> targets.stream()
                        .map(target -> "| " + entry.getKey().title() + " | " + target.name() + " | "
                                + row.cells(
                                        entry.getValue().get(target),
                                        entry.getValue().get(yardstick))))
                .collect(Collectors.joining("\n"));
        return lines.isEmpty() ? "" : "\n" + head + "\n" + rule + "\n" + lines + "\n";
    }

    private static String cells(String... cells) {
        return String.join(" | ", cells) + " |";
    }

    private static String ratio(Figures found, Figures measure, ToDoubleFunction<Figures> figure) {
        double ratio = figure.applyAsDouble(found) / figure.applyAsDouble(measure);
        return Double.isFinite(ratio) ? String.format(Locale.ROOT, "%.2f", ratio) : NOTHING;
    }

    private static String time(double value) {
        if (!Double.isFinite(value)) {
            return NOTHING;
        }
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%,.0f", value);
    }

    private static String count(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }
}
