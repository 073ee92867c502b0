package dev.turnpike.app.inspector;

import dev.turnpike.app.look.Icon;
import javafx.scene.layout.Region;

/// The model that was asked for, an arrow, and the one that answered.
final class ModelsLine extends Region {
    private static final double GAP = 4;
    private static final double ARROW = 12;

    private final RowText asked = new RowText("row-asked");
    private final Icon arrow = Icon.of("arrow-r", (int) ARROW);
    private final RowText served = new RowText("row-served");

    ModelsLine() {
        arrow.getStyleClass().add("tone-subtle");
        getChildren().addAll(asked, arrow, served);
        setManaged(false);
    }

    RowText asked() {
        return asked;
    }

    RowText served() {
        return served;
    }

    @Override
    protected void layoutChildren() {
        double wanted = asked.wanted();
        asked.fit(wanted);
        asked.relocate(0, middle(asked.tall()));
        arrow.resizeRelocate(wanted + GAP, middle(ARROW), ARROW, ARROW);
        double x = wanted + GAP + ARROW + GAP;
        served.fit(Math.max(0, getWidth() - x));
        served.relocate(x, middle(served.tall()));
    }

    private double middle(double tall) {
        return Math.floor((getHeight() - tall) / 2);
    }
}
