package dev.turnpike.app.shell;

import dev.turnpike.app.look.Buttons;
import dev.turnpike.app.look.Mark;
import dev.turnpike.app.look.Motion;
import dev.turnpike.app.look.Shape;
import dev.turnpike.app.text.Text;
import javafx.animation.FadeTransition;
import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/// The corner of a window in which its toasts stand.
final class ToastLayer implements Toasts {
    private static final double IN_MILLIS = 160;
    private static final double OUT_MILLIS = 120;
    private static final Duration READ = Duration.seconds(5);
    private static final Duration DECIDE = Duration.seconds(10);

    private final StackPane corner = new StackPane();
    private final PauseTransition time = new PauseTransition();
    private Runnable gone = () -> {};

    ToastLayer() {
        corner.setAlignment(Pos.BOTTOM_RIGHT);
        // above the acts at the foot of a room
        corner.setPadding(new Insets(16, 16, 60, 16));
        // what lies below stays clickable
        corner.setPickOnBounds(false);
        time.setOnFinished(event -> leave());
    }

    Node node() {
        return corner;
    }

    @Override
    public void show(Toast toast) {
        finish();
        gone = toast.gone();
        HBox box = new HBox(8, Shape.of(mark(toast.tone())), sentence(toast.sentence()));
        box.getStyleClass().add("toast");
        box.setAlignment(Pos.CENTER_LEFT);
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        box.setAccessibleRole(AccessibleRole.TEXT);
        box.setAccessibleText(toast.sentence());
        toast.act()
                .ifPresent(act -> box.getChildren().add(Buttons.link(act.title(), () -> {
                    gone = () -> {};
                    leave();
                    act.action().run();
                })));
        Button close = Buttons.small(Buttons.icon(Text.of("shell.toast.close"), "x", this::leave));
        box.getChildren().add(close);
        // it stays as long as somebody may be reading or about to press
        // but a mouse that only happens to be there does not hold it
        box.setOnMouseMoved(event -> time.stop());
        box.setOnMouseExited(event -> time.playFromStart());
        box.focusWithinProperty().addListener(observed -> wait(box));
        corner.getChildren().setAll(box);
        fade(box, IN_MILLIS, 0, 1).play();
        time.setDuration(toast.act().isPresent() ? DECIDE : READ);
        time.playFromStart();
    }

    private static Label sentence(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMaxWidth(480);
        return label;
    }

    private void wait(Node box) {
        if (box.isFocusWithin()) {
            time.stop();
        } else {
            time.playFromStart();
        }
    }

    private void finish() {
        Runnable last = gone;
        gone = () -> {};
        last.run();
    }

    private void leave() {
        finish();
        time.stop();
        for (Node box : corner.getChildren()) {
            FadeTransition out = fade(box, OUT_MILLIS, 1, 0);
            out.setOnFinished(event -> corner.getChildren().remove(box));
            out.play();
        }
    }

    private static FadeTransition fade(Node node, double millis, double from, double to) {
        FadeTransition fade = new FadeTransition(Motion.ofSystem().lasting(millis), node);
        fade.setFromValue(from);
        fade.setToValue(to);
        return fade;
    }

    private static Mark mark(Toast.Tone tone) {
        return switch (tone) {
            case OK -> Mark.CLEAR;
            case WARNING -> Mark.WARNS;
            case FAILURE -> Mark.PROBLEM;
        };
    }
}
