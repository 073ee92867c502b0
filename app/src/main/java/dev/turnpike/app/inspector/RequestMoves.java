package dev.turnpike.app.inspector;

import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.json.RawJson;
import dev.turnpike.gateway.translation.Adjustment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How a request hangs together with what was made of it: what the gateway told, and what can be seen in both bodies.
/// What is not certain is not joined.
final class RequestMoves {
    private static final String CACHE_CONTROL = "cache_control";
    private static final String SCHEMA = "input_schema";
    private static final String MESSAGES = "messages";
    private static final String UNANSWERED = "messages[tool ";
    private static final Set<String> MARKED = Set.of("system", "tools", MESSAGES, "content", "source");

    private final JsonRow asked;
    private final JsonRow sent;
    private final List<Adjustment> adjustments;
    private final boolean chat;
    private final Map<String, String> renamed;
    private final SentCalls calls;
    private final SentTools tools;
    private final Set<String> told = new HashSet<>();
    private final List<Move> moves = new ArrayList<>();
    private final List<Join> others = new ArrayList<>();
    private boolean marksTold;

    private RequestMoves(JsonRow asked, JsonRow sent, List<Adjustment> adjustments, boolean chat) {
        this.asked = asked;
        this.sent = sent;
        this.adjustments = adjustments;
        this.chat = chat;
        renamed = SentCalls.renamed(adjustments);
        calls = new SentCalls(asked, sent, renamed);
        Set<String> dropped = new HashSet<>();
        for (Adjustment adjustment : adjustments) {
            told.add(adjustment.path());
            if (adjustment instanceof Adjustment.Dropped(var path, var _)) {
                dropped.add(path);
            }
        }
        tools = new SentTools(asked, sent, renamed, dropped);
    }

    /// @param chat it was translated to chat/completions; else it is a Messages API request still
    static Moves of(JsonRow asked, JsonRow sent, List<Adjustment> adjustments, boolean chat) {
        RequestMoves found = new RequestMoves(asked, sent, adjustments, chat);
        found.adjustments();
        if (chat) {
            found.system();
            found.schemas();
            found.stops();
            found.choice();
            found.options();
        }
        found.models();
        if (found.both(MESSAGES)) {
            found.others.add(Join.between(Change.CARRIED, JsonPath.of(MESSAGES), JsonPath.of(MESSAGES)));
        }
        return new Moves(found.moves, found.others);
    }

    private void adjustments() {
        for (Adjustment adjustment : adjustments) {
            String path = adjustment.path();
            String reason = adjustment.reason();
            switch (adjustment) {
                case Adjustment.Renamed(var _, var to, var _) -> changed(Change.RENAMED, path, to, reason);
                case Adjustment.Approximated _ -> changed(Change.APPROXIMATED, path, "", reason);
                case Adjustment.Dropped _ -> dropped(path, reason);
                case Adjustment.Added _ -> added(path, reason);
            }
        }
    }

    private void changed(Change change, String path, String to, String reason) {
        JsonPath from = asked.deepest(JsonPath.parse(path));
        List<JsonPath> goals = goals(JsonPath.parse(path), to);
        List<Join> joins = new ArrayList<>();
        goals.forEach(goal -> joins.add(Join.between(change, from, goal)));
        if (joins.isEmpty()) {
            joins.add(new Join(change, Optional.of(from), Optional.empty()));
        }
        String words = to.isEmpty() ? words(path, goals) : to;
        moves.add(new Move(change, path, words, reason, joins));
    }

    private String words(String path, List<JsonPath> goals) {
        List<String> words = new ArrayList<>();
        for (JsonPath goal : goals) {
            boolean effort = goal.text().equals("reasoning_effort");
            String value = effort ? sent.at(goal).map(JsonRow::text).orElse("") : "";
            words.add(value.isEmpty() ? goal.text() : goal.text() + ": " + value);
        }
        String all = String.join(", ", words);
        return all.equals(path) ? "" : all;
    }

    /// Where it stands in what was sent.
    private List<JsonPath> goals(JsonPath path, String to) {
        List<JsonPath> goals =
                chat ? chatGoals(path, to) : path.steps().size() == 1 ? List.of(path) : List.<JsonPath>of();
        return goals.stream().filter(goal -> sent.at(goal).isPresent()).toList();
    }

    private List<JsonPath> chatGoals(JsonPath path, String to) {
        String first = path.steps().getFirst();
        return switch (path.text()) {
            case "thinking", "output_config.effort" -> List.of(JsonPath.of("reasoning_effort"));
            case "metadata.user_id" -> List.of(JsonPath.of("user"), JsonPath.of("prompt_cache_key"));
            case "output_config.format.schema" -> List.of(JsonPath.of("response_format", "json_schema", "schema"));
            case "max_tokens" -> List.of(JsonPath.of("max_completion_tokens"), JsonPath.of("max_tokens"));
            case "tool_choice.name" -> List.of(JsonPath.of("tool_choice", "function", "name"));
            default ->
                (first.equals("tools")
                                ? tools.place(path)
                                : first.equals(MESSAGES) ? message(path, to) : Optional.<JsonPath>empty())
                        .stream().toList();
        };
    }

    private Optional<JsonPath> message(JsonPath path, String to) {
        Optional<JsonPath> place = calls.place(path);
        if (!to.isEmpty()) {
            return place.filter(
                    goal -> sent.at(goal).map(JsonRow::text).orElse("").equals(to));
        }
        boolean thought = place.isPresent() && place.get().steps().getLast().equals("reasoning_content");
        String words =
                thought ? asked.at(path.child("thinking")).map(JsonRow::text).orElse("") : "";
        // a signature that is sent with its call is a thinking block, too
        return place.filter(goal -> !thought
                || (!words.isBlank()
                        && sent.at(goal).map(JsonRow::text).orElse("").contains(words)));
    }

    private void dropped(String path, String reason) {
        if (path.equals(CACHE_CONTROL) && !marksTold) {
            marksTold = true;
            List<JsonPath> marks = marks();
            marks.forEach(mark -> moves.add(new Move(Change.DROPPED, path, "", reason, List.of(lost(mark)))));
            if (!marks.isEmpty()) {
                return;
            }
        }
        JsonPath from = asked.deepest(JsonPath.parse(path));
        moves.add(new Move(Change.DROPPED, path, "", reason, from.isRoot() ? List.of() : List.of(lost(from))));
    }

    private static Join lost(JsonPath from) {
        return new Join(Change.DROPPED, Optional.of(from), Optional.empty());
    }

    /// Where the marks for the cache stand, of which the gateway tells no places.
    private List<JsonPath> marks() {
        List<JsonPath> marks = new ArrayList<>();
        asked.fields(MARKED, (path, value) -> {
            boolean mark = path.steps().size() > 1 && path.steps().getLast().equals(CACHE_CONTROL);
            if (mark && !isNull(value)) {
                marks.add(path);
            }
        });
        return marks;
    }

    private static boolean isNull(RawJson value) {
        return value.text().equals("null");
    }

    private void added(String path, String reason) {
        JsonPath to = place(path);
        List<Join> joins = to.isRoot() ? List.of() : List.of(new Join(Change.ADDED, Optional.empty(), Optional.of(to)));
        moves.add(new Move(Change.ADDED, path, "", reason, joins));
    }

    private JsonPath place(String path) {
        JsonPath way = JsonPath.parse(path);
        if (!chat || !way.steps().getFirst().equals(MESSAGES)) {
            return sent.deepest(way);
        }
        // positions are those of the client's messages, which are not those of the upstream's
        JsonPath all = JsonPath.of(MESSAGES);
        Optional<JsonPath> found = path.startsWith(UNANSWERED)
                ? calls.result(path.substring(UNANSWERED.length(), path.length() - 1))
                : way.steps().size() == 2 ? calls.reasoning(way) : Optional.empty();
        return found.filter(goal -> sent.at(goal).isPresent()).orElse(all);
    }

    private void system() {
        JsonPath goal = JsonPath.of(MESSAGES, "0");
        boolean first =
                sent.at(goal.child("role")).map(JsonRow::text).orElse("").equals("system");
        String said = sent.at(goal.child("content")).map(JsonRow::text).orElse("");
        if (first && asked.at("system").filter(system -> isSaid(system, said)).isPresent()) {
            moves.add(new Move(
                    Change.RENAMED,
                    "system",
                    Text.of("traffic.translation.system", goal.text()),
                    Text.of("traffic.translation.because.system"),
                    List.of(Join.between(Change.RENAMED, JsonPath.of("system"), goal))));
        }
    }

    /// Whether one of its texts stands in what was sent.
    private static boolean isSaid(JsonRow system, String said) {
        List<JsonRow> blocks = system.isBranch() ? system.children() : List.of();
        String whole = system.text();
        return (!whole.isBlank() && said.contains(whole))
                || blocks.stream()
                        .map(block -> block.at("text").map(JsonRow::text).orElse(""))
                        .anyMatch(text -> !text.isBlank() && said.contains(text));
    }

    private void schemas() {
        List<JsonRow> all = asked.at("tools").map(JsonRow::children).orElse(List.of());
        for (int i = 0; i < all.size(); i++) {
            JsonPath schema = JsonPath.of("tools").child(i).child(SCHEMA);
            Optional<JsonPath> goal =
                    tools.place(schema).filter(to -> sent.at(to).isPresent());
            if (goal.isPresent() && asked.at(schema).isPresent() && !told.contains(schema.text())) {
                moves.add(new Move(
                        Change.RENAMED,
                        schema.text(),
                        goal.get().text(),
                        Text.of("traffic.translation.because.schema"),
                        List.of(Join.between(Change.RENAMED, schema, goal.get()))));
            }
        }
    }

    private void stops() {
        renamed("stop_sequences", JsonPath.of("stop"), "traffic.translation.because.stop");
    }

    private void renamed(String from, JsonPath to, String reason) {
        JsonPath way = JsonPath.parse(from);
        if (asked.at(way).isPresent() && sent.at(to).isPresent()) {
            moves.add(new Move(
                    Change.RENAMED, from, to.text(), Text.of(reason), List.of(Join.between(Change.RENAMED, way, to))));
        }
    }

    private void choice() {
        renamed(
                "tool_choice.disable_parallel_tool_use",
                JsonPath.of("parallel_tool_calls"),
                "traffic.translation.because.parallel");
        if (both("tool_choice")) {
            others.add(Join.between(Change.RENAMED, JsonPath.of("tool_choice"), JsonPath.of("tool_choice")));
        }
        if (!told.contains("output_config.format.schema")) {
            renamed("output_config.format", JsonPath.of("response_format"), "traffic.translation.because.format");
        }
    }

    private void options() {
        JsonPath usage = JsonPath.of("stream_options", "include_usage");
        if (sent.at(usage).isPresent() && asked.at(usage).isEmpty()) {
            moves.add(new Move(
                    Change.ADDED,
                    usage.text(),
                    "",
                    Text.of("traffic.translation.because.usage"),
                    List.of(new Join(Change.ADDED, Optional.empty(), Optional.of(usage)))));
        }
    }

    private void models() {
        JsonPath model = JsonPath.of("model");
        Optional<JsonRow> named = sent.at(model);
        if (named.isPresent()
                && asked.at(model).isPresent()
                && !asked.at(model).get().saysTheSame(named.get())) {
            others.add(Join.between(Change.RENAMED, model, model));
        }
    }

    private boolean both(String name) {
        return asked.at(name).isPresent() && sent.at(name).isPresent();
    }
}
