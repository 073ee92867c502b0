package dev.turnpike.app.inspector;

import dev.turnpike.app.fx.WorkRunner;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Figures;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.exchange.ExchangeId;
import dev.turnpike.gateway.traffic.Body;
import dev.turnpike.gateway.traffic.RecordedAttempt;
import dev.turnpike.gateway.traffic.RecordedExchange;
import dev.turnpike.gateway.traffic.TimedEvent;
import dev.turnpike.gateway.traffic.TimedEvents;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// When what came: phases, ticks, and every event of the upstream's stream with its time.
final class TimingView extends VBox {
    private static final double ROW = 24;
    private static final double NARROW = 470;

    private final WorkRunner work;
    private final PhaseBars phases = new PhaseBars();
    private final TickTimeline ticks = new TickTimeline();
    private final Label silence = Words.fixed("", "small", "tone-warning");
    private final Label count = Words.fixed("", "caption");
    private final Label none = Words.wrapped("", "small", "muted", "timing-none");
    private final VBox stream = new VBox();
    private final ObservableList<TimingRow> rows = FXCollections.observableArrayList();
    private final ListView<TimingRow> table = new ListView<>(rows);
    private final Set<Integer> open = new HashSet<>();
    private TimedEvents reading = new TimedEvents();
    private @Nullable ExchangeId shown;
    private @Nullable RecordedExchange latest;
    private boolean busy;
    private int attempts;
    private int told = -1;
    private TimingScale scale = TimingScale.NOTHING;
    private List<TimedEvent> events = List.of();

    TimingView(WorkRunner work) {
        this.work = work;
        getStyleClass().add("timing");
        table.getStyleClass().add("event-list");
        table.setFixedCellSize(ROW);
        table.setAccessibleText(Text.of("traffic.timing.events"));
        table.setCellFactory(_ -> new TimingCell(() -> scale, this::toggle));
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            boolean acts = event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE;
            if (acts && table.getSelectionModel().getSelectedItem() instanceof TimingRow.Many many) {
                int at = table.getSelectionModel().getSelectedIndex();
                toggle(many);
                table.getSelectionModel().clearAndSelect(at);
                event.consume();
            }
        });
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox.setVgrow(stream, Priority.ALWAYS);
        VBox plot = new VBox(legend(), ticks);
        plot.getStyleClass().add("timing-plot");
        stream.getChildren().addAll(plot, head(), table);
        VBox above = new VBox(phases);
        above.getStyleClass().add("timing-phases");
        stream.setMinWidth(0);
        getChildren().addAll(above, stream, none);
        // the field between the ticks says it, too
        silence.visibleProperty().bind(widthProperty().greaterThan(NARROW));
        silence.managedProperty().bind(silence.visibleProperty());
        count.visibleProperty().bind(silence.visibleProperty());
        count.managedProperty().bind(silence.visibleProperty());
    }

    private HBox legend() {
        HBox legend = new HBox(Words.fixed(Text.of("traffic.timing.events"), "strong"));
        for (TimedEvent.Kind kind : List.of(TimedEvent.Kind.THINKING, TimedEvent.Kind.TEXT, TimedEvent.Kind.TOOL)) {
            String name = kind.name().toLowerCase(Locale.ROOT);
            Label label = Words.fixed(Text.of("traffic.timing.legend." + name), "caption");
            label.setGraphic(Words.swatch("tick-" + name));
            legend.getChildren().add(label);
        }
        legend.getChildren().addAll(Words.gap(), silence);
        legend.getStyleClass().add("timing-legend");
        legend.setMinWidth(0);
        return legend;
    }

    private HBox head() {
        HBox head = new HBox();
        head.getStyleClass().addAll("column-head", "event-head");
        head.setMinWidth(0);
        String[] names = {"at", "gap", "event", "bytes"};
        for (int i = 0; i < names.length; i++) {
            Label label = Words.fixed(Text.of("traffic.timing.column." + names[i]), "caption");
            label.setMinWidth(TimingCell.WIDTHS[i]);
            label.setPrefWidth(TimingCell.WIDTHS[i]);
            label.setAlignment(i == 2 ? Pos.CENTER_LEFT : Pos.CENTER_RIGHT);
            head.getChildren().add(label);
        }
        head.getChildren().addAll(Words.label(Text.of("traffic.timing.column.data"), "caption"), Words.gap(), count);
        return head;
    }

    void show(RecordedExchange exchange) {
        Optional<RecordedAttempt> attempt = last(exchange);
        if (!exchange.summary().id().equals(shown)
                || attempts != exchange.attempts().size()) {
            shown = exchange.summary().id();
            attempts = exchange.attempts().size();
            reading = new TimedEvents();
            events = List.of();
            open.clear();
            told = -1;
            table.scrollTo(0);
        }
        latest = exchange;
        draw(exchange, attempt);
        if (!busy && attempt.isPresent()) {
            read(exchange, attempt.get());
        }
    }

    /// A long stream takes a while to be told apart.
    private void read(RecordedExchange exchange, RecordedAttempt attempt) {
        busy = true;
        TimedEvents from = reading;
        work.run(() -> from.read(attempt), found -> take(exchange, from, found), _ -> busy = false);
    }

    private void take(RecordedExchange read, TimedEvents from, List<TimedEvent> found) {
        busy = false;
        RecordedExchange now = latest;
        if (now == null) {
            return;
        }
        if (from == reading) {
            events = found;
            draw(now, last(now));
        }
        if (now.revision() != read.revision()
                || !now.summary().id().equals(read.summary().id())) {
            // it has gone on, or another one is shown
            last(now).ifPresent(attempt -> read(now, attempt));
        }
    }

    private static Optional<RecordedAttempt> last(RecordedExchange exchange) {
        return exchange.attempts().isEmpty()
                ? Optional.empty()
                : Optional.of(exchange.attempts().getLast());
    }

    private void draw(RecordedExchange exchange, Optional<RecordedAttempt> attempt) {
        TimingScale before = scale;
        scale = TimingScale.of(exchange, attempt, events);
        if (!scale.longest().equals(before.longest())) {
            // a row that stays may not be the one any more
            table.refresh();
        }
        phases.show(scale, !exchange.summary().state().isEnd());
        ticks.show(scale, events);
        silence.setText(scale.longest()
                .map(event -> Text.of("traffic.timing.longest", Figures.seconds(event.gap())))
                .orElse(""));
        if (told != events.size()) {
            told = events.size();
            long bytes = attempt.map(RecordedAttempt::received).map(Body::size).orElse(0L);
            count.setText(Text.of("traffic.timing.count", events.size(), Figures.bytes(bytes)));
            fill();
        }
        boolean streamed = !events.isEmpty();
        stream.setVisible(streamed);
        stream.setManaged(streamed);
        none.setVisible(!streamed);
        none.setManaged(!streamed);
        none.setText(why(exchange, attempt));
    }

    private static String why(RecordedExchange exchange, Optional<RecordedAttempt> attempt) {
        if (attempt.isPresent() && !attempt.get().received().isKept()) {
            return Text.of("traffic.timing.gone");
        }
        if (!exchange.summary().state().isEnd()) {
            return Text.of("traffic.timing.waiting");
        }
        boolean came = attempt.isPresent() && attempt.get().received().size() > 0;
        return Text.of(came ? "traffic.timing.none" : "traffic.timing.nothing");
    }

    /// Changes the end of the table alone, where that is all that changed.
    private void fill() {
        List<TimingRow> wanted = TimingRow.of(events, open);
        int same = 0;
        while (same < Math.min(rows.size(), wanted.size()) && rows.get(same).equals(wanted.get(same))) {
            same++;
        }
        rows.remove(same, rows.size());
        rows.addAll(wanted.subList(same, wanted.size()));
    }

    private void toggle(TimingRow.Many many) {
        if (!open.remove(many.start())) {
            open.add(many.start());
        }
        fill();
    }

    ListView<TimingRow> table() {
        return table;
    }
}
