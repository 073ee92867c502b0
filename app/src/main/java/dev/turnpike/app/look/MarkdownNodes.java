package dev.turnpike.app.look;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// Markdown as plain nodes: paragraphs, headings, lists, code blocks, bold and code inside a line.
///
/// What is not understood stays as it was written.
public final class MarkdownNodes {
    private static final Pattern SPAN = Pattern.compile("`([^`\n]+)`|\\*\\*([^*\n]+)\\*\\*");
    private static final Pattern HEADING = Pattern.compile("#{1,6} +(.*)");
    private static final Pattern ITEM = Pattern.compile("( *)([-*]|\\d+[.)]) +(.*)");
    private static final String FENCE = "```";
    private static final double INDENT = 8;

    private MarkdownNodes() {}

    /// One line or paragraph, with code between back quotes and bold between pairs of stars.
    public static TextFlow line(String text) {
        TextFlow flow = new TextFlow();
        flow.getStyleClass().add("flow");
        Matcher span = SPAN.matcher(text);
        int from = 0;
        while (span.find()) {
            add(flow, text.substring(from, span.start()), "text");
            if (span.group(1) != null) {
                add(flow, span.group(1), "flow-code");
            } else {
                add(flow, span.group(2), "flow-strong");
            }
            from = span.end();
        }
        add(flow, text.substring(from), "text");
        return flow;
    }

    /// A whole text.
    public static VBox of(String markdown) {
        VBox box = new VBox();
        box.getStyleClass().add("markdown");
        StringBuilder paragraph = new StringBuilder();
        List<String> lines = markdown.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher heading = HEADING.matcher(line);
            Matcher item = ITEM.matcher(line);
            if (line.stripLeading().startsWith(FENCE)) {
                flush(box, paragraph);
                i = fence(box, lines, i);
            } else if (line.isBlank()) {
                flush(box, paragraph);
            } else if (heading.matches()) {
                flush(box, paragraph);
                box.getChildren().add(heading(heading.group(1)));
            } else if (item.matches()) {
                flush(box, paragraph);
                box.getChildren().add(item(item));
            } else {
                paragraph.append(paragraph.isEmpty() ? "" : "\n").append(line);
            }
        }
        flush(box, paragraph);
        return box;
    }

    private static int fence(VBox box, List<String> lines, int start) {
        int end = start + 1;
        while (end < lines.size() && !lines.get(end).strip().startsWith(FENCE)) {
            end++;
        }
        box.getChildren().add(new CodeBlock(String.join("\n", lines.subList(start + 1, Math.min(end, lines.size())))));
        return end;
    }

    private static TextFlow heading(String text) {
        TextFlow flow = line(text);
        flow.getStyleClass().add("flow-heading");
        return flow;
    }

    private static HBox item(Matcher item) {
        String mark = item.group(2).length() == 1 ? "•" : item.group(2);
        Label bullet = Words.fixed(mark, "muted", "bullet");
        TextFlow words = line(item.group(3));
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(bullet, words);
        row.getStyleClass().add("list-item");
        row.setPadding(
                new javafx.geometry.Insets(0, 0, 0, INDENT * item.group(1).length() / 2));
        return row;
    }

    private static void flush(VBox box, StringBuilder paragraph) {
        if (!paragraph.isEmpty()) {
            box.getChildren().add(line(paragraph.toString()));
            paragraph.setLength(0);
        }
    }

    private static void add(TextFlow flow, String words, String style) {
        if (!words.isEmpty()) {
            Text text = new Text(words);
            text.getStyleClass().add(style);
            flow.getChildren().add(text);
        }
    }
}
