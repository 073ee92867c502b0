package dev.turnpike.app.inspector;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What is different between two values of JSON, by structure: fields by their names, elements of an array by what is
/// the same before and behind them.
final class JsonDifference {
    private static final int MOST_ALIGNED = 1_000_000;

    private final List<Change> changes = new ArrayList<>();
    private int same;

    private JsonDifference() {}

    /// One difference. Its path is such as `messages[3].content[0].text`: of an element in the second value, but
    /// for one that was removed.
    sealed interface Change {
        String path();

        /// Only the second value has it.
        record Added(String path, JsonNode value) implements Change {}

        /// Only the first value has it.
        record Removed(String path, JsonNode value) implements Change {}

        /// Both have it.
        record Changed(String path, JsonNode before, JsonNode after) implements Change {}
    }

    /// The differences in the order of the second value, and how many values are the same in both.
    ///
    /// @param same fields and elements that were not looked into, as they are equal
    record Result(List<Change> changes, int same) {
        Result {
            changes = List.copyOf(changes);
        }
    }

    static Result between(JsonNode before, JsonNode after) {
        JsonDifference difference = new JsonDifference();
        difference.compare("", before, after);
        return new Result(difference.changes, difference.same);
    }

    private void compare(String path, JsonNode before, JsonNode after) {
        if (before.equals(after)) {
            same++;
        } else if (before instanceof ObjectNode one && after instanceof ObjectNode other) {
            objects(path, one, other);
        } else if (before instanceof ArrayNode one && after instanceof ArrayNode other) {
            arrays(path, one, other);
        } else if (before instanceof ArrayNode one && isContent(path) && after.isString()) {
            arrays(path, one, blocks(after));
        } else if (after instanceof ArrayNode other && isContent(path) && before.isString()) {
            arrays(path, blocks(before), other);
        } else {
            changes.add(new Change.Changed(path, before, after));
        }
    }

    /// A message may say one text as a string or as a block: to the model it is the same.
    private static boolean isContent(String path) {
        return path.endsWith("].content");
    }

    private static ArrayNode blocks(JsonNode text) {
        ArrayNode blocks = JsonNodeFactory.instance.arrayNode();
        blocks.addObject().put("type", "text").set("text", text);
        return blocks;
    }

    private void objects(String path, ObjectNode before, ObjectNode after) {
        Set<String> names = new LinkedHashSet<>(after.propertyNames());
        names.addAll(before.propertyNames());
        for (String name : names) {
            String inner = path.isEmpty() ? name : path + "." + name;
            JsonNode old = before.get(name);
            JsonNode now = after.get(name);
            if (old == null) {
                changes.add(new Change.Added(inner, now));
            } else if (now == null) {
                changes.add(new Change.Removed(inner, old));
            } else {
                compare(inner, old, now);
            }
        }
    }

    private void arrays(String path, ArrayNode before, ArrayNode after) {
        CommonEnds ends = CommonEnds.of(
                before.size(), after.size(), (b, a) -> before.get(b).equals(after.get(a)));
        int from = ends.head();
        int tail = ends.tail();
        same += from + tail;
        aligned(path, before, from, before.size() - tail, after, from, after.size() - tail);
    }

    /// What stands between the same beginning and the same end: elements that are equal in the same order stay, of the
    /// others as many as there are on both sides changed.
    private void aligned(String path, ArrayNode before, int b, int bEnd, ArrayNode after, int a, int aEnd) {
        boolean[][] kept = kept(before, b, bEnd, after, a, aEnd);
        int old = b;
        int now = a;
        while (old < bEnd || now < aEnd) {
            if (old < bEnd && now < aEnd && kept[0][old - b] && kept[1][now - a]) {
                same++;
                old++;
                now++;
            } else if (old < bEnd && !kept[0][old - b] && now < aEnd && !kept[1][now - a]) {
                compare(path + "[" + now + "]", before.get(old), after.get(now));
                old++;
                now++;
            } else if (old < bEnd && !kept[0][old - b]) {
                changes.add(new Change.Removed(path + "[" + old + "]", before.get(old)));
                old++;
            } else {
                changes.add(new Change.Added(path + "[" + now + "]", after.get(now)));
                now++;
            }
        }
    }

    /// Which elements belong to the longest common sequence; none where that would take too long.
    private static boolean[][] kept(ArrayNode before, int b, int bEnd, ArrayNode after, int a, int aEnd) {
        int m = bEnd - b;
        int n = aEnd - a;
        boolean[][] kept = {new boolean[m], new boolean[n]};
        if ((long) m * n > MOST_ALIGNED) {
            return kept;
        }
        int[][] longest = new int[m + 1][n + 1];
        for (int i = m - 1; i >= 0; i--) {
            for (int j = n - 1; j >= 0; j--) {
                longest[i][j] = before.get(b + i).equals(after.get(a + j))
                        ? longest[i + 1][j + 1] + 1
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < m && j < n) {
            if (before.get(b + i).equals(after.get(a + j))) {
                kept[0][i++] = true;
                kept[1][j++] = true;
            } else if (longest[i + 1][j] >= longest[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return kept;
    }
}
