package dev.turnpike.app.onboarding;

import dev.turnpike.app.agent.SetupPlan;
import dev.turnpike.app.agents.ConfigureModel;
import dev.turnpike.app.agents.EditView;
import dev.turnpike.app.agents.PairingCard;
import dev.turnpike.app.look.Buttons;
import dev.turnpike.app.look.Mark;
import dev.turnpike.app.look.Shape;
import dev.turnpike.app.look.StatusDot;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Text;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.beans.binding.BooleanExpression;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The third card: the diff of Claude Code's settings, then the wait for its first request.
final class ConnectStep extends VBox {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final OnboardingModel model;
    private final ConfigureModel edit;
    private final Button act;
    private final Label time = Words.fixed("", "small", "muted");

    ConnectStep(OnboardingModel model) {
        this.model = model;
        this.edit = model.editProperty().get().orElseThrow();
        this.act = OnboardingSheet.large(
                "onboarding-configure", Buttons.filled(Text.of("onboarding.configure"), model::configure));
        getStyleClass().add("onboarding-step");
        StackPane found = new StackPane();
        HBox head = new HBox(Words.label(Text.of("onboarding.connect"), "heading"), Words.gap(), found);
        head.getStyleClass().add("onboarding-row");
        EditView view = new EditView(edit);
        BooleanExpression configured =
                model.pairing().waitingProperty().or(model.pairing().receivedProperty());
        VBox pairing = new VBox(configured(), new PairingCard(model.pairing()));
        pairing.getStyleClass().add("onboarding-pairing");
        pairing.visibleProperty().bind(configured);
        pairing.managedProperty().bind(configured);
        view.choicesVisible(configured.not());
        act.visibleProperty().bind(configured.not());
        act.managedProperty().bind(act.visibleProperty());
        getChildren().addAll(head, view, pairing);
        configured.addListener((observed, before, now) -> sayTime());
        sayTime();
        edit.planProperty().addListener(changed -> judge());
        judge();
        model.parts()
                .work()
                .run(
                        () -> model.parts().find().get(),
                        claude -> found.getChildren()
                                .setAll(claude.map(known -> new StatusDot(
                                                Mark.RUNNING,
                                                Text.of(
                                                        "onboarding.claude",
                                                        known.version().orElse(""))))
                                        .orElseGet(
                                                () -> new StatusDot(Mark.STOPPED, Text.of("onboarding.claude.none")))),
                        failed -> {});
    }

    /// The one filled button of this card.
    Button act() {
        return act;
    }

    private void judge() {
        act.setDisable(!(edit.planProperty().get().orElse(null) instanceof SetupPlan.Ready));
    }

    private void sayTime() {
        time.setText(LocalTime.ofInstant(model.parts().clock().instant(), ZoneId.systemDefault())
                .format(TIME));
    }

    private HBox configured() {
        Button undo = Buttons.flat(Text.of("onboarding.undo"), "undo", model::undo);
        undo.setId("onboarding-undo");
        undo.getStyleClass().add("quiet");
        HBox row = new HBox(
                Shape.of(Mark.CLEAR), Words.fixed(Text.of("onboarding.configured"), "strong"), time, Words.gap(), undo);
        row.getStyleClass().add("onboarding-row");
        return row;
    }
}
