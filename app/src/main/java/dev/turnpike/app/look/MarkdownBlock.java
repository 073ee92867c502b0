package dev.turnpike.app.look;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A block of a Markdown text. What is broken is a paragraph, as it was written.
sealed interface MarkdownBlock {
    /// @param level from 1
    record Heading(int level, String text) implements MarkdownBlock {}

    record Paragraph(String text) implements MarkdownBlock {}

    /// @param indent how many spaces stand before it
    /// @param mark the number with its point, or a star or dash
    record Item(int indent, String mark, String text) implements MarkdownBlock {}

    /// @param language empty where none is said
    record Code(String language, String text) implements MarkdownBlock {}

    record Quote(List<MarkdownBlock> blocks) implements MarkdownBlock {}

    /// @param rows the first one is the head; all have the same number of cells
    record Table(List<List<String>> rows) implements MarkdownBlock {}

    record Rule() implements MarkdownBlock {}

    /// The blocks of a text.
    static List<MarkdownBlock> of(String markdown) {
        Reader reader = new Reader(markdown.lines().toList(), 0);
        reader.read();
        return reader.blocks;
    }

    /// Goes from line to line.
    final class Reader {
        private static final Pattern HEADING = Pattern.compile(" {0,3}(#{1,6}) +(.*?)(?: +#+)? *");
        private static final Pattern ITEM = Pattern.compile("(\\s*)([-*+]|\\d{1,9}[.)]) +(.*)");
        private static final Pattern FENCE = Pattern.compile(" *(`{3,}|~{3,}) *([^`]*)");
        private static final Pattern QUOTE = Pattern.compile(" {0,3}> ?(.*)");
        private static final Pattern UNDER_HEAD = Pattern.compile(":?-+:?");
        private static final Pattern BAR = Pattern.compile("(?<!\\\\)\\|");
        private static final int DEEPEST = 8;

        private final List<String> lines;
        private final int depth;
        private final List<MarkdownBlock> blocks = new ArrayList<>();
        private final StringBuilder paragraph = new StringBuilder();
        private int at;

        private Reader(List<String> lines, int depth) {
            this.lines = lines;
            this.depth = depth;
        }

        private void read() {
            while (at < lines.size()) {
                String line = lines.get(at);
                at++;
                if (!special(line)) {
                    paragraph(line);
                }
            }
            flush();
        }

        private boolean special(String line) {
            Matcher fence = FENCE.matcher(line);
            Matcher heading = HEADING.matcher(line);
            Matcher item = ITEM.matcher(line);
            if (line.isBlank()) {
                flush();
            } else if (fence.matches()) {
                flush();
                fence(line.length() - line.stripLeading().length(), fence.group(1), fence.group(2));
            } else if (heading.matches()) {
                put(new Heading(heading.group(1).length(), heading.group(2)));
            } else if (isRule(line)) {
                put(new Rule());
            } else if (item.matches()) {
                String indent = item.group(1).replace("\t", "    ");
                put(new Item(indent.length(), item.group(2), item.group(3)));
            } else if (QUOTE.matcher(line).matches() && depth < DEEPEST) {
                flush();
                quote();
            } else {
                return table(line);
            }
            return true;
        }

        /// Three or more of the same sign and nothing else.
        private static boolean isRule(String line) {
            String plain = line.replace(" ", "");
            char sign = plain.isEmpty() ? ' ' : plain.charAt(0);
            return plain.length() >= 3
                    && "-*_".indexOf(sign) >= 0
                    && plain.chars().allMatch(c -> c == sign);
        }

        private void paragraph(String line) {
            boolean goesOn = paragraph.isEmpty()
                    && line.startsWith("  ")
                    && at > 1
                    && !lines.get(at - 2).isBlank()
                    && !blocks.isEmpty();
            if (goesOn && blocks.getLast() instanceof Item(int indent, String mark, String text)) {
                blocks.set(blocks.size() - 1, new Item(indent, mark, text + "\n" + line.strip()));
            } else {
                paragraph.append(paragraph.isEmpty() ? "" : "\n").append(line);
            }
        }

        private void put(MarkdownBlock block) {
            flush();
            blocks.add(block);
        }

        private void flush() {
            if (!paragraph.isEmpty()) {
                blocks.add(new Paragraph(paragraph.toString()));
                paragraph.setLength(0);
            }
        }

        private void fence(int indent, String mark, String words) {
            List<String> code = new ArrayList<>();
            boolean open = true;
            while (open && at < lines.size()) {
                String line = lines.get(at);
                at++;
                String plain = line.strip();
                if (plain.startsWith(mark)
                        && plain.replace(mark.substring(0, 1), "").isEmpty()) {
                    open = false;
                } else {
                    int cut =
                            Math.min(indent, line.length() - line.stripLeading().length());
                    code.add(line.substring(cut));
                }
            }
            blocks.add(new Code(words.strip().split("[\\s{]", 2)[0], String.join("\n", code)));
        }

        private void quote() {
            List<String> quoted = new ArrayList<>();
            at--;
            while (at < lines.size()) {
                Matcher line = QUOTE.matcher(lines.get(at));
                if (!line.matches()) {
                    break;
                }
                quoted.add(line.group(1));
                at++;
            }
            Reader inner = new Reader(quoted, depth + 1);
            inner.read();
            blocks.add(new Quote(inner.blocks));
        }

        private boolean table(String head) {
            boolean table = at < lines.size()
                    && head.contains("|")
                    && cells(lines.get(at)).stream()
                            .allMatch(cell -> UNDER_HEAD.matcher(cell).matches())
                    && cells(lines.get(at)).size() == cells(head).size();
            if (!table) {
                return false;
            }
            flush();
            List<List<String>> rows = new ArrayList<>(List.of(cells(head)));
            int columns = rows.getFirst().size();
            at++;
            while (at < lines.size() && lines.get(at).contains("|")) {
                List<String> cells = new ArrayList<>(cells(lines.get(at)));
                while (cells.size() < columns) {
                    cells.add("");
                }
                rows.add(List.copyOf(cells.subList(0, columns)));
                at++;
            }
            blocks.add(new Table(List.copyOf(rows)));
            return true;
        }

        private static List<String> cells(String line) {
            String inner = line.strip();
            inner = inner.startsWith("|") ? inner.substring(1) : inner;
            inner = inner.endsWith("|") && !inner.endsWith("\\|") ? inner.substring(0, inner.length() - 1) : inner;
            return Arrays.stream(BAR.split(inner, -1))
                    .map(cell -> cell.strip().replace("\\|", "|"))
                    .toList();
        }
    }
}
