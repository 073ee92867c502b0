package dev.turnpike.app.look;

import dev.turnpike.app.text.Text;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.TextFlow;

/// What changes in one file, line by line, with the file's name and counts above.
public final class DiffView extends VBox {
    private static final Pattern MASKED = Pattern.compile("[\\w-]*•+[\\w-]*");

    private final VBox lines = new VBox();
    private final HBox head = new HBox();
    private final String file;

    /// The diff of that file; `unchanged` lines are only counted.
    public DiffView(String file, List<DiffLine> diff, int unchanged) {
        this.file = file;
        getStyleClass().addAll("block", "diff");
        head.getStyleClass().add("block-head");
        lines.getStyleClass().add("diff-lines");
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(lines.widthProperty());
        clip.heightProperty().bind(lines.heightProperty());
        lines.setClip(clip);
        setAccessibleRole(AccessibleRole.TEXT);
        getChildren().addAll(head, lines);
        show(diff, unchanged);
    }

    /// Shows another diff of the same file.
    public void show(List<DiffLine> diff, int unchanged) {
        head.getChildren().setAll(Icon.of("doc", 14), Words.label(file, "mono"), Words.gap());
        count(diff, DiffLine.Change.ADDED, Tone.SUCCESS);
        count(diff, DiffLine.Change.REMOVED, Tone.DANGER);
        count(diff, DiffLine.Change.CHANGED, Tone.WARNING);
        lines.getChildren().setAll(diff.stream().map(DiffView::row).toList());
        if (unchanged > 0) {
            lines.getChildren().add(rest(Text.of("look.diff.unchanged", unchanged)));
        }
        setAccessibleText(file + "\n"
                + String.join(
                        "\n",
                        diff.stream()
                                .map(line -> line.change().sign() + line.text())
                                .toList()));
    }

    private void count(List<DiffLine> diff, DiffLine.Change change, Tone tone) {
        long count = diff.stream().filter(line -> line.change() == change).count();
        if (count > 0) {
            head.getChildren().add(Words.fixed(change.sign() + count, "num", tone.styleClass()));
        }
    }

    /// One line as a row of 20, or of as many as its text needs: number, sign, text.
    static HBox row(DiffLine line) {
        Label number = Words.label(
                line.number().isPresent() ? String.valueOf(line.number().getAsInt()) : "", "diff-number");
        Label sign = Words.label(line.change().sign(), "diff-sign");
        // a file on one line is read to its end too
        TextFlow text = new TextFlow();
        text.getStyleClass().add("diff-text");
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        pieces(text, line.before(), false);
        if (!line.old().isEmpty()) {
            pieces(text, line.old(), true);
            piece(text, " → ", true);
        }
        pieces(text, line.after(), false);
        return lineOf(line.change(), number, sign, text);
    }

    private static void pieces(TextFlow text, String words, boolean muted) {
        Matcher masked = MASKED.matcher(words);
        int from = 0;
        while (masked.find()) {
            piece(text, words.substring(from, masked.start()), muted);
            piece(text, masked.group(), true);
            from = masked.end();
        }
        piece(text, words.substring(from), muted);
    }

    private static void piece(TextFlow text, String words, boolean muted) {
        if (!words.isEmpty()) {
            javafx.scene.text.Text piece = new javafx.scene.text.Text(words);
            // a text has no style class by itself, and without one no font
            piece.getStyleClass().add("text");
            if (muted) {
                piece.getStyleClass().add("muted");
            }
            text.getChildren().add(piece);
        }
    }

    private static HBox rest(String sentence) {
        return lineOf(
                DiffLine.Change.SAME,
                Words.label("", "diff-number"),
                Words.label("", "diff-sign"),
                Words.label(sentence, "mono", "muted"));
    }

    private static HBox lineOf(DiffLine.Change change, Node... parts) {
        HBox row = new HBox(parts);
        row.getStyleClass().add("diff-line");
        if (change != DiffLine.Change.SAME) {
            row.pseudoClassStateChanged(PseudoClass.getPseudoClass(change.name().toLowerCase(Locale.ROOT)), true);
        }
        return row;
    }
}
