package dev.turnpike.app.inspector;

import dev.turnpike.app.look.DiffLine.Change;
import dev.turnpike.app.look.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The input of a tool call as lines for people, however far it has come.
///
/// @param target what the tool is called on, empty where no field says so
record CallInput(String target, List<Line> lines) {
    private static final List<String> TARGETS =
            List.of("file_path", "notebook_path", "path", "pattern", "url", "query", "description");
    private static final int LONGEST = 500;

    /// One line.
    ///
    /// @param change whether a file gains or loses it
    /// @param key the name of the value, empty where the line is the value or a part of it
    /// @param mark how far something has come, of a list of tasks
    record Line(Change change, String key, String text, Optional<Mark> mark) {
        static Line of(Change change, String text) {
            return new Line(change, "", text, Optional.empty());
        }
    }

    CallInput {
        lines = List.copyOf(lines);
    }

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
            flag(fields, "replace_all", lines);
        } else {
            fields.forEach((name, value) -> field(name, value, target, lines));
        }
        if (fields.isEmpty()
                && !json.isBlank()
                && !json.strip().equals("{}")
                && !json.strip().startsWith("{")) {
            add(lines, Change.SAME, json);
        }
        return new CallInput(firstLine(target), lines);
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    private static void flag(Map<String, String> fields, String name, List<Line> lines) {
        if (fields.getOrDefault(name, "").equals("true")) {
            lines.add(keyed(name, "true"));
        }
    }

    /// What goes and what comes, without the lines that are the same at both ends.
    private static void diff(@Nullable String before, @Nullable String after, List<Line> lines) {
        List<String> old = before == null ? List.of() : before.lines().toList();
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
            case "command", "prompt" -> value.lines().forEach(line -> add(lines, Change.SAME, line));
            case "content", "new_source" -> value.lines().forEach(line -> add(lines, Change.ADDED, line));
            case "edits" -> edits(value, lines);
            case "todos" -> todos(value, lines);
            default -> {
                if (!value.equals(target)) {
                    other(name, value, lines);
                }
            }
        }
    }

    private static void other(String name, String value, List<Line> lines) {
        List<String> words = value.lines().toList();
        if (words.size() <= 1) {
            lines.add(keyed(name, value));
        } else {
            lines.add(keyed(name, ""));
            words.forEach(line -> add(lines, Change.SAME, "  " + line));
        }
    }

    private static void edits(String value, List<Line> lines) {
        List<Map<String, String>> edits = PartialJson.objects(value);
        for (int i = 0; i < edits.size(); i++) {
            if (i > 0) {
                add(lines, Change.SAME, "⋯");
            }
            diff(edits.get(i).get("old_string"), edits.get(i).get("new_string"), lines);
            flag(edits.get(i), "replace_all", lines);
        }
        if (edits.isEmpty() && !value.isBlank()) {
            lines.add(keyed("edits", value));
        }
    }

    private static void todos(String value, List<Line> lines) {
        List<Map<String, String>> todos = PartialJson.objects(value);
        for (Map<String, String> todo : todos) {
            Mark mark = switch (todo.getOrDefault("status", "")) {
                case "completed" -> Mark.CLEAR;
                case "in_progress" -> Mark.STARTING;
                default -> Mark.STOPPED;
            };
            String words = shortened(todo.getOrDefault("content", ""));
            lines.add(new Line(Change.SAME, "", words, Optional.of(mark)));
        }
        if (todos.isEmpty() && !value.isBlank()) {
            lines.add(keyed("todos", value));
        }
    }

    private static Line keyed(String name, String value) {
        return new Line(Change.SAME, name, shortened(value), Optional.empty());
    }

    private static void add(List<Line> lines, Change change, String text) {
        lines.add(Line.of(change, shortened(text)));
    }

    private static String shortened(String text) {
        String plain = text.replace("\t", "    ");
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain;
    }
}
