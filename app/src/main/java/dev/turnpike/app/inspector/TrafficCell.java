package dev.turnpike.app.inspector;

import dev.turnpike.app.text.Figures;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.traffic.ExchangeSummary;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.ListCell;
import javafx.scene.control.Skin;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.ListCellSkin;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// A cell of the list: an exchange, or the head of a session.
final class TrafficCell extends ListCell<ListRow> {
    private static final PseudoClass SESSION = PseudoClass.getPseudoClass("session");

    private final Consumer<SessionRow> fold;
    private final SessionHead session = new SessionHead();
    private final ExchangeLine exchange;
    private final ChangeListener<ExchangeSummary> changed = (_, _, _) -> refresh();
    private final Tooltip route = new Tooltip();
    private final ChangeListener<Boolean> pinned = (_, _, _) -> refresh();
    private @Nullable ExchangeRow shown;

    TrafficCell(ObservableValue<Columns> columns, Consumer<SessionRow> fold) {
        this.fold = fold;
        exchange = new ExchangeLine(columns);
        session.setVisible(false);
        exchange.setVisible(false);
        setPrefWidth(0);
        route.setOnShowing(_ -> route.setText(shown == null ? "" : RowWords.route(shown.summary())));
        addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new Lines(this);
    }

    /// Puts the two lines in the cell; it has no text of its own.
    private static final class Lines extends ListCellSkin<ListRow> {
        Lines(TrafficCell cell) {
            super(cell);
            updateChildren();
        }

        @Override
        protected void updateChildren() {
            if (getSkinnable() instanceof TrafficCell cell) {
                getChildren().setAll(cell.session, cell.exchange);
            }
        }

        @Override
        protected void layoutChildren(double x, double y, double width, double height) {
            getChildren().forEach(line -> line.resizeRelocate(x, y, width, height));
        }
    }

    /// A click on a head folds its session and selects nothing.
    private void pressed(MouseEvent event) {
        if (getItem() instanceof SessionRow head) {
            event.consume();
            if (event.getButton() == MouseButton.PRIMARY) {
                fold.accept(head);
            }
        }
    }

    @Override
    protected void updateItem(@Nullable ListRow item, boolean empty) {
        super.updateItem(item, empty);
        ListRow row = empty ? null : item;
        ExchangeRow next = row instanceof ExchangeRow of ? of : null;
        if (next != shown) {
            if (shown != null) {
                shown.summaryProperty().removeListener(changed);
                shown.pinnedProperty().removeListener(pinned);
            }
            shown = next;
            if (next != null) {
                next.summaryProperty().addListener(changed);
                next.pinnedProperty().addListener(pinned);
            }
        }
        SessionRow head = row instanceof SessionRow of ? of : null;
        session.show(head);
        session.setVisible(head != null);
        setTooltip(next == null ? null : route);
        exchange.setVisible(next != null);
        pseudoClassStateChanged(SESSION, head != null);
        if (head != null) {
            SessionTotals totals = head.totalsProperty().get();
            String count = Figures.count(totals.requests());
            String words = Text.of("traffic.session.requests", totals.requests());
            String cost = totals.cost().isEmpty() ? "" : ", " + totals.cost();
            setAccessibleText(head.nameProperty().get() + ", " + count + " " + words + cost);
        } else if (next != null) {
            refresh();
        } else {
            setAccessibleText("");
        }
    }

    private void refresh() {
        ExchangeRow row = shown;
        if (row != null) {
            RowFace face = row.face();
            exchange.show(face);
            setAccessibleText(face.sentence());
        }
    }
}
