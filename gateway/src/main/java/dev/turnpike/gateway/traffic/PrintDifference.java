package dev.turnpike.gateway.traffic;

import dev.turnpike.gateway.traffic.Delta.Fingerprint.ToolPrint;
import dev.turnpike.gateway.traffic.Delta.ToolChange;
import dev.turnpike.gateway.traffic.Delta.ToolChange.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Compares the prints of two requests.
final class PrintDifference {
    private PrintDifference() {}

    /// How many at the beginning are the same.
    static int same(long[] before, long[] now) {
        int differs = Arrays.mismatch(before, now);
        return differs < 0 ? now.length : differs;
    }

    /// The places behind the common beginning whose print was not there before, each as often as it was.
    static List<Integer> fresh(long[] before, long[] now, int same) {
        if (same == now.length) {
            return List.of();
        }
        Map<Long, Integer> known = new HashMap<>();
        for (int i = same; i < before.length; i++) {
            known.merge(before[i], 1, Integer::sum);
        }
        List<Integer> fresh = new ArrayList<>();
        for (int i = same; i < now.length; i++) {
            int left = known.getOrDefault(now[i], 0);
            if (left == 0) {
                fresh.add(i);
            } else {
                known.put(now[i], left - 1);
            }
        }
        return fresh;
    }

    /// The places that do not hold the same.
    static List<Integer> places(long[] before, long[] now) {
        if (Arrays.equals(before, now)) {
            return List.of();
        }
        return IntStream.range(0, Math.max(before.length, now.length))
                .filter(i -> i >= before.length || i >= now.length || before[i] != now[i])
                .boxed()
                .toList();
    }

    static List<ToolChange> tools(List<ToolPrint> before, List<ToolPrint> now) {
        if (before.equals(now)) {
            return List.of();
        }
        Map<String, ToolPrint> old = byName(before);
        Map<String, ToolPrint> current = byName(now);
        List<String> kept = old.keySet().stream().filter(current::containsKey).toList();
        List<ToolChange> changes = new ArrayList<>();
        int place = 0;
        for (ToolPrint tool : current.values()) {
            ToolPrint was = old.get(tool.name());
            if (was == null) {
                changes.add(new ToolChange(tool.name(), Kind.ADDED, tool.deferred()));
                continue;
            }
            boolean deferred = tool.deferred() && was.deferred();
            if (was.print() != tool.print()) {
                changes.add(new ToolChange(tool.name(), Kind.CHANGED, deferred));
            } else if (!kept.get(place).equals(tool.name())) {
                changes.add(new ToolChange(tool.name(), Kind.MOVED, deferred));
            }
            place++;
        }
        old.values().stream()
                .filter(tool -> !current.containsKey(tool.name()))
                .forEach(tool -> changes.add(new ToolChange(tool.name(), Kind.REMOVED, tool.deferred())));
        return changes;
    }

    private static Map<String, ToolPrint> byName(List<ToolPrint> tools) {
        Map<String, ToolPrint> named = new LinkedHashMap<>();
        tools.forEach(tool -> named.put(tool.name(), tool));
        return named;
    }
}
