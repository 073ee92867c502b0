package dev.turnpike.app.agents;

import dev.turnpike.app.look.Buttons;
import dev.turnpike.app.look.CommandBox;
import dev.turnpike.app.look.Mark;
import dev.turnpike.app.look.NoteBox;
import dev.turnpike.app.look.SheetBox;
import dev.turnpike.app.look.Steps;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Text;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The sheet with the proof in four steps.
final class VerifySheet extends StackPane {
    private static final int WIDTH = 768;

    private final VerifyModel model;
    private final Steps steps = new Steps(
            Text.of("agents.verify.step.gateway"),
            Text.of("agents.verify.step.settings"),
            Text.of("agents.verify.step.shells"),
            Text.of("agents.verify.step.request"));
    private final VBox failures = new VBox();

    VerifySheet(VerifyModel model, Runnable close) {
        this.model = model;
        failures.getStyleClass().add("verify-failures");
        Button test = Buttons.outlined(Text.of("agents.verify.test"), model::sendTest);
        test.setId("verify-test");
        HBox waiting = new HBox(
                Words.fixed(Text.of("agents.verify.run"), "small", "muted"),
                new CommandBox(PairingCard.CLAUDE),
                Words.gap(),
                test);
        waiting.getStyleClass().add("verify-waiting");
        waiting.visibleProperty().bind(model.waitingProperty());
        waiting.managedProperty().bind(waiting.visibleProperty());
        SheetBox box = new SheetBox(
                WIDTH,
                Text.of("agents.verify.title"),
                Text.of("agents.verify.sentence"),
                new InnerScroll(WIDTH, steps, failures, waiting));
        getChildren().add(box.foot(Words.gap(), RemedySheets.done(close)));
        AgentsStyle.on(this);
        model.steps().addListener((ListChangeListener<Object>) changed -> show());
        show();
    }

    private void show() {
        for (int i = 0; i < model.steps().size(); i++) {
            VerifyStep step = model.steps().get(i);
            steps.show(
                    i,
                    switch (step.progress()) {
                        case WAITING -> Steps.State.WAITING;
                        case RUNNING -> Steps.State.RUNNING;
                        case OK -> Steps.State.OK;
                        case FAILED -> Steps.State.FAILED;
                    },
                    step.outcome());
        }
        failures.getChildren()
                .setAll(model.failures().stream()
                        .map(sentence -> new NoteBox(Mark.PROBLEM, sentence))
                        .toList());
        failures.setManaged(!failures.getChildren().isEmpty());
    }
}
