package dev.turnpike.app.look;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;

/// One finding: how bad, what, where, one sentence, and what can be done about it at the right.
public final class FindingRow extends HBox {
    private FindingRow(Mark mark, String severity, Node words, Node... remedies) {
        getStyleClass().add("finding");
        Label word = Words.fixed(severity, "strong", mark.tone().styleClass());
        HBox level = new HBox(Shape.of(mark), word);
        level.getStyleClass().add("finding-severity");
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox right = new HBox(remedies);
        right.getStyleClass().add("finding-remedies");
        getChildren().addAll(level, words, right);
    }

    /// A finding in full; an empty sentence or place is left out.
    public static FindingRow of(
            Mark mark, String severity, String title, String place, String sentence, Node... remedies) {
        VBox words = new VBox(Words.wrapped(title, "strong"));
        words.getStyleClass().add("finding-words");
        if (!place.isEmpty()) {
            words.getChildren().add(Words.wrapped(place, "mono", "muted"));
        }
        if (!sentence.isEmpty()) {
            TextFlow flow = MarkdownNodes.line(sentence);
            flow.getStyleClass().add("finding-sentence");
            words.getChildren().add(flow);
        }
        return new FindingRow(mark, severity, words, remedies);
    }

    /// A finding in one line of 44; code between back quotes is mono.
    public static FindingRow line(Mark mark, String severity, String sentence, Node... remedies) {
        FindingRow row = new FindingRow(mark, severity, MarkdownNodes.line(sentence), remedies);
        row.getStyleClass().add("one-line");
        return row;
    }
}
