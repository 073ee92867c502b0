package dev.turnpike.app.look;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The steps of a test side by side, each waiting, running, good or failed, with the failure's words below.
public final class Steps extends VBox {
    /// How far a step is.
    public enum State {
        WAITING(Mark.WAITING),
        RUNNING(Mark.STARTING),
        OK(Mark.CLEAR),
        FAILED(Mark.PROBLEM);

        private final Mark mark;

        State(Mark mark) {
            this.mark = mark;
        }
    }

    private static final PseudoClass RUNNING = PseudoClass.getPseudoClass("running");

    private final List<Cell> cells = new ArrayList<>();
    private final HBox row = new HBox();
    private final Label words = Words.wrapped("", "mono", "tone-danger", "steps-words");

    public Steps(String... names) {
        getStyleClass().add("steps-box");
        row.getStyleClass().add("steps");
        for (String name : names) {
            Cell cell = new Cell(name);
            cells.add(cell);
            row.getChildren().add(cell);
        }
        words.managedProperty().bind(words.textProperty().isNotEmpty());
        words.visibleProperty().bind(words.managedProperty());
        getChildren().addAll(row, words);
    }

    /// Shows how far a step is, and what came of it.
    public void show(int step, State state, String outcome) {
        cells.get(step).show(state, outcome);
    }

    /// Sets all steps back to waiting.
    public void reset() {
        cells.forEach(cell -> cell.show(State.WAITING, ""));
        words.setText("");
    }

    /// What the other side answered, word for word; empty for nothing.
    public void say(String said) {
        words.setText(said);
    }

    /// Puts a button behind the last step.
    public void act(Node act) {
        HBox end = new HBox(act);
        end.getStyleClass().add("steps-act");
        row.getChildren().removeIf(node -> node.getStyleClass().contains("steps-act"));
        row.getChildren().add(end);
    }

    private static final class Cell extends VBox {
        private final String name;
        private final HBox head = new HBox();
        private final Label outcome = Words.label("", "small", "muted");

        Cell(String name) {
            this.name = name;
            getStyleClass().add("step");
            head.getStyleClass().add("step-head");
            getChildren().addAll(head, outcome);
            HBox.setHgrow(this, Priority.ALWAYS);
            // equal cells: the share must not follow the words
            setPrefWidth(1);
            setMinWidth(Region.USE_COMPUTED_SIZE);
            show(State.WAITING, "");
        }

        void show(State state, String text) {
            Label word = Words.label(name, "step-name");
            if (state == State.OK || state == State.FAILED) {
                state.mark.tone().on(word);
            }
            head.getChildren().setAll(Shape.of(state.mark), word);
            outcome.setText(text);
            pseudoClassStateChanged(RUNNING, state == State.RUNNING);
        }
    }
}
