package dev.turnpike.app.onboarding;

import dev.turnpike.app.agent.EditChoice;
import dev.turnpike.app.agent.SetupPlan;
import dev.turnpike.app.hosting.GatewayStatus;
import dev.turnpike.app.look.Buttons;
import dev.turnpike.app.look.DiffView;
import dev.turnpike.app.look.Mark;
import dev.turnpike.app.look.NoteBox;
import dev.turnpike.app.look.StatusDot;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Text;
import java.util.Locale;
import javafx.beans.Observable;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The third step: what is written, and the wait for the first request.
final class ConnectPane extends VBox {
    private final ConnectModel model;
    private final HBox program = new HBox();
    private final Label missing = Words.wrapped("", "small", "muted");
    private final VBox edit = new VBox();
    private final WaitingBox waiting;
    private final Label trouble = Words.wrapped("", "small", "tone-danger");

    ConnectPane(ConnectModel model) {
        this.model = model;
        this.waiting = new WaitingBox(model);
        getStyleClass().add("onboarding-step");
        edit.getStyleClass().add("onboarding-edit");
        HBox head = new HBox(Words.label(Text.of("onboarding.connect"), "onboarding-title"), Words.gap(), program);
        head.getStyleClass().add("onboarding-line");
        trouble.setId("onboarding-trouble");
        trouble.textProperty().bind(model.trouble());
        trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
        trouble.visibleProperty().bind(trouble.managedProperty());
        getChildren().addAll(head, missing, edit, trouble, waiting);
        model.program().addListener(changed -> program());
        for (Observable part : new Observable[] {model.plan(), model.status(), model.configured()}) {
            part.addListener(changed -> edit());
        }
        program();
        edit();
    }

    private void program() {
        program.getChildren()
                .setAll(
                        switch (model.program().get()) {
                            case ConnectModel.Looking _ -> dot(Mark.STARTING, Text.of("onboarding.claude.looking"));
                            case ConnectModel.Found found ->
                                dot(
                                        Mark.RUNNING,
                                        found.version()
                                                .map(version -> Text.of("onboarding.claude.found", version))
                                                .orElseGet(() -> Text.of("onboarding.claude.found.plain")));
                            case ConnectModel.Missing _ -> dot(Mark.WARNS, Text.of("onboarding.claude.missing"));
                        });
        boolean isMissing = model.program().get() instanceof ConnectModel.Missing;
        missing.setText(isMissing ? Text.of("onboarding.claude.places", model.places()) : "");
        missing.setVisible(isMissing);
        missing.setManaged(isMissing);
    }

    private static StatusDot dot(Mark mark, String word) {
        StatusDot dot = new StatusDot(mark, word);
        dot.getStyleClass().addAll("small", "muted");
        return dot;
    }

    private void edit() {
        edit.getChildren().clear();
        fill();
        edit.setManaged(!edit.getChildren().isEmpty());
    }

    private void fill() {
        if (model.address().isEmpty()) {
            edit.getChildren().add(gateway(model.status().get()));
            return;
        }
        model.plan().get().ifPresent(plan -> {
            switch (plan) {
                case SetupPlan.Ready ready -> ready(ready);
                case SetupPlan.Unreadable unreadable -> unreadable(unreadable);
                case SetupPlan.Refused refused -> refused(refused);
            }
        });
    }

    private Node gateway(GatewayStatus status) {
        return switch (status) {
            case GatewayStatus.PortTaken taken ->
                new NoteBox(
                        Mark.BREAKS,
                        Text.of(
                                "onboarding.port",
                                String.valueOf(taken.port()),
                                taken.holder().orElse(Text.of("onboarding.port.somebody")),
                                String.valueOf(taken.free())),
                        named(
                                "port",
                                Buttons.outlined(
                                        Text.of("onboarding.port.use", String.valueOf(taken.free())),
                                        () -> model.use(taken.free()))));
            case GatewayStatus.Failed failed -> new NoteBox(Mark.BREAKS, failed.sentence(), start());
            case GatewayStatus.Stopped _ -> new NoteBox(Mark.STOPPED, Text.of("onboarding.gateway.stopped"), start());
            case GatewayStatus.Starting _ -> new NoteBox(Mark.STARTING, Text.of("onboarding.gateway.starting"));
            case GatewayStatus.Running _ -> new NoteBox(Mark.RUNNING, Text.of("onboarding.gateway.running"));
        };
    }

    private Node start() {
        return Buttons.outlined(Text.of("onboarding.gateway.start"), model::startGateway);
    }

    private static Node named(String id, Node node) {
        node.setId("onboarding-" + id);
        return node;
    }

    private void unreadable(SetupPlan.Unreadable plan) {
        String place = model.shown(plan.file()) + (plan.line() > 0 ? ":" + plan.line() + ":" + plan.column() : "");
        edit.getChildren()
                .add(new NoteBox(
                        Mark.BREAKS,
                        Text.of("onboarding.unreadable", place, plan.what()),
                        named("again", Buttons.outlined(Text.of("onboarding.again"), model::look))));
    }

    private void refused(SetupPlan.Refused plan) {
        edit.getChildren()
                .add(new NoteBox(
                        Mark.BREAKS,
                        plan.why(),
                        named("again", Buttons.outlined(Text.of("onboarding.again"), model::look))));
    }

    private void ready(SetupPlan.Ready plan) {
        if (!model.managed().isEmpty()) {
            NoteBox note =
                    new NoteBox(Mark.BREAKS, Text.of("onboarding.managed") + " " + String.join(" ", model.managed()));
            edit.getChildren().add(note);
            return;
        }
        if (!plan.diff().rows().isEmpty()) {
            edit.getChildren()
                    .add(new DiffView(
                            model.shown(plan.file()),
                            DiffLines.of(plan.diff()),
                            plan.diff().unchanged()));
        }
        if (model.configured().get().isEmpty()) {
            plan.choices().forEach(choice -> edit.getChildren().add(box(choice, plan)));
            if (!plan.notes().isEmpty()) {
                edit.getChildren().add(new NoteBox(Mark.HARMLESS, String.join(" ", plan.notes())));
            }
        }
    }

    private Node box(EditChoice choice, SetupPlan.Ready plan) {
        String kind = choice.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        CheckBox box = new CheckBox(Text.of("onboarding.choice." + kind, choice.variable()));
        // a variable has underscores
        box.setMnemonicParsing(false);
        box.setId("onboarding-choice-" + choice.variable());
        box.setSelected(plan.chosen().contains(choice.variable()));
        box.setOnAction(pressed -> model.choose(choice, box.isSelected()));
        Label second = Words.label(Text.of("onboarding.choice-second." + kind, choice.variable()), "small", "muted");
        HBox row = new HBox(box, second);
        row.getStyleClass().add("onboarding-choice");
        HBox.setHgrow(second, Priority.ALWAYS);
        return row;
    }
}
