package dev.turnpike.app.inspector;

import dev.turnpike.app.inspector.JsonDifference.Change;
import dev.turnpike.app.look.DiffLine;
import dev.turnpike.app.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is different between two requests, as lines to read.
///
/// @param sentence how much is different
/// @param lines a path, then what was and what is there
record DifferenceText(String sentence, List<Line> lines) {
    private static final int MOST_LINES = 60;
    private static final int AROUND = 2;
    private static final int WIDE = 100;

    DifferenceText {
        lines = List.copyOf(lines);
    }

    /// A line.
    sealed interface Line {
        /// Where the lines below it stand.
        record Path(String path, DiffLine.Change change) implements Line {}

        /// What is there, or was.
        record Content(DiffLine line) implements Line {}
    }

    /// Compares two bodies. Takes time.
    static DifferenceText of(byte[] before, byte[] after) {
        try {
            JsonMapper mapper = JsonMapper.shared();
            JsonDifference.Result result = JsonDifference.between(mapper.readTree(before), mapper.readTree(after));
            List<Line> lines = new ArrayList<>();
            result.changes().forEach(change -> add(change, lines));
            return new DifferenceText(sentence(result), lines);
        } catch (JacksonException _) {
            return new DifferenceText(Text.of("traffic.compare.no-json"), List.of());
        }
    }

    private static String sentence(JsonDifference.Result result) {
        if (result.changes().isEmpty()) {
            return Text.of("traffic.compare.same");
        }
        long changed = result.changes().stream()
                .filter(Change.Changed.class::isInstance)
                .count();
        long added =
                result.changes().stream().filter(Change.Added.class::isInstance).count();
        long removed = result.changes().stream()
                .filter(Change.Removed.class::isInstance)
                .count();
        return Text.of("traffic.compare.count", changed, added, removed, result.same());
    }

    private static void add(Change change, List<Line> lines) {
        switch (change) {
            case Change.Added(var path, var value) -> {
                lines.add(new Line.Path(path, DiffLine.Change.ADDED));
                some(pretty(value), DiffLine.Change.ADDED, lines);
            }
            case Change.Removed(var path, var value) -> {
                lines.add(new Line.Path(path, DiffLine.Change.REMOVED));
                some(pretty(value), DiffLine.Change.REMOVED, lines);
            }
            case Change.Changed(var path, var before, var after) -> {
                lines.add(new Line.Path(path, DiffLine.Change.CHANGED));
                changed(pretty(before), pretty(after), lines);
            }
        }
    }

    /// A text by its own lines, anything else as JSON.
    private static List<String> pretty(JsonNode value) {
        String text = value.isString()
                ? value.stringValue()
                : JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(value);
        return text.isEmpty() ? List.of("") : text.replace("\t", "    ").lines().toList();
    }

    private static void changed(List<String> before, List<String> after, List<Line> lines) {
        CommonEnds ends = CommonEnds.of(
                before.size(), after.size(), (b, a) -> before.get(b).equals(after.get(a)));
        int from = ends.head();
        int tail = ends.tail();
        some(before.subList(Math.max(0, from - AROUND), from), DiffLine.Change.SAME, lines);
        some(before.subList(from, before.size() - tail), DiffLine.Change.REMOVED, lines);
        some(after.subList(from, after.size() - tail), DiffLine.Change.ADDED, lines);
        int end = after.size() - tail;
        some(after.subList(end, Math.min(after.size(), end + AROUND)), DiffLine.Change.SAME, lines);
    }

    private static void some(List<String> texts, DiffLine.Change change, List<Line> lines) {
        int most = lines.size() + MOST_LINES;
        for (int i = 0; i < texts.size(); i++) {
            if (lines.size() >= most) {
                lines.add(content(DiffLine.Change.SAME, Text.of("traffic.talk.more", texts.size() - i)));
                return;
            }
            for (String piece : pieces(texts.get(i), most - lines.size())) {
                lines.add(content(change, piece));
            }
        }
    }

    /// A long line in pieces that are in sight, broken at a blank where there is one.
    private static List<String> pieces(String text, int most) {
        List<String> pieces = new ArrayList<>();
        String rest = text;
        while (rest.length() > WIDE && pieces.size() < most - 1) {
            int blank = rest.lastIndexOf(' ', WIDE);
            int end = blank > WIDE / 2 ? blank + 1 : WIDE;
            pieces.add(rest.substring(0, end));
            rest = rest.substring(end);
        }
        pieces.add(rest.length() > WIDE ? rest.substring(0, WIDE) + "…" : rest);
        return pieces;
    }

    private static Line content(DiffLine.Change change, String text) {
        return new Line.Content(new DiffLine(OptionalInt.empty(), change, text, "", ""));
    }
}
