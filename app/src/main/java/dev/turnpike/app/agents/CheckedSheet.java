package dev.turnpike.app.agents;

import dev.turnpike.app.agent.doctor.Checked;
import dev.turnpike.app.look.Card;
import dev.turnpike.app.look.Mark;
import dev.turnpike.app.look.Shape;
import dev.turnpike.app.look.SheetBox;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Figures;
import dev.turnpike.app.text.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Every place that was looked into, what it is, and how the look went.
final class CheckedSheet extends StackPane {
    private static final int WIDTH = 768;
    private static final int SECOND = 1_000;

    private final DoctorModel model;

    CheckedSheet(DoctorModel model, Runnable close) {
        this.model = model;
        List<Node> rows =
                new ArrayList<>(model.checked().stream().map(this::row).toList());
        Card card = new Card();
        card.show(rows);
        String sentence = Text.of(
                model.shellsProperty().get() ? "agents.read.sentence" : "agents.read.sentence.files",
                model.checked().size(),
                lasted(model.checked().stream().mapToLong(Checked::millis).sum()));
        SheetBox box = new SheetBox(WIDTH, Text.of("agents.read"), sentence, new InnerScroll(WIDTH, card));
        getChildren().add(box.foot(Words.gap(), RemedySheets.done(close)));
        AgentsStyle.on(this);
    }

    private static String lasted(long millis) {
        return millis < SECOND
                ? Text.of("agents.read.millis", millis)
                : Text.of("agents.read.seconds", Figures.seconds(Duration.ofMillis(millis)));
    }

    private Node row(Checked checked) {
        String kind = Text.of("agents.place." + checked.kind().id());
        Label what = Words.label(kind, "muted");
        what.getStyleClass().add("checked-kind");
        String file = checked.file().map(model.parts()::shown).orElse("");
        Label name = Words.label(checked.name().isEmpty() ? file : checked.name());
        if (checked.name().isEmpty()) {
            name.getStyleClass().add("mono");
        }
        Label place = Words.label(file.equals(name.getText()) ? "" : file, "mono", "muted");
        VBox words = new VBox(new HBox(name, place));
        words.getStyleClass().add("checked-words");
        ((HBox) words.getChildren().getFirst()).getStyleClass().add("checked-name");
        if (!checked.note().isEmpty()) {
            words.getChildren().add(Words.wrapped(model.parts().shown(checked.note()), "small", "muted"));
        }
        place.setTooltip(new Tooltip(file));
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        StackPane sign = new StackPane(Shape.of(checked.ok() ? Mark.CLEAR : Mark.WARNS));
        sign.getStyleClass().add("sign");
        HBox row = new HBox(sign, what, words, Words.fixed(lasted(checked.millis()), "num", "muted"));
        row.getStyleClass().add("checked-row");
        row.setAccessibleRole(AccessibleRole.TEXT);
        row.setAccessibleText(Text.of(
                checked.ok() ? "agents.read.row" : "agents.read.row.failed",
                kind,
                checked.name(),
                file,
                model.parts().shown(checked.note())));
        return row;
    }
}
