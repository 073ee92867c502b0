package dev.turnpike.testing;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/// JSON as text, in all its spellings: white space, escapes, big numbers, letters of every width.
public final class RandomJson {
    private RandomJson() {}

    public static Arbitrary<String> spaces() {
        return Arbitraries.of("", "", " ", "\n", "\r\n\t ");
    }

    public static Arbitrary<String> strings() {
        return Arbitraries.of(
                        "a",
                        "model",
                        "\\\"",
                        "\\\\",
                        "\\u00e9",
                        "\\ud83d\\ude00",
                        "é",
                        "€",
                        "😀",
                        "{",
                        "}",
                        "[",
                        ":",
                        ",",
                        "\\n",
                        "/",
                        " ")
                .list()
                .ofMaxSize(6)
                .map(parts -> "\"" + String.join("", parts) + "\"");
    }

    public static Arbitrary<String> values() {
        return nested(3);
    }

    private static Arbitrary<String> nested(int depth) {
        Arbitrary<String> scalars = Arbitraries.oneOf(
                strings(),
                Arbitraries.of("true", "false", "null", "0", "-1.50", "1e400", "12345678901234567890123", "1.10"));
        if (depth == 0) {
            return scalars;
        }
        Arbitrary<String> inner = nested(depth - 1);
        Arbitrary<String> arrays = Combinators.combine(inner.list().ofMaxSize(3), spaces())
                .as((items, space) -> "[" + space + String.join(space + "," + space, items) + space + "]");
        Arbitrary<String> fields = Combinators.combine(strings(), spaces(), inner)
                .as((name, space, value) -> name + space + ":" + space + value);
        Arbitrary<String> objects = Combinators.combine(fields.list().ofMaxSize(3), spaces())
                .as((all, space) -> "{" + space + String.join(space + "," + space, all) + space + "}");
        return Arbitraries.oneOf(List.of(scalars, arrays, objects));
    }
}
