package dev.turnpike.app.look;

import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// Markdown as plain nodes. Nothing remote is loaded; a link that is chosen is told of by a [LinkEvent].
///
/// What is not understood stays as it was written.
public final class MarkdownNodes {
    private static final Pattern SPAN = Pattern.compile("`([^`\n]+)`|\\*\\*([^*\n]+)\\*\\*");
    private static final double INDENT = 8;
    private static final int DEEPEST = 16;
    private static final PseudoClass FOCUSED = PseudoClass.getPseudoClass("focused-link");

    private MarkdownNodes() {}

    /// One line or paragraph of our own, with code between back quotes and bold between pairs of stars.
    public static TextFlow line(String text) {
        TextFlow flow = flow();
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

    /// A whole text that somebody else wrote.
    public static VBox of(String markdown) {
        return box(MarkdownBlock.of(markdown));
    }

    private static VBox box(List<MarkdownBlock> blocks) {
        VBox box = new VBox();
        box.getStyleClass().add("markdown");
        blocks.forEach(block -> box.getChildren().add(node(block)));
        return box;
    }

    private static Node node(MarkdownBlock block) {
        return switch (block) {
            case MarkdownBlock.Heading(int level, String text) -> heading(level, text);
            case MarkdownBlock.Paragraph(String text) -> spans(text);
            case MarkdownBlock.Item item -> item(item);
            case MarkdownBlock.Code(String language, String text) -> code(language, text);
            case MarkdownBlock.Quote(var blocks) -> quote(blocks);
            case MarkdownBlock.Table(var rows) -> table(rows);
            case MarkdownBlock.Rule _ -> Words.line();
        };
    }

    /// The head of a block of code: its language, and a button that copies it.
    public static HBox codeHead(String language, Supplier<String> code) {
        CopyButton copy = Buttons.small(CopyButton.icon(dev.turnpike.app.text.Text.of("look.copy"), code));
        String words = language.isEmpty() ? dev.turnpike.app.text.Text.of("look.code") : language;
        HBox head = new HBox(Words.fixed(words, "small", "muted"), Words.gap(), copy);
        head.getStyleClass().add("block-head");
        return head;
    }

    private static CodeBlock code(String language, String text) {
        CodeBlock block = new CodeBlock(text);
        block.getChildren().addFirst(codeHead(language, () -> text));
        return block;
    }

    private static TextFlow heading(int level, String text) {
        TextFlow flow = spans(text);
        flow.getStyleClass().addAll("flow-heading", "level-" + level);
        return flow;
    }

    private static HBox item(MarkdownBlock.Item item) {
        String text = item.text();
        boolean done = text.startsWith("[x] ") || text.startsWith("[X] ");
        boolean task = done || text.startsWith("[ ] ");
        HBox row = new HBox();
        if (task) {
            StackPane box = new StackPane(Shape.of(done ? Mark.CLEAR : Mark.STOPPED));
            box.getStyleClass().addAll("bullet", "task");
            row.getChildren().add(box);
        } else {
            boolean point = item.mark().length() == 1;
            row.getChildren().add(Words.fixed(point ? "•" : item.mark(), "muted", "bullet"));
        }
        TextFlow words = spans(task ? text.substring(4) : text);
        HBox.setHgrow(words, Priority.ALWAYS);
        row.getChildren().add(words);
        row.getStyleClass().add("list-item");
        row.setPadding(new Insets(0, 0, 0, INDENT * Math.min(DEEPEST, item.indent())));
        return row;
    }

    private static VBox quote(List<MarkdownBlock> blocks) {
        VBox box = box(blocks);
        box.getStyleClass().add("quote");
        return box;
    }

    private static GridPane table(List<List<String>> rows) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("markdown-table");
        for (int column = 0; column < rows.getFirst().size(); column++) {
            ColumnConstraints width = new ColumnConstraints(0, Region.USE_COMPUTED_SIZE, Double.MAX_VALUE);
            width.setHgrow(Priority.SOMETIMES);
            grid.getColumnConstraints().add(width);
        }
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                TextFlow words = spans(rows.get(row).get(column));
                words.getStyleClass().add(row == 0 ? "table-head-cell" : "table-cell-words");
                grid.add(words, column, row);
            }
        }
        return grid;
    }

    private static TextFlow spans(String text) {
        TextFlow flow = flow();
        for (MarkdownSpan span : MarkdownSpan.of(text)) {
            Text words = add(
                    flow,
                    span.text(),
                    switch (span.kind()) {
                        case TEXT -> "text";
                        case CODE -> "flow-code";
                        case EMPHASIS -> "flow-emphasis";
                        case GONE -> "flow-gone";
                        case LINK -> "flow-link";
                    });
            if (span.strong() && span.kind() != MarkdownSpan.Kind.CODE) {
                words.getStyleClass().add("flow-strong");
            }
            span.address().ifPresent(address -> link(words, address));
        }
        return flow;
    }

    private static void link(Text words, WebAddress address) {
        words.setFocusTraversable(true);
        words.setAccessibleRole(AccessibleRole.HYPERLINK);
        words.setAccessibleText(words.getText() + ", " + address.text());
        words.setOnMouseClicked(_ -> words.fireEvent(new LinkEvent(address)));
        words.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                words.fireEvent(new LinkEvent(address));
                event.consume();
            }
        });
        words.focusedProperty().subscribe(focused -> words.pseudoClassStateChanged(FOCUSED, focused));
    }

    private static TextFlow flow() {
        TextFlow flow = new TextFlow();
        flow.getStyleClass().add("flow");
        return flow;
    }

    private static Text add(TextFlow flow, String words, String style) {
        Text text = new Text(words);
        if (!words.isEmpty()) {
            text.getStyleClass().add(style);
            flow.getChildren().add(text);
        }
        return text;
    }
}
