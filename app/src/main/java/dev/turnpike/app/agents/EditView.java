package dev.turnpike.app.agents;

import dev.turnpike.app.agent.DiffRow;
import dev.turnpike.app.agent.EditChoice;
import dev.turnpike.app.agent.SetupPlan;
import dev.turnpike.app.look.DiffLine;
import dev.turnpike.app.look.DiffView;
import dev.turnpike.app.look.Mark;
import dev.turnpike.app.look.MarkdownNodes;
import dev.turnpike.app.look.NoteBox;
import dev.turnpike.app.look.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What would be written into Claude Code's settings: the diff, the choices that add lines to it, and what to know.
final class EditView extends VBox {
    private final ConfigureModel model;
    private final DiffView diff;
    private final VBox choices = new VBox();
    private final VBox others = new VBox();
    private final VBox notes = new VBox();
    private final Map<EditChoice, CheckBox> boxes = new LinkedHashMap<>();
    private final Label problem = Words.wrapped("", "small", "tone-danger");

    // a box that follows the plan is not one that the user pressed
    private boolean following;

    /// @param more what else can be chosen, and is no line of the diff
    EditView(ConfigureModel model, Node... more) {
        this.model = model;
        this.diff = new DiffView(model.parts().shown(model.parts().setup().file()), List.of(), 0);
        getStyleClass().add("edit-view");
        choices.getStyleClass().add("edit-choices");
        problem.textProperty().bind(model.problemProperty());
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        problem.setId("edit-problem");
        others.getStyleClass().add("edit-view");
        getChildren().addAll(diff, others, choices);
        getChildren().addAll(more);
        getChildren().addAll(notes, problem);
        model.planProperty().addListener((observed, before, now) -> show(now));
        show(model.planProperty().get());
    }

    private void show(Optional<SetupPlan> plan) {
        if (plan.isEmpty()) {
            clear();
            return;
        }
        switch (plan.get()) {
            case SetupPlan.Ready ready -> show(ready);
            case SetupPlan.Unreadable unreadable ->
                problem("`" + model.parts().shown(unreadable.place()) + "` " + unreadable.what());
            case SetupPlan.Refused refused -> problem(model.parts().shown(refused.why()));
        }
    }

    /// What was shown would not be written any more.
    private void clear() {
        diff.show(List.of(), 0);
        boxes.clear();
        choices.getChildren().clear();
        others.getChildren().clear();
        notes.getChildren().clear();
    }

    private void problem(String sentence) {
        clear();
        notes.getChildren().setAll(new NoteBox(Mark.PROBLEM, sentence));
    }

    private void show(SetupPlan.Ready plan) {
        diff.show(
                plan.diff().rows().stream().map(EditView::line).toList(),
                plan.diff().unchanged());
        others.getChildren()
                .setAll(plan.others().stream()
                        .map(other -> new DiffView(
                                model.parts().shown(other.file()),
                                other.diff().rows().stream().map(EditView::line).toList(),
                                other.diff().unchanged()))
                        .toList());
        others.setManaged(!others.getChildren().isEmpty());
        // the boxes stay while they are the same ones, so that the focus does
        if (!List.copyOf(boxes.keySet()).equals(plan.choices())) {
            boxes.clear();
            choices.getChildren()
                    .setAll(plan.choices().stream().map(this::choice).toList());
        }
        following = true;
        boxes.forEach((choice, box) -> box.setSelected(plan.chosen().contains(choice.variable())));
        following = false;
        notes.getChildren()
                .setAll(new NoteBox(
                        Mark.HARMLESS, MarkdownNodes.line(model.parts().shown(String.join(" ", plan.notes())))));
    }

    private Node choice(EditChoice choice) {
        CheckBox box = new CheckBox(ConfigureModel.title(choice));
        // an underscore is part of a name, not a key to press
        box.setMnemonicParsing(false);
        box.setId("choice-" + choice.variable());
        box.setMinWidth(USE_PREF_SIZE);
        box.selectedProperty().addListener((observed, before, now) -> {
            if (!following) {
                model.choose(choice, now);
            }
        });
        boxes.put(choice, box);
        HBox row = new HBox(box, Words.wrapped(ConfigureModel.hint(choice), "small", "muted"));
        row.getStyleClass().add("edit-choice");
        return row;
    }

    private static DiffLine line(DiffRow row) {
        DiffLine.Change change = switch (row.change()) {
            case SAME -> DiffLine.Change.SAME;
            case ADDED -> DiffLine.Change.ADDED;
            case REMOVED -> DiffLine.Change.REMOVED;
            case CHANGED -> DiffLine.Change.CHANGED;
        };
        return new DiffLine(row.number(), change, row.before(), row.old(), row.after());
    }
}
