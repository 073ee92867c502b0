package dev.turnpike.app.inspector;

import dev.turnpike.app.look.DiffLine.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The input of a tool call as lines for people, however far it has come.
///
/// @param target what the tool is called on, empty where no field says so
record CallInput(String target, List<Line> lines) {
    private static final List<String> TARGETS =
            List.of("file_path", "notebook_path", "path", "pattern", "url", "query", "description");
    private static final int LONGEST = 500;

    /// One line, and whether a file gains or loses it.
    record Line(Change change, String text) {}

    static CallInput of(String json) {
        Map<String, String> fields = PartialJson.fields(json);
        String target = TARGETS.stream()
                .map(name -> fields.getOrDefault(name, ""))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        List<Line> lines = new ArrayList<>();
        if (fields.containsKey("old_string")) {
            diff(fields.get("old_string"), fields.get("new_string"), lines);
        } else {
            fields.forEach((name, value) -> field(name, value, target, lines));
        }
        if (fields.isEmpty()
                && !json.isBlank()
                && !json.strip().equals("{}")
                && !json.strip().startsWith("{")) {
            add(lines, Change.SAME, json);
        }
        return new CallInput(firstLine(target), List.copyOf(lines));
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    /// What goes and what comes, without the lines that are the same at both ends.
    private static void diff(String before, @Nullable String after, List<Line> lines) {
        List<String> old = before.lines().toList();
        if (after == null) {
            old.forEach(line -> add(lines, Change.REMOVED, line));
            return;
        }
        List<String> fresh = after.lines().toList();
        int common = Math.min(old.size(), fresh.size());
        int start = 0;
        while (start < common && old.get(start).equals(fresh.get(start))) {
            start++;
        }
        int end = 0;
        while (end < common - start && old.get(old.size() - 1 - end).equals(fresh.get(fresh.size() - 1 - end))) {
            end++;
        }
        old.subList(0, start).forEach(line -> add(lines, Change.SAME, line));
        old.subList(start, old.size() - end).forEach(line -> add(lines, Change.REMOVED, line));
        fresh.subList(start, fresh.size() - end).forEach(line -> add(lines, Change.ADDED, line));
        old.subList(old.size() - end, old.size()).forEach(line -> add(lines, Change.SAME, line));
    }

    private static void field(String name, String value, String target, List<Line> lines) {
        switch (name) {
            case "command", "content", "prompt", "new_source" ->
                value.lines().forEach(line -> add(lines, name.equals("content") ? Change.ADDED : Change.SAME, line));
            default -> {
                if (!value.equals(target)) {
                    add(lines, Change.SAME, name + " " + value.replace("\n", " "));
                }
            }
        }
    }

    private static void add(List<Line> lines, Change change, String text) {
        String plain = text.replace("\t", "    ");
        lines.add(new Line(change, plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain));
    }
}
