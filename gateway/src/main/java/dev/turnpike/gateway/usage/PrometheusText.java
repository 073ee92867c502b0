package dev.turnpike.gateway.usage;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/// Writes metrics in the text form of Prometheus, version 0.0.4.
final class PrometheusText {
    private final StringBuilder text = new StringBuilder(4_096);

    PrometheusText counters(String name, String help, Labelled<LongAdder> counters) {
        head(name, "counter", help);
        counters.sorted().forEach((values, count) -> sample(name, counters.names(), values, count.sum()));
        return this;
    }

    PrometheusText counter(String name, String help, long value) {
        head(name, "counter", help);
        sample(name, List.of(), List.of(), value);
        return this;
    }

    PrometheusText gauge(String name, String help, long value) {
        head(name, "gauge", help);
        sample(name, List.of(), List.of(), value);
        return this;
    }

    PrometheusText histograms(String name, String help, Labelled<LatencyCounter> counters) {
        head(name, "histogram", help);
        for (Map.Entry<List<String>, LatencyCounter> entry : counters.sorted().entrySet()) {
            histogram(name, counters.names(), entry.getKey(), entry.getValue().now());
        }
        return this;
    }

    private void histogram(String name, List<String> names, List<String> values, LatencyHistogram histogram) {
        long count = 0;
        for (int range = 0; range < LatencyHistogram.RANGES; range++) {
            count += histogram.countIn(range);
            double bound = LatencyHistogram.bound(range);
            text.append(name).append("_bucket");
            labels(names, values, Double.isInfinite(bound) ? "+Inf" : Double.toString(bound));
            text.append(' ').append(count).append('\n');
        }
        text.append(name).append("_sum");
        labels(names, values, "");
        text.append(' ').append(histogram.sum().toNanos() / 1e9).append('\n');
        sample(name + "_count", names, values, count);
    }

    private void head(String name, String type, String help) {
        text.append("# HELP ").append(name).append(' ');
        escape(help, false);
        text.append("\n# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private void sample(String name, List<String> names, List<String> values, long value) {
        text.append(name);
        labels(names, values, "");
        text.append(' ').append(value).append('\n');
    }

    private void labels(List<String> names, List<String> values, String bound) {
        char before = '{';
        for (int i = 0; i < names.size(); i++) {
            text.append(before).append(names.get(i)).append("=\"");
            escape(values.get(i), true);
            text.append('"');
            before = ',';
        }
        if (!bound.isEmpty()) {
            text.append(before).append("le=\"").append(bound).append('"');
            before = ',';
        }
        if (before == ',') {
            text.append('}');
        }
    }

    private void escape(String words, boolean quoted) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '"' -> text.append(quoted ? "\\\"" : "\"");
                default -> text.append(c);
            }
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
