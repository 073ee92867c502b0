package dev.turnpike.gateway.traffic.export;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Puts text into Markdown so that what follows stays what it is.
final class Markdown {
    private static final Pattern BACKTICKS = Pattern.compile("`+");
    private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,}|~{3,})(.*)");
    /// What begins a block of HTML that an empty line does not end.
    private static final Pattern HTML =
            Pattern.compile("^( {0,3})<(?=[!?]|script|pre|style|textarea)", Pattern.CASE_INSENSITIVE);
    private static final int SHORTEST_FENCE = 3;

    private Markdown() {}

    /// Between fences that are longer than any in the text.
    ///
    /// @param language empty for none
    static String fenced(String text, String language) {
        String fence = "`".repeat(Math.max(SHORTEST_FENCE, longestRun(text) + 1));
        return fence + language + "\n" + text + (text.endsWith("\n") ? "" : "\n") + fence + "\n";
    }

    /// Within a line, as code.
    static String code(String text) {
        String line = text.replaceAll("\\s+", " ");
        String ticks = "`".repeat(longestRun(line) + 1);
        boolean touches = line.startsWith("`") || line.endsWith("`");
        return touches ? ticks + " " + line + " " + ticks : ticks + line + ticks;
    }

    /// Folded away, each line as a quotation.
    static String folded(String summary, String text) {
        String quoted = text.lines().map(line -> "> " + line).collect(Collectors.joining("\n"));
        // the one thing that would unfold it early
        String safe = quoted.replaceAll("(?i)<(?=/details)", "&lt;");
        return "<details><summary>" + summary + "</summary>\n\n" + safe + "\n\n</details>\n";
    }

    /// Text that may be Markdown itself: what it leaves open is closed.
    static String prose(String text) {
        StringBuilder prose = new StringBuilder();
        String open = "";
        for (String line : text.lines().toList()) {
            Matcher fence = FENCE.matcher(line);
            boolean marks = fence.matches();
            if (!open.isEmpty()) {
                prose.append(line);
                boolean closes = marks
                        && fence.group(1).startsWith(open)
                        && fence.group(2).isBlank();
                open = closes ? "" : open;
            } else if (marks
                    && !(fence.group(1).startsWith("`") && fence.group(2).contains("`"))) {
                prose.append(line);
                open = fence.group(1);
            } else {
                prose.append(HTML.matcher(line).replaceFirst("$1\\\\<"));
            }
            prose.append('\n');
        }
        return open.isEmpty()
                ? prose.toString()
                : prose.append(open).append('\n').toString();
    }

    private static int longestRun(String text) {
        return BACKTICKS
                .matcher(text)
                .results()
                .mapToInt(run -> run.end() - run.start())
                .max()
                .orElse(0);
    }
}
