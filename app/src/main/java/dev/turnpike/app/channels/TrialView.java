package dev.turnpike.app.channels;

import dev.turnpike.app.look.Buttons;
import dev.turnpike.app.look.Steps;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.trial.TrialEvent;
import dev.turnpike.gateway.trial.TrialStep;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.collections.MapChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// The four steps of a test, what the upstream said when one failed, and what to do about it.
final class TrialView extends VBox {
    private final TrialModel trial;
    private final Steps steps = new Steps(Stream.of(TrialStep.values())
            .map(step -> Text.of("channels.test." + step.name().toLowerCase(Locale.ROOT)))
            .toArray(String[]::new));
    private final Label advice = Words.wrapped("", "small", "muted");
    private final Button button;

    /// @param start begins a test
    TrialView(TrialModel trial, Runnable start) {
        this.trial = trial;
        getStyleClass().add("trial");
        advice.setId("channel-test-advice");
        advice.visibleProperty().bind(advice.textProperty().isNotEmpty());
        advice.managedProperty().bind(advice.visibleProperty());
        button = Buttons.outlined("", () -> {
            if (trial.runningProperty().get()) {
                trial.cancel();
            } else {
                start.run();
            }
        });
        button.setId("channel-test");
        steps.act(button);
        getChildren().addAll(steps, advice);
        trial.steps().addListener((MapChangeListener<TrialStep, TrialEvent>) change -> show());
        trial.runningProperty().addListener(change -> show());
        show();
    }

    private void show() {
        button.setText(Text.of(trial.runningProperty().get() ? "channels.test.cancel" : "channels.test"));
        int place = 0;
        for (TrialStep step : TrialStep.values()) {
            show(place++, step);
        }
        steps.say(trial.failure().map(TrialEvent.Failed::words).orElse(""));
        advice.setText(trial.failure().map(TrialEvent.Failed::advice).orElse(""));
    }

    private void show(int place, TrialStep step) {
        switch (trial.steps().get(step)) {
            case TrialEvent.Began _ -> steps.show(place, Steps.State.RUNNING, Text.of("channels.test.running"));
            case TrialEvent.Noted(var _, var fact) -> steps.show(place, Steps.State.RUNNING, fact);
            case TrialEvent.Passed passed -> steps.show(place, Steps.State.OK, passed.fact());
            case TrialEvent.Skipped(var _, var why) -> steps.show(place, Steps.State.WAITING, why);
            case TrialEvent.Failed _ -> steps.show(place, Steps.State.FAILED, Text.of("channels.test.failed"));
            case null -> steps.show(place, Steps.State.WAITING, "");
        }
    }
}
