package dev.turnpike.app.inspector;

import dev.turnpike.app.inspector.Columns.Column;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// One row laid out in the columns of the list; columns without room are left out.
final class ColumnsPane extends Region {
    static final double GAP = 8;
    static final double SIDE = 12;

    private final ObservableValue<Columns> columns;
    private final Map<Column, Node> nodes = new EnumMap<>(Column.class);

    private double left;

    /// @param nodes one for each [Column], in their order
    ColumnsPane(ObservableValue<Columns> columns, Node... nodes) {
        this.columns = columns;
        int at = 0;
        for (Column column : Column.values()) {
            this.nodes.put(column, nodes[at]);
            at++;
        }
        getChildren().addAll(nodes);
        columns.addListener((_, _, _) -> requestLayout());
    }

    /// Leaves so much room at the right, where the rows below have less than these.
    void leave(double width) {
        left = width;
        requestLayout();
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        Columns shown = columns.getValue();
        double rest = getWidth() - left - 2 * SIDE;
        for (Column column : Column.values()) {
            rest -= shown.shows(column) ? column.width() + GAP : 0;
        }
        rest += GAP;
        double x = SIDE;
        double height = getHeight();
        for (Column column : Column.values()) {
            Node node = Objects.requireNonNull(nodes.get(column));
            boolean visible = shown.shows(column);
            node.setVisible(visible);
            if (visible) {
                double width = column.width() == 0 ? Math.max(0, rest) : column.width();
                place(node, column, x, width, height);
                x += width + GAP;
            }
        }
    }

    private static void place(Node node, Column column, double x, double width, double height) {
        double wanted = Math.min(width, Math.ceil(node.prefWidth(-1)));
        double tall = Math.min(height, Math.ceil(node.prefHeight(-1)));
        double left = switch (column) {
            case SHAPE -> x + Math.floor((width - wanted) / 2);
            case IN, OUT, FIRST, SPEED -> x + width - wanted;
            case TIME, WHAT, SERVED -> x;
        };
        boolean fills = column == Column.WHAT || column == Column.SERVED;
        node.resizeRelocate(left, Math.floor((height - tall) / 2), fills ? width : wanted, tall);
    }
}
