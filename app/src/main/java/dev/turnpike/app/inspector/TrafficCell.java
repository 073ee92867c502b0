package dev.turnpike.app.inspector;

import dev.turnpike.app.look.Icon;
import dev.turnpike.app.look.Mark;
import dev.turnpike.app.look.Shape;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.traffic.ExchangeState;
import dev.turnpike.gateway.traffic.ExchangeSummary;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// A cell of the list: an exchange, or the head of a session.
final class TrafficCell extends ListCell<ListRow> {
    private static final double INDENT = 12;

    private final Consumer<SessionRow> fold;
    private final SessionHead session = new SessionHead();
    private final StackPane shape = new StackPane();
    private final Label time = Words.label("", "num");
    private final Label what = Words.label("", "title");
    private final Label asked = Words.fixed("", "small", "muted");
    private final Label served = Words.label("", "served");
    private final HBox models = new HBox(asked, arrow(), served);
    private final Label in = Words.label("", "num");
    private final Label out = Words.label("", "num", "live-number");
    private final Label first = Words.label("", "num");
    private final ColumnsPane exchange;
    // nodes that stay need no new styles, and that is most of the work of a cell
    private final StackPane content;
    private final Map<Mark, Shape> shapes = new EnumMap<>(Mark.class);
    private final ChangeListener<ExchangeSummary> changed = (_, _, summary) -> show(summary);
    private @Nullable ExchangeRow shown;
    private @Nullable Mark mark;

    TrafficCell(ObservableValue<Columns> columns, Consumer<SessionRow> fold) {
        this.fold = fold;
        models.getStyleClass().add("models");
        models.setMinWidth(0);
        exchange = new ColumnsPane(columns, shape, time, what, models, in, out, first);
        content = new StackPane(session, exchange);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setText(null);
        setPrefWidth(0);
        addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
    }

    private static Icon arrow() {
        Icon arrow = Icon.of("arrow-r", 12);
        arrow.getStyleClass().add("tone-subtle");
        return arrow;
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
        ExchangeRow before = shown;
        if (before != null) {
            before.summaryProperty().removeListener(changed);
        }
        shown = null;
        session.show(!empty && item instanceof SessionRow head ? head : null);
        mark("session", !empty && item instanceof SessionRow);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText("");
            unmark();
            return;
        }
        switch (item) {
            case SessionRow head -> {
                unmark();
                fill(true);
                setAccessibleText(head.nameProperty().get() + ", "
                        + head.requestsProperty().get() + " "
                        + Text.of(
                                "traffic.session.requests",
                                head.requestsProperty().get()));
            }
            case ExchangeRow row -> {
                shown = row;
                row.summaryProperty().addListener(changed);
                fill(false);
                show(row.summary());
            }
        }
    }

    private void fill(boolean head) {
        session.setVisible(head);
        exchange.setVisible(!head);
        if (getGraphic() == null) {
            setGraphic(content);
        }
    }

    private void shape(Mark wanted) {
        Shape next = shapes.get(wanted);
        if (next == null) {
            next = Shape.of(wanted);
            shapes.put(wanted, next);
            shape.getChildren().add(next);
        }
        for (Shape other : shapes.values()) {
            other.setVisible(false);
        }
        next.setVisible(true);
    }

    private void unmark() {
        for (String state : new String[] {"turn", "background", "failover", "failed", "sub", "live"}) {
            mark(state, false);
        }
    }

    private void show(ExchangeSummary summary) {
        Mark wanted = RowMarks.of(summary);
        if (wanted != mark) {
            mark = wanted;
            shape(wanted);
        }
        boolean live = !summary.state().isEnd();
        time.setText(Figures.clock(summary.epochMillis()));
        what.setText(RowWords.what(summary));
        what.setPadding(summary.kind().isSubAgent() ? new Insets(0, 0, 0, INDENT) : Insets.EMPTY);
        asked.setText(ModelNames.asked(summary.askedModel()));
        served.setText(ModelNames.served(summary.servedModel(), summary.channel()));
        in.setText(tokens(summary.tokensIn(), live));
        out.setText(tokens(summary.tokensOut(), live));
        first.setText(summary.firstToken().map(Figures::seconds).orElse(live ? "…" : "–"));
        mark("turn", wanted == Mark.USER_TURN);
        mark("background", wanted == Mark.BACKGROUND);
        mark("failover", wanted == Mark.FAILOVER);
        mark("failed", summary.state() instanceof ExchangeState.Failed);
        mark("sub", summary.kind().isSubAgent());
        mark("live", live);
        setAccessibleText(RowWords.sentence(summary));
    }

    private static String tokens(long tokens, boolean live) {
        if (tokens > 0) {
            return Figures.tokens(tokens);
        }
        return live ? "…" : "–";
    }

    private void mark(String state, boolean holds) {
        pseudoClassStateChanged(PseudoClass.getPseudoClass(state), holds);
    }
}
