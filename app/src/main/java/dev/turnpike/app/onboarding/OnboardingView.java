package dev.turnpike.app.onboarding;

import dev.turnpike.app.look.Buttons;
import dev.turnpike.app.look.StepHead;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.onboarding.OnboardingModel.Step;
import dev.turnpike.app.text.Text;
import java.util.List;
import java.util.Objects;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;

/// The three steps as they are seen.
final class OnboardingView extends SheetFrame {
    private final OnboardingModel model;
    private final Runnable openTraffic;
    private final StepHead steps = new StepHead(
            Text.of("onboarding.step.route"), Text.of("onboarding.step.models"), Text.of("onboarding.step.connect"));
    private final Button skip;
    private final RoutePane route;
    private final ModelsPane models;
    private final ConnectPane connect;
    private final Label trouble = Words.wrapped("", "small", "tone-danger");
    private final Timeline clock = new Timeline(new KeyFrame(Duration.seconds(1), tick -> tick()));

    OnboardingView(OnboardingModel model, Runnable close, Runnable openTraffic) {
        this.model = model;
        this.openTraffic = openTraffic;
        skip = Buttons.flat(Text.of("onboarding.skip"), close);
        skip.setId("onboarding-skip");
        route = new RoutePane(model.route());
        models = new ModelsPane(model.models());
        connect = new ConnectPane(model.connection());
        getStylesheets()
                .add(Objects.requireNonNull(OnboardingView.class.getResource("onboarding.css"))
                        .toExternalForm());
        head(steps, Words.gap(), skip);
        trouble.textProperty().bind(model.trouble());
        trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
        trouble.visibleProperty().bind(trouble.managedProperty());
        clock.setCycleCount(Animation.INDEFINITE);
        ObservableValue<Window> window = sceneProperty().flatMap(Scene::windowProperty);
        window.flatMap(OnboardingView::seen).orElse(false).addListener((observed, was, is) -> run(is));
        model.step().addListener(changed -> show());
        model.finished().addListener(changed -> acts());
        model.demoAnswers().addListener(changed -> acts());
        model.connection().plan().addListener(changed -> acts());
        model.connection().configured().addListener(changed -> acts());
        model.connection().status().addListener(changed -> acts());
        show();
    }

    private static ObservableValue<Boolean> seen(Window window) {
        return window instanceof Stage stage
                ? stage.showingProperty().and(stage.iconifiedProperty().not())
                : window.showingProperty();
    }

    /// The clock stands while nobody can see it.
    private void run(boolean seen) {
        if (seen) {
            clock.play();
        } else {
            clock.stop();
        }
    }

    private void tick() {
        if (model.step().get() == Step.CONNECT && !model.finished().get()) {
            model.connection().tick();
        }
    }

    private void show() {
        steps.current(List.of(Step.values()).indexOf(model.step().get()));
        content(
                switch (model.step().get()) {
                    case ROUTE -> route;
                    case MODELS -> models;
                    case CONNECT -> connect;
                });
        acts();
    }

    private void acts() {
        skip.setText(Text.of(model.finished().get() ? "onboarding.done" : "onboarding.skip"));
        switch (model.step().get()) {
            case ROUTE -> routeActs();
            case MODELS -> foot(back(), Words.gap(), trouble, next());
            case CONNECT -> connectActs();
        }
    }

    private void routeActs() {
        if (model.demoAnswers().get()) {
            foot(
                    Words.label(Text.of("onboarding.promise.demo"), "small", "muted"),
                    demo(),
                    Words.gap(),
                    trouble,
                    next());
        } else {
            foot(Words.label(Text.of("onboarding.promise"), "small", "muted"), Words.gap(), trouble, next());
        }
    }

    private Node demo() {
        return named("demo", Buttons.link(Text.of("onboarding.demo"), model::useDemo));
    }

    private void connectActs() {
        ConnectModel connection = model.connection();
        Button traffic = connection.canConfigure() || !model.finished().get()
                ? Buttons.outlined(Text.of("onboarding.traffic"), openTraffic)
                : Buttons.filled(Text.of("onboarding.traffic"), openTraffic);
        named("traffic", Buttons.large(traffic));
        Node said = Words.label(
                Text.of(model.finished().get() ? "onboarding.foot.finished" : "onboarding.foot.waiting"),
                "small",
                "muted");
        if (connection.canConfigure()) {
            Button configure = Buttons.large(Buttons.filled(Text.of("onboarding.configure"), connection::configure));
            configure.disableProperty().bind(connection.busy());
            foot(back(), said, Words.gap(), named("configure", configure));
            return;
        }
        Button test = Buttons.large(Buttons.outlined(Text.of("onboarding.test"), connection::sendTest));
        foot(back(), said, Words.gap(), named("test", test), traffic);
        test.setVisible(connection.canTest());
        test.setManaged(connection.canTest());
    }

    private Node back() {
        return named("back", Buttons.large(Buttons.flat(Text.of("onboarding.back"), model::back)));
    }

    private Node next() {
        Button next = Buttons.large(Buttons.filled(Text.of("onboarding.continue"), model::next));
        next.setDefaultButton(true);
        return named("next", next);
    }

    private static Node named(String id, Button button) {
        button.setId("onboarding-" + id);
        return button;
    }
}
