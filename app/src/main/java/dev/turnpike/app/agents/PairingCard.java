package dev.turnpike.app.agents;

import dev.turnpike.app.look.CopyButton;
import dev.turnpike.app.look.Mark;
import dev.turnpike.app.look.MarkdownNodes;
import dev.turnpike.app.look.Shape;
import dev.turnpike.app.look.Tone;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Text;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;

/// The wait for the first request as one sees it: what to type, and what came.
final class PairingCard extends VBox {
    /// What is typed in a terminal.
    static final String CLAUDE = "claude";

    private static final int MARK_SIZE = 14;

    private final PairingModel model;
    private final StackPane mark = new StackPane();
    private final Label sentence = Words.wrapped("");

    PairingCard(PairingModel model) {
        this.model = model;
        getStyleClass().add("pairing");
        mark.setMinWidth(MARK_SIZE);
        sentence.textProperty().bind(model.sentenceProperty());
        sentence.setId("pairing-sentence");
        sentence.setAccessibleRole(AccessibleRole.TEXT);
        Label counted = Words.fixed("", "num", "muted");
        counted.textProperty().bind(model.countedProperty());
        counted.visibleProperty().bind(model.waitingProperty());
        HBox.setHgrow(sentence, Priority.ALWAYS);
        sentence.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(command(), Words.line(), row(mark, sentence, counted));
        model.waitingProperty().addListener(changed -> show());
        model.receivedProperty().addListener(changed -> show());
        show();
    }

    private static HBox command() {
        TextFlow words = MarkdownNodes.line(Text.of("agents.pairing.run"));
        HBox.setHgrow(words, Priority.ALWAYS);
        Label prompt = Words.fixed("$", "mono", "muted");
        prompt.setMinWidth(MARK_SIZE);
        prompt.setAlignment(Pos.CENTER);
        HBox row = row(prompt, words, CopyButton.of(() -> CLAUDE));
        row.getStyleClass().add("pairing-command");
        return row;
    }

    private static HBox row(Node... parts) {
        HBox row = new HBox(parts);
        row.getStyleClass().add("pairing-row");
        return row;
    }

    private void show() {
        boolean received = model.receivedProperty().get();
        mark.getChildren().setAll(Shape.of(received ? Mark.RUNNING : Mark.STARTING));
        (received ? Tone.SUCCESS : Tone.PLAIN).on(sentence);
    }
}
