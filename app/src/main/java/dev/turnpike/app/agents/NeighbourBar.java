package dev.turnpike.app.agents;

import dev.turnpike.app.look.Buttons;
import dev.turnpike.app.look.Mark;
import dev.turnpike.app.look.StatusDot;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Text;
import java.util.Locale;
import java.util.OptionalInt;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/// Further places from which Claude Code is started, each with its state and what can be done about it.
final class NeighbourBar extends FlowPane {
    private final DoctorModel model;
    private final RemedyActs acts;

    NeighbourBar(DoctorModel model, RemedyActs acts) {
        this.model = model;
        this.acts = acts;
        getStyleClass().add("neighbours");
        model.neighbours().addListener((ListChangeListener<Object>) changed -> show());
        show();
    }

    private void show() {
        getChildren().setAll(Words.fixed(Text.of("agents.neighbours"), "strong"));
        model.neighbours().forEach(neighbour -> getChildren().add(part(neighbour)));
        setVisible(!model.neighbours().isEmpty());
        setManaged(isVisible());
    }

    private Node part(Neighbour neighbour) {
        String state = Text.of("agents.neighbour."
                + neighbour.standing().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        StatusDot dot = new StatusDot(mark(neighbour.standing()), neighbour.name());
        dot.setAccessibleText(Text.of("agents.neighbour.said", neighbour.name(), state, neighbour.sentence()));
        Tooltip.install(dot, new Tooltip(model.parts().shown(neighbour.sentence())));
        HBox part = new HBox(dot, Words.fixed(state, "small", "muted"));
        part.getStyleClass().add("neighbour");
        neighbour.act().ifPresent(act -> part.getChildren().add(button(neighbour, act)));
        if (neighbour.act().isEmpty() && neighbour.standing() != Neighbour.Standing.FOLLOWS) {
            neighbour
                    .file()
                    .ifPresent(file -> part.getChildren()
                            .add(Buttons.flat(
                                    Text.of("agents.remedy.open"), () -> acts.open(file, OptionalInt.empty()))));
        }
        return part;
    }

    private Button button(Neighbour neighbour, Neighbour.Act act) {
        Button button = Buttons.outlined(
                switch (act.verb()) {
                    case CONFIGURE -> Text.of("agents.neighbour.configure");
                    case UNDO -> Text.of("agents.neighbour.undo");
                },
                () -> acts.show(NeighbourSheets.of(neighbour, act, model.parts(), acts)));
        button.setId("neighbour-" + neighbour.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
        button.setAccessibleText(NeighbourSheets.title(neighbour, act));
        return button;
    }

    private static Mark mark(Neighbour.Standing standing) {
        return switch (standing) {
            case FOLLOWS -> Mark.CLEAR;
            case DIVERTED -> Mark.DIVERTS;
            case ASKS_LOGIN -> Mark.WARNS;
            case NOT_CONFIGURED -> Mark.STOPPED;
        };
    }
}
