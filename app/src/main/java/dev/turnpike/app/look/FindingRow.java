package dev.turnpike.app.look;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;

/// One finding: how bad, what, where, one sentence, and what can be done about it at the right, or below
/// where it is narrow.
public final class FindingRow extends HBox {
    /// What the remedies may take of the row's width.
    private static final double SHARE = 0.45;

    private final HBox right = new HBox();
    private final FlowPane below = new FlowPane();

    private FindingRow(Mark mark, String severity, Node words, Node... remedies) {
        getStyleClass().add("finding");
        Label word = Words.fixed(severity, "strong", mark.tone().styleClass());
        HBox level = new HBox(Shape.of(mark), word);
        level.getStyleClass().add("finding-severity");
        HBox.setHgrow(words, Priority.ALWAYS);
        right.getChildren().setAll(remedies);
        right.getStyleClass().add("finding-remedies");
        getChildren().addAll(level, words, right);
    }

    /// The words keep their room where the row is narrow.
    private void fold(VBox words) {
        below.getStyleClass().add("finding-below");
        widthProperty().subscribe(width -> {
            boolean narrow = remediesWidth() > width.doubleValue() * SHARE;
            if (narrow != words.getChildren().contains(below)) {
                List<Node> remedies = new ArrayList<>(right.getChildren());
                remedies.addAll(below.getChildren());
                right.getChildren().clear();
                below.getChildren().clear();
                if (narrow) {
                    below.getChildren().setAll(remedies);
                    words.getChildren().add(below);
                } else {
                    words.getChildren().remove(below);
                    right.getChildren().setAll(remedies);
                }
            }
        });
    }

    private double remediesWidth() {
        return Stream.concat(right.getChildren().stream(), below.getChildren().stream())
                .mapToDouble(node -> node.prefWidth(-1) + right.getSpacing())
                .sum();
    }

    /// A finding in full; an empty sentence or place is left out. Code between back quotes is mono.
    public static FindingRow of(
            Mark mark, String severity, String title, String place, String sentence, Node... remedies) {
        VBox words = new VBox(Words.wrapped(title, "strong"));
        words.getStyleClass().add("finding-words");
        if (!place.isEmpty()) {
            words.getChildren().add(place(place));
        }
        if (!sentence.isEmpty()) {
            TextFlow flow = MarkdownNodes.line(sentence);
            flow.getStyleClass().add("finding-sentence");
            words.getChildren().add(flow);
        }
        FindingRow row = new FindingRow(mark, severity, words, remedies);
        if (remedies.length > 0) {
            row.fold(words);
        }
        return row;
    }

    private static Node place(String place) {
        if (!place.contains("`")) {
            return Words.wrapped(place, "mono", "muted");
        }
        TextFlow flow = MarkdownNodes.line(place);
        flow.getStyleClass().add("finding-place");
        return flow;
    }

    /// A finding in one line of 44; code between back quotes is mono.
    public static FindingRow line(Mark mark, String severity, String sentence, Node... remedies) {
        FindingRow row = new FindingRow(mark, severity, MarkdownNodes.line(sentence), remedies);
        row.getStyleClass().add("one-line");
        return row;
    }
}
