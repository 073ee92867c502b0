package dev.turnpike.testing;

import dev.turnpike.testing.DialectCases.Case;
import dev.turnpike.testing.DialectRow.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Builds `src-docs/dialects.md` from `src/test/dialects/page.md`, the rows and the cases.
///
/// In the page `${DIALOGUE/FILE#PLACE}` is a piece of a golden file, see [GoldenSnippet], and `${MODEL <- FIELDS}` what
/// a request with these fields asks of that model. A row of a table that has some gets a last cell with the dialogues.
/// `${switches}`, `${not supported}`, `${rows}` and `${links}` are lines of their own.
public final class DialectsPage {
    private static final Path PAGE = Path.of("src/test/dialects/page.md");
    private static final Path CAPABILITIES = Path.of("src/main/java/dev/turnpike/gateway/channel/Capability.java");
    private static final Pattern SWITCH =
            Pattern.compile("((?: {4}/// [^\n]*\n)+) {4}[A-Z_]+\\(\"(\\w+)\", (true|false)\\)");
    private static final Pattern PLACE = Pattern.compile("\\$\\{(.+?)}(?!})");

    private final List<DialectRow> rows = DialectRow.all();
    private final Map<Integer, List<Case>> cases = DialectCases.byRow();
    private final BinaryOperator<String> asked;
    private final Map<String, String> links = new TreeMap<>();

    /// @param asked gives the JSON that a model is asked with, from its name and the fields of a request
    public DialectsPage(BinaryOperator<String> asked) {
        this.asked = asked;
    }

    public String text() {
        return read(PAGE).lines().map(this::line).collect(Collectors.joining("\n", "", "\n"));
    }

    private String line(String line) {
        return switch (line) {
            case "${not supported}" -> notSupported();
            case "${rows}" -> allRows();
            case "${switches}" -> switches();
            case "${links}" -> definitions();
            default -> filled(line);
        };
    }

    private String filled(String line) {
        Set<Case> shown = new LinkedHashSet<>();
        Matcher place = PLACE.matcher(line);
        StringBuilder filled = new StringBuilder();
        while (place.find()) {
            place.appendReplacement(filled, Matcher.quoteReplacement(piece(place.group(1), shown)));
        }
        place.appendTail(filled);
        return line.startsWith("|") && !shown.isEmpty() ? filled + " " + links(shown) + " |" : filled.toString();
    }

    private String piece(String name, Set<Case> shown) {
        String[] call = name.split(" <- ", 2);
        String text;
        if (call.length > 1) {
            text = "`" + asked.apply(call[0], call[1]) + "`";
        } else {
            GoldenSnippet snippet = new GoldenSnippet(name);
            shown.add(DialectCases.of(snippet.dialogue().name()));
            text = snippet.text();
        }
        return text.replace("|", "\\|");
    }

    /// The capabilities with what their source says of them.
    private static String switches() {
        return SWITCH.matcher(read(CAPABILITIES))
                .results()
                .map(found -> "| `%s` | %s | %s |".formatted(found.group(2), meaning(found.group(1)), found.group(3)))
                .collect(Collectors.joining("\n", "| `compat` | | usual |\n|---|---|---|\n", ""));
    }

    private static String meaning(String comment) {
        return comment.lines().map(line -> line.strip().substring(4)).collect(Collectors.joining(" "));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String notSupported() {
        return of(Status.ROUTES, "With routes: several attempts")
                + of(Status.APPLICATION, "Done by the application")
                + of(Status.REFUSED, "Refused").stripTrailing();
    }

    private String of(Status status, String heading) {
        return rows.stream()
                .filter(row -> row.status() == status)
                .map(row -> "- %s: %s. (%d)".formatted(bare(row.sentence()), row.why(), row.number()))
                .collect(Collectors.joining("\n", "### " + heading + "\n\n", "\n\n"));
    }

    private static String bare(String sentence) {
        return sentence.substring(0, sentence.length() - 1);
    }

    private String allRows() {
        StringBuilder text = new StringBuilder();
        String part = "";
        for (DialectRow row : rows) {
            if (!row.part().equals(part)) {
                part = row.part();
                text.append(text.isEmpty() ? "" : "\n").append("### ").append(part);
                text.append("\n\n| # | | | cases |\n|---|---|---|---|\n");
            }
            String shown = links(cases.getOrDefault(row.number(), List.of()));
            text.append("| %d | %s | %s | %s |\n".formatted(row.number(), row.sentence(), word(row.status()), shown));
        }
        return text.toString().stripTrailing();
    }

    private static String word(Status status) {
        return switch (status) {
            case BUILT -> "yes";
            case ROUTES -> "with routes";
            case APPLICATION -> "application";
            case REFUSED -> "no";
        };
    }

    private String links(Iterable<Case> shown) {
        StringBuilder text = new StringBuilder();
        for (Case one : shown) {
            links.put(one.name(), one.address());
            text.append(text.isEmpty() ? "" : ", ")
                    .append('[')
                    .append(one.name())
                    .append(']');
        }
        return text.toString();
    }

    private String definitions() {
        return links.entrySet().stream()
                .map(link -> "[" + link.getKey() + "]: " + link.getValue())
                .collect(Collectors.joining("\n"));
    }
}
