package dev.turnpike.app.onboarding;

import dev.turnpike.app.agents.AgentsStyle;
import dev.turnpike.app.look.Buttons;
import dev.turnpike.app.look.StepHead;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.onboarding.OnboardingModel.Step;
import dev.turnpike.app.text.Text;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The sheet of the first start: three cards and a way past them.
public final class OnboardingSheet extends VBox {
    private static final int WIDTH = 768;

    private final OnboardingModel model;
    private final Runnable openTraffic;
    private final StepHead head = new StepHead(
            Text.of("onboarding.step.route"), Text.of("onboarding.step.models"), Text.of("onboarding.step.connect"));
    private final StackPane card = new StackPane();
    private final HBox foot = new HBox();
    private final Label problem = Words.wrapped("", "small", "tone-danger");

    /// @param skip ends it without more
    /// @param openTraffic ends it and shows the traffic
    /// @param received runs once, when it is known where the first request goes
    public OnboardingSheet(OnboardingModel model, Runnable skip, Runnable openTraffic, Runnable received) {
        this.model = model;
        this.openTraffic = openTraffic;
        getStyleClass().addAll("onboarding", "wide");
        getStylesheets()
                .add(Objects.requireNonNull(OnboardingSheet.class.getResource("onboarding.css"))
                        .toExternalForm());
        AgentsStyle.on(this);
        setMinWidth(WIDTH);
        setMaxSize(WIDTH, USE_PREF_SIZE);
        Button past = Buttons.flat(Text.of("onboarding.skip"), skip);
        past.setId("onboarding-skip");
        past.getStyleClass().add("quiet");
        HBox.setHgrow(head, Priority.ALWAYS);
        HBox top = new HBox(head, past);
        top.getStyleClass().add("onboarding-head");
        card.getStyleClass().add("onboarding-card");
        foot.getStyleClass().add("sheet-foot");
        problem.textProperty().bind(model.problemProperty());
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        problem.getStyleClass().add("onboarding-problem");
        getChildren().addAll(top, card, problem, Words.line(), foot);
        model.stepProperty().addListener((observed, before, now) -> show(now));
        model.pairing().routedProperty().addListener((observed, before, now) -> {
            if (now) {
                received.run();
            }
        });
        show(model.stepProperty().get());
    }

    private void show(Step step) {
        head.current(List.of(Step.values()).indexOf(step));
        switch (step) {
            case ROUTE -> {
                card.getChildren().setAll(new RouteStep(model));
                Button demo = large("onboarding-demo", Buttons.outlined(Text.of("onboarding.demo"), model::useDemo));
                Button next = large("onboarding-next", Buttons.filled(Text.of("onboarding.continue"), model::next));
                next.disableProperty().bind(model.completeProperty().not());
                feet(Words.label(Text.of("onboarding.promise"), "small", "muted"), demo, next);
            }
            case MODELS -> {
                card.getChildren().setAll(new ModelsStep(model));
                Button next = large("onboarding-next", Buttons.filled(Text.of("onboarding.continue"), model::next));
                feet(back(), next);
                next.requestFocus();
            }
            case CONNECT -> {
                ConnectStep connect = new ConnectStep(model);
                card.getChildren().setAll(connect);
                Button traffic =
                        large("onboarding-traffic", Buttons.outlined(Text.of("onboarding.open-traffic"), openTraffic));
                Label finishes = Words.label(Text.of("onboarding.finishes"), "small", "muted");
                HBox left = new HBox(back(), finishes);
                left.getStyleClass().add("onboarding-back");
                feet(left, traffic, connect.act());
                connect.act().requestFocus();
            }
        }
    }

    private void feet(Node left, Node... acts) {
        foot.getChildren().setAll(left, Words.gap());
        foot.getChildren().addAll(acts);
    }

    private Button back() {
        return large("onboarding-back", Buttons.flat(Text.of("onboarding.back"), model::back));
    }

    static Button large(String id, Button button) {
        Buttons.large(button).setId(id);
        return button;
    }
}
