package dev.turnpike.app.inspector;

import dev.turnpike.app.look.MarkdownNodes;
import dev.turnpike.gateway.traffic.ReplyBlock;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/// Text of the model. Paragraphs that are complete are built once; only the last one is built anew as it grows.
final class GrowingText implements BlockView {
    private static final String FENCE = "```";

    private final VBox settled = new VBox();
    private final StackPane tail = new StackPane();
    private final VBox box = new VBox(settled, tail);
    private final Region cursorMark = new Region();
    private String told = "";
    private int done;

    GrowingText() {
        box.getStyleClass().add("growing-text");
        settled.getStyleClass().add("markdown");
        cursorMark.getStyleClass().add("cursor");
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(ReplyBlock block, boolean cursor) {
        String text = block instanceof ReplyBlock.Text words ? words.text() : "";
        if (!text.startsWith(told)) {
            settled.getChildren().clear();
            done = 0;
        }
        told = text;
        int boundary = block.open() ? boundary(text, done) : text.length();
        if (boundary > done) {
            settled.getChildren()
                    .addAll(MarkdownNodes.of(text.substring(done, boundary)).getChildren().stream()
                            .toList());
            done = boundary;
        }
        VBox rest = MarkdownNodes.of(text.substring(done));
        if (cursor) {
            place(rest);
        }
        boolean empty = rest.getChildren().isEmpty();
        tail.getChildren().setAll(rest);
        tail.setVisible(!empty);
        tail.setManaged(!empty);
    }

    /// Where the last paragraph begins: behind an empty line that stands in no code.
    static int boundary(String text, int from) {
        int boundary = from;
        boolean code = false;
        int line = from;
        while (line < text.length()) {
            int end = text.indexOf('\n', line);
            if (end < 0) {
                break;
            }
            String words = text.substring(line, end).strip();
            if (words.startsWith(FENCE)) {
                code = !code;
            }
            line = end + 1;
            if (words.isEmpty() && !code) {
                boundary = line;
            }
        }
        return boundary;
    }

    private void place(VBox rest) {
        @Nullable Pane last = lastFlow(rest);
        if (last == null) {
            rest.getChildren().add(cursorMark);
        } else {
            last.getChildren().add(cursorMark);
        }
    }

    private static @Nullable Pane lastFlow(Pane pane) {
        if (pane.getChildren().isEmpty()) {
            return null;
        }
        return switch (pane.getChildren().getLast()) {
            case TextFlow flow -> flow;
            case HBox row -> lastFlow(row);
            default -> null;
        };
    }
}
