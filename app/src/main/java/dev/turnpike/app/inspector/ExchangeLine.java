package dev.turnpike.app.inspector;

import dev.turnpike.app.inspector.Columns.Column;
import dev.turnpike.app.look.Icon;
import dev.turnpike.app.look.Mark;
import dev.turnpike.app.look.Shape;
import java.util.EnumMap;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// What the row of an exchange shows, in the columns of the list. Its parts stay; only what differs is changed.
final class ExchangeLine extends Region {
    private static final double INDENT = 12;
    private static final double PIN = 10;
    private static final PseudoClass STRONG = PseudoClass.getPseudoClass("strong");
    private static final PseudoClass FADED = PseudoClass.getPseudoClass("faded");
    private static final PseudoClass LIVE = PseudoClass.getPseudoClass("live");

    private final ObservableValue<Columns> columns;
    private final Group shape = new Group();
    private final RowText time = new RowText("row-figure");
    private final RowText what = new RowText();
    private final ModelsLine models = new ModelsLine();
    private final RowText in = new RowText("row-figure");
    private final RowText out = new RowText("row-figure");
    private final RowText first = new RowText("row-figure");
    private final RowText speed = new RowText("row-figure");
    private @Nullable Icon pin;
    private final Map<Mark, Shape> shapes = new EnumMap<>(Mark.class);
    private @Nullable RowFace shown;

    ExchangeLine(ObservableValue<Columns> columns) {
        this.columns = columns;
        // a change in a row must not lay out the list
        setManaged(false);
        shape.setManaged(false);
        shape.setAutoSizeChildren(false);
        getChildren().addAll(shape, time, what, models, in, out, first, speed);
        columns.addListener((_, _, _) -> requestLayout());
    }

    void show(RowFace face) {
        if (face.equals(shown)) {
            return;
        }
        if (shown == null || shown.mark() != face.mark()) {
            mark(face.mark());
        }
        time.show(face.time());
        what.show(face.what());
        models.asked().show(face.asked());
        models.served().show(face.served());
        models.requestLayout();
        in.show(face.in());
        out.show(face.out());
        out.mark(LIVE, face.live());
        first.show(face.first());
        speed.show(face.speed());
        pin(face.pinned());
        shown = face;
        requestLayout();
    }

    private void pin(boolean pinned) {
        if (pinned && pin == null) {
            pin = Icon.of("pin", PIN);
            pin.getStyleClass().add("row-pin");
            pin.setManaged(false);
            getChildren().add(pin);
        }
        if (pin != null) {
            pin.setVisible(pinned);
        }
    }

    private void mark(Mark mark) {
        for (Shape other : shapes.values()) {
            other.setVisible(false);
        }
        Shape next = shapes.get(mark);
        if (next == null) {
            next = Shape.of(mark);
            next.setManaged(false);
            shapes.put(mark, next);
            shape.getChildren().add(next);
        }
        next.setVisible(true);
        what.mark(STRONG, mark == Mark.USER_TURN);
        what.mark(FADED, mark == Mark.BACKGROUND);
        models.served().mark(STRONG, mark == Mark.FAILOVER);
        models.served().mark(FADED, mark == Mark.BACKGROUND);
    }

    @Override
    protected void layoutChildren() {
        RowFace face = shown;
        if (face == null) {
            return;
        }
        Columns wanted = columns.getValue();
        double rest = getWidth() - 2 * ColumnsPane.SIDE + ColumnsPane.GAP;
        for (Column column : Column.values()) {
            rest -= wanted.shows(column) ? column.width() + ColumnsPane.GAP : 0;
        }
        double x = ColumnsPane.SIDE;
        for (Column column : Column.values()) {
            boolean visible = wanted.shows(column);
            double width = column.width() == 0 ? Math.max(0, rest) : column.width();
            place(column, visible, x, width, face);
            x += visible ? width + ColumnsPane.GAP : 0;
        }
        if (pin != null) {
            pin.resizeRelocate(1, Math.floor((getHeight() - PIN) / 2), PIN, PIN);
        }
    }

    private void place(Column column, boolean visible, double x, double width, RowFace face) {
        switch (column) {
            case SHAPE -> place(face.mark(), x, width);
            case TIME -> left(time, visible, x, width);
            case WHAT -> {
                double indent = face.inner() ? INDENT : 0;
                left(what, visible, x + indent, Math.max(0, width - indent));
            }
            case SERVED -> {
                models.setVisible(visible);
                models.resizeRelocate(x, 0, width, getHeight());
            }
            case IN -> right(in, visible, x, width);
            case OUT -> right(out, visible, x, width);
            case FIRST -> right(first, visible, x, width);
            case SPEED -> right(speed, visible, x, width);
        }
    }

    private void place(Mark mark, double x, double width) {
        Shape drawn = shapes.get(mark);
        if (drawn != null) {
            double size = drawn.prefWidth(-1);
            drawn.resizeRelocate(x + Math.floor((width - size) / 2), Math.floor((getHeight() - size) / 2), size, size);
        }
    }

    private void left(RowText text, boolean visible, double x, double width) {
        text.setVisible(visible);
        if (visible) {
            text.fit(width);
            text.relocate(x, Math.floor((getHeight() - text.tall()) / 2));
        }
    }

    private void right(RowText text, boolean visible, double x, double width) {
        left(text, visible, x + Math.max(0, width - text.wanted()), width);
    }
}
