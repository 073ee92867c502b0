package dev.turnpike.app.inspector;

import dev.turnpike.app.look.MarkdownNodes;
import dev.turnpike.gateway.traffic.ReplyBlock;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/// Text of the model. What is complete is built once, code by lines; only the last paragraph is built anew as it grows.
final class GrowingText implements BlockView {
    /// A paragraph beyond that is built anew only now and then.
    static final int LONG = 2_000;
    /// So many times it is told what to show until a long paragraph is built anew.
    static final int CALM = 15;

    private static final String FENCE = "```";
    private static final Pattern ONE_LINE = Pattern.compile("#{1,6} +.*| *([-*+]|\\d+[.)]) +.*");

    private final VBox settled = new VBox();
    private final StackPane tail = new StackPane();
    private final VBox box = new VBox(settled, tail);
    private final Region cursorMark = new Region();
    /// What a long paragraph gained since it was built.
    private final Text fresh = new Text();
    private String told = "";
    /// Where the last paragraph begins.
    private int done;
    /// Where the first line begins that is not complete.
    private int read;
    private int built;
    private int waited;
    private @Nullable GrowingCode code;

    GrowingText() {
        box.getStyleClass().add("growing-text");
        settled.getStyleClass().add("markdown");
        cursorMark.getStyleClass().add("cursor");
        fresh.getStyleClass().add("text");
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
            code = null;
            done = 0;
            read = 0;
            built = 0;
        }
        told = text;
        int before = done;
        lines(text);
        if (!block.open()) {
            end(text);
        }
        if (code != null) {
            code.last(text.substring(read));
        }
        boolean sameParagraph = done == before && built > done;
        if (cursor && sameParagraph && text.length() - done > LONG && waited < CALM && append(text)) {
            waited++;
            return;
        }
        waited = 0;
        built = text.length();
        tail(code == null ? text.substring(done) : "", cursor);
    }

    /// Settles the lines that have become complete.
    private void lines(String text) {
        int end = text.indexOf('\n', read);
        while (end >= 0) {
            line(text, end + 1, text.substring(read, end));
            end = text.indexOf('\n', read);
        }
    }

    private void line(String text, int next, String line) {
        boolean fence = line.strip().startsWith(FENCE);
        GrowingCode open = code;
        if (open != null) {
            if (fence) {
                open.close();
                code = null;
            } else {
                open.add(line);
            }
            done = next;
        } else if (fence) {
            settle(text, read);
            code = new GrowingCode(
                    line.strip().substring(FENCE.length()).strip().split("[\\s{]", 2)[0]);
            settled.getChildren().add(code);
            done = next;
        } else if (line.isBlank() || ONE_LINE.matcher(line).matches()) {
            settle(text, next);
        }
        read = next;
    }

    private void settle(String text, int end) {
        if (end > done) {
            VBox nodes = MarkdownNodes.of(text.substring(done, end));
            settled.getChildren().addAll(nodes.getChildren().stream().toList());
            done = end;
        }
    }

    /// Nothing follows: a last line without an end is complete too.
    private void end(String text) {
        if (read < text.length()) {
            line(text, text.length(), text.substring(read));
        }
        if (code != null) {
            code.close();
            code = null;
        }
        settle(text, text.length());
    }

    /// Puts what is new behind the paragraph as it is.
    private boolean append(String text) {
        if (!(cursorMark.getParent() instanceof TextFlow flow)) {
            return false;
        }
        fresh.setText(text.substring(built));
        if (!flow.getChildren().contains(fresh)) {
            flow.getChildren().add(flow.getChildren().indexOf(cursorMark), fresh);
        }
        return true;
    }

    private void tail(String text, boolean cursor) {
        VBox rest = MarkdownNodes.of(text);
        if (cursor) {
            place(rest);
        }
        boolean empty = rest.getChildren().isEmpty();
        tail.getChildren().setAll(rest);
        tail.setVisible(!empty);
        tail.setManaged(!empty);
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
