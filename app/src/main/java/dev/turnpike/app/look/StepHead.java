package dev.turnpike.app.look;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// Where one is in a few steps: numbers in circles, a line between them.
public final class StepHead extends HBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

    private final List<String> names;

    public StepHead(String... names) {
        this.names = List.of(names);
        getStyleClass().add("step-head-bar");
        current(0);
    }

    /// Shows which step it is, counted from nought.
    public void current(int step) {
        getChildren().clear();
        for (int i = 0; i < names.size(); i++) {
            if (i > 0) {
                Region line = new Region();
                line.getStyleClass().add("step-line");
                getChildren().add(line);
            }
            getChildren().add(step(i, step));
        }
    }

    private Node step(int index, int current) {
        Label number = Words.fixed(index < current ? "" : String.valueOf(index + 1), "step-number");
        if (index < current) {
            number.setGraphic(Icon.of("check", 12));
        }
        HBox step = new HBox(number, Words.fixed(names.get(index), "step-word"));
        step.getStyleClass().add("step-mark");
        step.pseudoClassStateChanged(CURRENT, index == current);
        step.pseudoClassStateChanged(DONE, index < current);
        return step;
    }
}
