package dev.turnpike.gateway.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/// JSON as many programs and people write it: any tree in any of their layouts.
record WrittenJson(Map<String, Object> tree, String text) {

    static Arbitrary<WrittenJson> any() {
        Arbitrary<Layout> layouts = Arbitraries.of(
                new Layout("\n", "  ", ": ", ", "),
                new Layout("\n", "    ", ": ", ", "),
                new Layout("\r\n", "\t", ": ", ", "),
                new Layout("\n", "", ":", ","),
                new Layout("", "", ":", ","),
                new Layout("", "", ": ", ", "));
        return Combinators.combine(
                        objects(), layouts, Arbitraries.of("", "\uFEFF"), Arbitraries.of("", "\n", "\r\n\r\n"))
                .as((tree, layout, mark, end) -> new WrittenJson(tree, mark + layout.of(tree, 0) + end));
    }

    private static Arbitrary<Map<String, Object>> objects() {
        return Arbitraries.maps(names(), values(2)).ofMaxSize(5);
    }

    private static Arbitrary<Object> values(int depth) {
        Arbitrary<Object> leaves = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(6).asGeneric(),
                Arbitraries.integers().asGeneric(),
                Arbitraries.of(true, false).asGeneric());
        if (depth == 0) {
            return leaves;
        }
        Arbitrary<Object> inner = Arbitraries.lazy(() -> values(depth - 1));
        return Arbitraries.oneOf(
                leaves,
                Arbitraries.maps(names(), inner).ofMaxSize(3).asGeneric(),
                inner.list().ofMaxSize(3).asGeneric());
    }

    private static Arbitrary<String> names() {
        return Arbitraries.strings().withChars("abc/~\" é").ofMinLength(1).ofMaxLength(3);
    }

    private record Layout(String newline, String step, String colon, String comma) {
        String of(Object value, int depth) {
            return switch (value) {
                case String s -> JsonDocument.quoted(s);
                case Map<?, ?> map -> {
                    List<String> entries = new ArrayList<>();
                    map.forEach((k, v) -> entries.add(JsonDocument.quoted((String) k) + colon + of(v, depth + 1)));
                    yield "{" + joined(entries, depth) + "}";
                }
                case List<?> list ->
                    "[" + joined(list.stream().map(v -> of(v, depth + 1)).toList(), depth) + "]";
                default -> value.toString();
            };
        }

        private String joined(List<String> entries, int depth) {
            if (entries.isEmpty() || newline.isEmpty()) {
                return String.join(comma, entries);
            }
            String inner = newline + step.repeat(depth + 1);
            return inner + String.join("," + inner, entries) + newline + step.repeat(depth);
        }
    }
}
