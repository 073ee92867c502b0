package dev.turnpike.app.look;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// What a room shows while it has nothing to show: why, and what to do.
public final class EmptyState extends VBox {
    private static final double GLYPH = 72;
    private final VBox facts = new VBox();
    private final VBox middle = new VBox();
    private final Label title;
    private final Label sentence;
    private @Nullable CommandBox typed;

    /// A state with the glyph of Turnpike.
    public EmptyState(String title, String sentence) {
        this("glyph", title, sentence);
    }

    public EmptyState(String icon, String title, String sentence) {
        getStyleClass().add("empty-state");
        middle.getStyleClass().add("empty-middle");
        facts.getStyleClass().add("empty-facts");
        this.title = Words.wrapped(title, "empty-title");
        this.sentence = Words.wrapped(sentence, "muted");
        this.sentence.setTextAlignment(TextAlignment.CENTER);
        Icon glyph = Icon.of(icon, GLYPH);
        glyph.getStyleClass().add("empty-glyph");
        middle.getChildren().addAll(glyph, this.title, this.sentence);
        getChildren().add(middle);
    }

    /// Says something else.
    public void say(String newTitle, String newSentence) {
        title.setText(newTitle);
        sentence.setText(newSentence);
    }

    /// Adds a command to type.
    public EmptyState command(String command) {
        CommandBox box = new CommandBox(command);
        VBox.setMargin(box, new javafx.geometry.Insets(20, 0, 0, 0));
        middle.getChildren().add(box);
        typed = box;
        return this;
    }

    /// Shows or hides the command, where there is one.
    public void showCommand(boolean shown) {
        if (typed != null) {
            typed.setVisible(shown);
            typed.setManaged(shown);
        }
    }

    /// Adds buttons, side by side.
    public EmptyState acts(Node... acts) {
        HBox row = new HBox(acts);
        row.getStyleClass().add("empty-acts");
        row.setAlignment(Pos.CENTER);
        middle.getChildren().add(row);
        return this;
    }

    /// Adds a line that says what is already true or still missing; parts stand at its right.
    public EmptyState fact(Mark mark, String sentence, Node... parts) {
        StatusDot dot = new StatusDot(mark, sentence).wrapped();
        dot.getStyleClass().add("small");
        HBox.setHgrow(dot, Priority.ALWAYS);
        HBox line = new HBox(dot);
        line.getChildren().addAll(parts);
        line.getStyleClass().add("empty-fact");
        if (facts.getChildren().isEmpty()) {
            getChildren().add(facts);
        }
        facts.getChildren().add(line);
        return this;
    }

    /// Removes the facts, to add new ones.
    public void clearFacts() {
        facts.getChildren().clear();
        getChildren().remove(facts);
    }
}
