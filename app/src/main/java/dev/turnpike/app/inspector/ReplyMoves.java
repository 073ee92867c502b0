package dev.turnpike.app.inspector;

import dev.turnpike.app.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How an answer of chat/completions hangs together with the message that was made of it. What is not certain is not
/// joined.
final class ReplyMoves {
    private static final JsonPath SAID = JsonPath.of("choices", "0", "message");
    private static final JsonPath CONTENT = JsonPath.of("content");
    private static final String INPUT = "input_tokens";
    private static final JsonPath USAGE = JsonPath.of("usage");

    private final JsonRow answered;
    private final JsonRow told;
    private final List<JsonRow> blocks;
    private final List<Move> moves = new ArrayList<>();
    private final List<Join> others = new ArrayList<>();

    private ReplyMoves(JsonRow answered, JsonRow told) {
        this.answered = answered;
        this.told = told;
        blocks = told.at(CONTENT).map(JsonRow::children).orElse(List.of());
    }

    /// @param answered the upstream's answer, whole
    /// @param told the message that left for the client, whole
    /// @param over nothing more will come
    static Moves ofChat(JsonRow answered, JsonRow told, boolean over) {
        ReplyMoves found = new ReplyMoves(answered, told);
        found.texts("reasoning_content", "thinking", "traffic.translation.because.thinking");
        found.texts("reasoning", "thinking", "traffic.translation.because.thinking");
        found.texts("content", "text", "traffic.translation.because.content");
        found.calls();
        found.reason();
        found.usage(over);
        found.signatures();
        found.kept("id");
        found.kept("model");
        found.error();
        return new Moves(found.moves, found.others);
    }

    /// The same of an answer that was a message already: what both hold and say differently.
    static Moves ofMessage(JsonRow answered, JsonRow told) {
        List<Join> joins = new ArrayList<>();
        for (JsonRow row : answered.isBranch() ? answered.children() : List.<JsonRow>of()) {
            boolean differs =
                    told.at(row.name()).filter(other -> !other.saysTheSame(row)).isPresent();
            if (differs) {
                joins.add(Join.between(Change.CARRIED, JsonPath.of(row.name()), JsonPath.of(row.name())));
            }
        }
        return new Moves(List.of(), joins);
    }

    private void add(Change change, JsonPath from, JsonPath to, String goal, String reason) {
        moves.add(new Move(change, from.text(), goal, Text.of(reason), List.of(Join.between(change, from, to))));
    }

    private void texts(String from, String type, String reason) {
        JsonPath path = SAID.child(from);
        String words = answered.at(path).map(JsonRow::text).orElse("");
        for (int i = 0; i < blocks.size() && !words.isEmpty(); i++) {
            String block = blocks.get(i).at(type).map(JsonRow::text).orElse("");
            // while it grows, one side may be ahead of the other
            if (!block.isEmpty() && (words.startsWith(block) || block.startsWith(words))) {
                JsonPath to = CONTENT.child(i).child(type);
                add(Change.RENAMED, path, to, to.text(), reason);
                return;
            }
        }
    }

    private void calls() {
        JsonPath all = SAID.child("tool_calls");
        List<JsonRow> made = answered.at(all).map(JsonRow::children).orElse(List.of());
        List<Integer> uses = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            if (says(blocks.get(i), "type").equals("tool_use")) {
                uses.add(i);
            }
        }
        for (int i = 0; i < made.size(); i++) {
            int call = i;
            String id = says(made.get(i), "id");
            Optional<Integer> use = uses.stream()
                    .filter(at -> !id.isEmpty() && says(blocks.get(at), "id").equals(id))
                    .findFirst()
                    // ids that the client would not take are other ones; calls keep their order
                    .or(() -> uses.size() == made.size() ? Optional.of(uses.get(call)) : Optional.empty());
            use.ifPresent(at -> add(
                    Change.RENAMED,
                    all.child(call),
                    CONTENT.child(at),
                    Text.of("traffic.translation.call", CONTENT.child(at).text()),
                    "traffic.translation.because.call"));
        }
    }

    private static String says(JsonRow row, String name) {
        return row.at(name).map(JsonRow::text).orElse("");
    }

    private void reason() {
        JsonPath from = JsonPath.of("choices", "0", "finish_reason");
        String to = says(told, "stop_reason");
        if (!answered.at(from).map(JsonRow::text).orElse("").isEmpty() && !to.isEmpty()) {
            add(
                    Change.RENAMED,
                    from,
                    JsonPath.of("stop_reason"),
                    "stop_reason: " + to,
                    "traffic.translation.because.reason");
        }
    }

    private void usage(boolean over) {
        usage(USAGE.child("prompt_tokens"), INPUT);
        usage(USAGE.child("completion_tokens"), "output_tokens");
        usage(USAGE.child("prompt_tokens_details").child("cached_tokens"), "cache_read_input_tokens");
        if (over
                && answered.at(USAGE).filter(JsonRow::isBranch).isEmpty()
                && told.at(USAGE).isPresent()) {
            moves.add(new Move(
                    Change.ADDED,
                    USAGE.text(),
                    "",
                    Text.of("traffic.translation.because.estimate"),
                    List.of(new Join(Change.ADDED, Optional.empty(), Optional.of(USAGE)))));
        }
    }

    private void usage(JsonPath from, String name) {
        JsonPath to = USAGE.child(name);
        Optional<JsonRow> before = answered.at(from).filter(ReplyMoves::isNumber);
        Optional<JsonRow> after = told.at(to).filter(ReplyMoves::isNumber);
        if (before.isEmpty() || after.isEmpty()) {
            return;
        }
        if (before.get().saysTheSame(after.get())) {
            add(Change.RENAMED, from, to, to.text(), "traffic.translation.because.tokens");
        } else if (name.equals(INPUT) && isWithoutCached(before.get(), after.get())) {
            add(Change.APPROXIMATED, from, to, to.text(), "traffic.translation.because.uncached");
        }
    }

    private static boolean isNumber(JsonRow row) {
        return row.kind() == JsonRow.Kind.NUMBER;
    }

    /// What the client is told to be read from the cache is what is missing in the other number.
    private boolean isWithoutCached(JsonRow before, JsonRow after) {
        long cached =
                number(USAGE.child("cache_read_input_tokens")) + number(USAGE.child("cache_creation_input_tokens"));
        return before.number() == after.number() + cached;
    }

    private long number(JsonPath path) {
        return told.at(path).map(JsonRow::number).orElse(0L);
    }

    private void signatures() {
        for (int i = 0; i < blocks.size(); i++) {
            if (!says(blocks.get(i), "signature").isEmpty()) {
                JsonPath to = CONTENT.child(i).child("signature");
                moves.add(new Move(
                        Change.ADDED,
                        to.text(),
                        "",
                        Text.of("traffic.translation.because.signature"),
                        List.of(new Join(Change.ADDED, Optional.empty(), Optional.of(to)))));
            }
        }
    }

    private void kept(String name) {
        if (!says(answered, name).isEmpty() && !says(told, name).isEmpty()) {
            others.add(Join.between(Change.RENAMED, JsonPath.of(name), JsonPath.of(name)));
        }
    }

    private void error() {
        JsonPath words = JsonPath.of("error", "message");
        String before = answered.at(words).map(JsonRow::text).orElse("");
        String after = told.at(words).map(JsonRow::text).orElse("");
        if (!before.isEmpty() && after.contains(before)) {
            others.add(Join.between(Change.CARRIED, words, words));
        }
    }
}
