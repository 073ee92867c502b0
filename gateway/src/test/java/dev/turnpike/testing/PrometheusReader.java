package dev.turnpike.testing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the text form of Prometheus 0.0.4, and refuses whatever a strict reader might.
public final class PrometheusReader {
    private static final Pattern HELP =
            Pattern.compile("# HELP ([a-zA-Z_:][a-zA-Z0-9_:]*) (([^\\\\]|\\\\\\\\|\\\\n)*)");
    private static final Pattern TYPE = Pattern.compile("# TYPE ([a-zA-Z_:][a-zA-Z0-9_:]*) (counter|gauge|histogram)");
    private static final Pattern SAMPLE =
            Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)\\})? ([0-9.eE+-]+|\\+Inf|NaN)");
    private static final Pattern LABEL =
            Pattern.compile("\\G([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\\\\\"]|\\\\\\\\|\\\\\"|\\\\n)*)\"(,|$)");

    private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");

    private final Map<String, Double> samples = new LinkedHashMap<>();
    private final Map<String, String> types = new LinkedHashMap<>();
    private final Set<String> helped = new HashSet<>();
    private String family = "";

    private PrometheusReader() {}

    /// Reads all of it.
    ///
    /// @throws AssertionError where it is no such text
    public static PrometheusReader read(String text) {
        PrometheusReader reader = new PrometheusReader();
        require(text.endsWith("\n"), "no line end at the end", text);
        for (String line : text.substring(0, text.length() - 1).split("\n", -1)) {
            reader.line(line);
        }
        reader.types.forEach((name, type) -> {
            if (type.equals("histogram")) {
                reader.histogram(name);
            }
        });
        return reader;
    }

    /// The value of a series, written with its labels in their order: `up{job="x"}`.
    public Optional<Double> value(String series) {
        return Optional.ofNullable(samples.get(series));
    }

    /// All series of that name.
    public List<String> series(String name) {
        return samples.keySet().stream()
                .filter(series -> series.equals(name) || series.startsWith(name + "{"))
                .toList();
    }

    public Map<String, String> types() {
        return types;
    }

    private void line(String line) {
        Matcher help = HELP.matcher(line);
        Matcher type = TYPE.matcher(line);
        Matcher sample = SAMPLE.matcher(line);
        if (help.matches()) {
            require(helped.add(help.group(1)), "a second HELP", line);
            family = help.group(1);
        } else if (type.matches()) {
            require(type.group(1).equals(family), "TYPE does not follow HELP", line);
            require(types.put(type.group(1), type.group(2)) == null, "a second TYPE", line);
        } else {
            require(sample.matches(), "no sample", line);
            sample(line, sample);
        }
    }

    private void sample(String line, Matcher sample) {
        String name = sample.group(1);
        boolean histogram = "histogram".equals(types.get(family));
        require(
                histogram ? name.matches(family + "_(bucket|sum|count)") : name.equals(family),
                "not of the family " + family,
                line);
        Map<String, String> labels = labels(sample.group(2), line);
        String series = name + (labels.isEmpty() ? "" : labels.toString());
        require(samples.put(series, Double.parseDouble(sample.group(3))) == null, "stands there twice", line);
        require(!"counter".equals(types.get(family)) || name.endsWith("_total"), "a counter ends with _total", line);
    }

    private static Map<String, String> labels(String text, String line) {
        Map<String, String> labels = new LinkedHashMap<>();
        if (text == null) {
            return labels;
        }
        Matcher label = LABEL.matcher(text);
        int end = 0;
        while (end < text.length() && label.find(end)) {
            String value = ESCAPE.matcher(label.group(2))
                    .replaceAll(
                            escape -> Matcher.quoteReplacement(escape.group(1).equals("n") ? "\n" : escape.group(1)));
            require(labels.put(label.group(1), value) == null, "a label twice", line);
            end = label.end();
        }
        require(end == text.length() && !text.isEmpty(), "labels end in the middle", line);
        return labels;
    }

    /// Buckets grow, the last one is endless and counts as much as the count.
    private void histogram(String name) {
        Map<String, List<Map.Entry<Double, Double>>> buckets = new TreeMap<>();
        for (String series : series(name + "_bucket")) {
            Matcher bound = Pattern.compile("(, )?le=([^,}]+)").matcher(series);
            require(bound.find(), "a bucket without a bound", series);
            String rest = bound.replaceFirst("")
                    .substring(name.length() + "_bucket".length())
                    .replace("{}", "");
            double le = bound.group(2).equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(bound.group(2));
            buckets.computeIfAbsent(rest, _ -> new ArrayList<>()).add(Map.entry(le, samples.get(series)));
        }
        buckets.forEach((labels, all) -> {
            for (int i = 1; i < all.size(); i++) {
                require(all.get(i).getKey() > all.get(i - 1).getKey(), "bounds do not grow", name);
                require(all.get(i).getValue() >= all.get(i - 1).getValue(), "buckets shrink", name);
            }
            require(Double.isInfinite(all.getLast().getKey()), "no endless bucket", name);
            require(all.getLast().getValue().equals(samples.get(name + "_count" + labels)), "another count", name);
            require(samples.containsKey(name + "_sum" + labels), "no sum", name);
        });
    }

    private static void require(boolean holds, String what, String line) {
        if (!holds) {
            throw new AssertionError(what + ": " + line);
        }
    }
}
