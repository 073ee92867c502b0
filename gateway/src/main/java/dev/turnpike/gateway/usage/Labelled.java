package dev.turnpike.gateway.usage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// One counter for each set of labels. There is a bound: sets beyond it are counted under `model="other"`,
/// since what a client asks for may be anything.
final class Labelled<C> {
    private static final int MOST = 200;
    private static final int LONGEST = 128;
    private static final String MODEL = "model";
    private static final String OTHER = "other";

    private final List<String> names;
    private final Supplier<C> fresh;
    private final Map<List<String>, C> counters = new ConcurrentHashMap<>();

    /// @param names of the labels
    Labelled(Supplier<C> fresh, String... names) {
        this.fresh = fresh;
        this.names = List.of(names);
    }

    /// A name as a label: `other` for one that is too long to be one, or holds what UTF-8 cannot tell apart.
    static String name(String name) {
        boolean odd = name.length() > LONGEST || name.chars().anyMatch(c -> Character.isSurrogate((char) c));
        return odd ? OTHER : name;
    }

    List<String> names() {
        return names;
    }

    /// @param values of the labels, in the order of their names
    C of(String... values) {
        List<String> labels = List.of(values);
        C there = counters.get(labels);
        if (there != null) {
            return there;
        }
        return counters.computeIfAbsent(counters.size() < MOST ? labels : bounded(labels), _ -> fresh.get());
    }

    private List<String> bounded(List<String> labels) {
        int model = names.indexOf(MODEL);
        if (model < 0) {
            return labels;
        }
        List<String> other = new ArrayList<>(labels);
        other.set(model, OTHER);
        return List.copyOf(other);
    }

    /// All of them, in the order of their labels.
    Map<List<String>, C> sorted() {
        Map<List<String>, C> sorted = new TreeMap<>((one, other) -> {
            int order = 0;
            for (int i = 0; i < names.size() && order == 0; i++) {
                order = one.get(i).compareTo(other.get(i));
            }
            return order;
        });
        sorted.putAll(counters);
        return sorted;
    }
}
