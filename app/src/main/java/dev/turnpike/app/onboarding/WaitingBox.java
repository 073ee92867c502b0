package dev.turnpike.app.onboarding;

import dev.turnpike.app.look.Buttons;
import dev.turnpike.app.look.CopyButton;
import dev.turnpike.app.look.Kbd;
import dev.turnpike.app.look.Mark;
import dev.turnpike.app.look.Shape;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Text;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.beans.Observable;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What follows once Claude Code is configured: the way back, the command, and the first request.
final class WaitingBox extends VBox {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final String COMMAND = "claude";

    private final ConnectModel model;
    private final Label clock = Words.fixed("", "num", "muted");

    WaitingBox(ConnectModel model) {
        this.model = model;
        getStyleClass().add("onboarding-waiting");
        clock.textProperty().bind(model.waited());
        for (Observable part : new Observable[] {model.configured(), model.first(), model.test()}) {
            part.addListener(changed -> show());
        }
        show();
    }

    private void show() {
        getChildren().clear();
        boolean configured = model.configured().get().isPresent();
        model.configured().get().ifPresent(at -> getChildren().addAll(Words.line(), done(at)));
        VBox box = new VBox();
        box.getStyleClass().add("onboarding-box");
        if (configured && model.first().get().isEmpty()) {
            box.getChildren().addAll(command(), Words.line());
        }
        model.test().get().ifPresent(test -> box.getChildren().addAll(seen(test), Words.line()));
        if (configured || model.first().get().isPresent()) {
            box.getChildren().add(model.first().get().map(this::seen).orElseGet(this::waiting));
        }
        if (!box.getChildren().isEmpty()) {
            getChildren().add(box);
        }
    }

    private Node done(Instant at) {
        String time = at.equals(Instant.EPOCH)
                ? Text.of("onboarding.configured.before")
                : TIME.format(at.atZone(ZoneId.systemDefault()));
        Button undo = Buttons.flat(Text.of("onboarding.undo"), "undo", model::undo);
        undo.setId("onboarding-undo");
        undo.disableProperty().bind(model.busy());
        return row(
                "onboarding-configured",
                Shape.of(Mark.CLEAR),
                Words.label(Text.of("onboarding.configured"), "strong"),
                Words.label(time, "small", "muted"),
                Words.gap(),
                undo);
    }

    private Node command() {
        CopyButton copy = CopyButton.of(() -> COMMAND);
        return row(
                "onboarding-box-row",
                Words.fixed("$", "mono", "muted"),
                Words.label(Text.of("onboarding.run")),
                new Kbd(COMMAND),
                Words.label(Text.of("onboarding.run.where")),
                Words.gap(),
                copy);
    }

    private Node waiting() {
        return row(
                "onboarding-box-row",
                Shape.of(Mark.STARTING),
                Words.label(Text.of("onboarding.waiting")),
                Words.gap(),
                clock);
    }

    private Node seen(FirstRequest.Seen seen) {
        String kind = seen.test() ? "test" : "first";
        boolean failed = seen.failure().isPresent();
        Mark mark = failed ? Mark.PROBLEM : seen.isEnd() ? Mark.RUNNING : Mark.STARTING;
        String took =
                seen.took().map(WaitingBox::seconds).map(text -> ", " + text).orElse("");
        VBox words = new VBox(
                Words.wrapped(Text.of("onboarding.seen." + kind, names(seen) + took), failed ? "default" : "medium"));
        seen.failure().ifPresent(why -> words.getChildren().add(Words.wrapped(why, "small", "tone-danger")));
        words.setAlignment(Pos.CENTER_LEFT);
        return row("onboarding-box-row", Shape.of(mark), words);
    }

    private static String names(FirstRequest.Seen seen) {
        return seen.served().isEmpty() || seen.asked().equals(seen.served())
                ? seen.asked()
                : seen.asked() + " → " + seen.served();
    }

    private static String seconds(Duration took) {
        return Math.max(1, Math.round(took.toMillis() / 100.0)) / 10.0 + " s";
    }

    private static HBox row(String style, Node... nodes) {
        HBox row = new HBox(nodes);
        row.getStyleClass().add(style);
        return row;
    }
}
