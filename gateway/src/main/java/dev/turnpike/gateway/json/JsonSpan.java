package dev.turnpike.gateway.json;

import java.util.List;
import java.util.OptionalInt;

/// One value of a JSON text as the place where it stands: from `start` to just before `end`.
sealed interface JsonSpan {
    int start();

    int end();

    /// A string, number, `true`, `false` or `null`.
    record Leaf(int start, int end) implements JsonSpan {}

    record Items(int start, int end, List<JsonSpan> elements) implements JsonSpan {}

    record Fields(int start, int end, List<Member> members) implements JsonSpan {
        OptionalInt position(String name) {
            for (int i = 0; i < members.size(); i++) {
                if (members.get(i).name().equals(name)) {
                    return OptionalInt.of(i);
                }
            }
            return OptionalInt.empty();
        }
    }

    /// A name and its value; `start` is where the quoted name begins, `afterName` is just behind it.
    record Member(int start, int afterName, String name, JsonSpan value) {}
}
