package dev.turnpike.gateway.traffic.store;

import dev.turnpike.gateway.traffic.Subject;
import java.util.List;
import java.util.OptionalInt;

/// A [Subject] as two columns: its kind, and its words, the fields of a tool's result behind each other.
final class SubjectText {
    private static final String BETWEEN = "\u001f";

    private SubjectText() {}

    static String kind(Subject subject) {
        return subject.getClass().getSimpleName();
    }

    static String text(Subject subject) {
        return switch (subject) {
            case Subject.Words words -> words.text();
            case Subject.ToolResult result ->
                String.join(
                        BETWEEN,
                        List.of(
                                result.tool(),
                                result.target(),
                                result.exit().isPresent()
                                        ? Integer.toString(result.exit().getAsInt())
                                        : "",
                                Boolean.toString(result.failed()),
                                Long.toString(result.bytes()),
                                Integer.toString(result.others())));
            case Subject.Title _,
                    Subject.Summary _,
                    Subject.WebSearch _,
                    Subject.Probe _,
                    Subject.Count _,
                    Subject.Nothing _ -> "";
        };
    }

    static Subject read(String kind, String text) {
        return switch (kind) {
            case "Words" -> new Subject.Words(text);
            case "ToolResult" -> toolResult(text.split(BETWEEN, -1));
            case "Title" -> new Subject.Title();
            case "Summary" -> new Subject.Summary();
            case "WebSearch" -> new Subject.WebSearch();
            case "Probe" -> new Subject.Probe();
            case "Count" -> new Subject.Count();
            default -> new Subject.Nothing();
        };
    }

    private static Subject toolResult(String[] fields) {
        if (fields.length != 6) {
            return new Subject.Nothing();
        }
        OptionalInt exit = fields[2].isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(fields[2]));
        return new Subject.ToolResult(
                fields[0],
                fields[1],
                exit,
                Boolean.parseBoolean(fields[3]),
                Long.parseLong(fields[4]),
                Integer.parseInt(fields[5]));
    }
}
