package dev.turnpike.app.inspector;

import dev.turnpike.app.inspector.Columns.Column;
import dev.turnpike.app.look.Pill;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Text;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The list with its column heads and the pill that leads to new rows.
final class ListPane extends VBox {
    private static final double ROW = 28;
    private static final int NEAR = 20;

    private final ExchangeListModel model;
    private final ListView<ListRow> list;
    private final ObjectProperty<Columns> columns = new SimpleObjectProperty<>(Columns.ALL);
    private boolean syncing;
    private boolean mayHaveScrolled;
    // found once: it is asked for several times a pulse
    private @Nullable VirtualFlow<?> found;

    ListPane(ExchangeListModel model) {
        this.model = model;
        list = new ListView<>(model.rows());
        getStyleClass().add("traffic-pane");
        list.getStyleClass().add("traffic-list");
        list.setFixedCellSize(ROW);
        list.setAccessibleText(Text.of("shell.room.traffic"));
        list.setCellFactory(_ -> new TrafficCell(columns, this::fold));
        widthProperty().addListener((_, _, width) -> columns.set(Columns.at(width.doubleValue())));
        Pill pill = new Pill("", () -> model.followingProperty().set(true));
        pill.textProperty().bind(model.unseenProperty().map(count -> Text.of("traffic.new", count)));
        pill.visibleProperty().bind(model.unseenProperty().greaterThan(0));
        pill.managedProperty().bind(pill.visibleProperty());
        StackPane stack = new StackPane(list, pill);
        StackPane.setAlignment(pill, Pos.BOTTOM_CENTER);
        StackPane.setMargin(pill, new Insets(0, 0, 12, 0));
        VBox.setVgrow(stack, Priority.ALWAYS);
        ColumnsPane head = head();
        getChildren().addAll(head, stack);
        list.skinProperty().subscribe(skin -> align(head));
        listen();
    }

    private ColumnsPane head() {
        Node[] heads = Stream.of(Column.values()).map(ListPane::head).toArray(Node[]::new);
        ColumnsPane head = new ColumnsPane(columns, heads);
        head.getStyleClass().add("column-head");
        return head;
    }

    /// The heads stand above their columns also where the rows give room to a scroll bar.
    private void align(ColumnsPane head) {
        list.lookupAll(".scroll-bar").stream()
                .filter(ScrollBar.class::isInstance)
                .map(ScrollBar.class::cast)
                .filter(bar -> bar.getOrientation() == Orientation.VERTICAL)
                .forEach(bar -> {
                    bar.visibleProperty().subscribe(() -> head.leave(width(bar)));
                    bar.widthProperty().subscribe(() -> head.leave(width(bar)));
                });
    }

    private static double width(ScrollBar bar) {
        return bar.isVisible() ? bar.getWidth() : 0;
    }

    private static Label head(Column column) {
        String key = "traffic.column." + column.name().toLowerCase(Locale.ROOT);
        return column == Column.SHAPE ? new Label() : Words.label(Text.of(key), "caption");
    }

    private void listen() {
        list.getSelectionModel().selectedItemProperty().addListener((_, _, row) -> {
            if (!syncing && row instanceof ExchangeRow exchange) {
                model.selectedProperty().set(exchange);
            }
        });
        model.selectedProperty().addListener((_, _, row) -> {
            select(row);
            reveal(row);
        });
        model.followingProperty().addListener((_, _, follows) -> {
            if (follows) {
                follow();
            }
        });
        list.addEventFilter(ScrollEvent.SCROLL, _ -> mayHaveScrolled = true);
        list.addEventFilter(MouseEvent.MOUSE_DRAGGED, _ -> mayHaveScrolled = true);
        list.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> mayHaveScrolled = true);
    }

    ListView<ListRow> list() {
        return list;
    }

    private void fold(SessionRow session) {
        keeping(() -> model.fold(session, !session.foldedProperty().get()));
    }

    /// Opens that menu on a row.
    void menu(ExchangeMenu menu) {
        ContextMenu open = new ContextMenu();
        list.setOnContextMenuRequested(event -> {
            open.getItems().setAll(menu.all());
            open.show(list, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        // the skin of the list would show it a second time
        list.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> open.hide());
    }

    /// Does what changes rows without moving those that are read; the answer is that of the change.
    boolean keeping(BooleanSupplier change) {
        noticeScrolling();
        VirtualFlow<?> flow = flow();
        IndexedCell<?> top = flow == null ? null : flow.getFirstVisibleCell();
        int before = top == null ? -1 : top.getIndex();
        ListRow anchor =
                before >= 0 && before < model.rows().size() ? model.rows().get(before) : null;
        int size = model.rows().size();
        ExchangeRow newest = model.newest();
        double offset = top == null ? 0 : top.getLayoutY();
        boolean changed = change.getAsBoolean();
        reselect();
        if (model.followingProperty().get()) {
            if (newest != model.newest() || size != model.rows().size()) {
                follow();
            }
        } else if (flow != null && anchor != null && size != model.rows().size()) {
            stay(flow, anchor, offset);
        }
        return changed;
    }

    /// Brings the row back to where it was.
    private void stay(VirtualFlow<?> flow, ListRow anchor, double offset) {
        int after = model.rows().indexOf(anchor);
        if (after < 0) {
            return;
        }
        list.layout();
        flow.layout();
        IndexedCell<?> top = flow.getFirstVisibleCell();
        if (top != null) {
            double now = (after - top.getIndex()) * ROW + top.getLayoutY();
            if (now != offset) {
                flow.scrollPixels(now - offset);
            }
        }
    }

    /// Whether the first rows are in sight, or nearly.
    boolean isNearTop() {
        VirtualFlow<?> flow = flow();
        IndexedCell<?> top = flow == null ? null : flow.getFirstVisibleCell();
        return top != null && top.getIndex() < NEAR;
    }

    /// A list that was scrolled to its end follows; one that was scrolled away from it does not.
    void noticeScrolling() {
        if (mayHaveScrolled) {
            mayHaveScrolled = false;
            model.followingProperty().set(isAtEnd());
        }
    }

    private boolean isAtEnd() {
        VirtualFlow<?> flow = flow();
        IndexedCell<?> bottom = flow == null ? null : flow.getLastVisibleCell();
        if (bottom == null) {
            return true;
        }
        ExchangeRow newest = model.newest();
        int end = newest == null ? -1 : model.rows().indexOf(newest);
        int last = model.rows().size() - 1;
        return bottom.getIndex() >= last || (end >= 0 && end < last && isInSight(end));
    }

    private void follow() {
        ExchangeRow newest = model.newest();
        int at = newest == null ? -1 : model.rows().indexOf(newest);
        if (at == model.rows().size() - 1) {
            list.scrollTo(at);
        } else if (at >= 0) {
            reveal(newest);
        }
    }

    private void reveal(@Nullable ExchangeRow row) {
        int at = row == null ? -1 : model.rows().indexOf(row);
        VirtualFlow<?> flow = flow();
        if (at >= 0 && flow != null && !isInSight(at)) {
            flow.scrollTo(at);
        }
    }

    private boolean isInSight(int index) {
        VirtualFlow<?> flow = flow();
        IndexedCell<?> cell = flow == null ? null : flow.getVisibleCell(index);
        return flow != null && cell != null && cell.getLayoutY() >= 0 && cell.getLayoutY() + ROW <= flow.getHeight();
    }

    private void reselect() {
        if (list.getSelectionModel().getSelectedItem()
                != model.selectedProperty().get()) {
            select(model.selectedProperty().get());
        }
    }

    private void select(@Nullable ExchangeRow row) {
        syncing = true;
        int at = row == null ? -1 : model.rows().indexOf(row);
        if (at < 0) {
            list.getSelectionModel().clearSelection();
        } else {
            list.getSelectionModel().clearAndSelect(at);
            list.getFocusModel().focus(at);
        }
        syncing = false;
    }

    private @Nullable VirtualFlow<?> flow() {
        if (found == null) {
            found = (VirtualFlow<?>) list.lookup(".virtual-flow");
        }
        return found;
    }
}
