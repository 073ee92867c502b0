package dev.turnpike.app.inspector;

import dev.turnpike.app.fx.WorkRunner;
import dev.turnpike.gateway.exchange.ExchangeId;
import dev.turnpike.gateway.traffic.Cursor;
import dev.turnpike.gateway.traffic.Recorder;
import dev.turnpike.gateway.traffic.TrafficBatch;
import dev.turnpike.gateway.traffic.filter.SeenValues;
import dev.turnpike.gateway.traffic.filter.TrafficFilter;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import org.jspecify.annotations.Nullable;

/// What the room Traffic shows, pulled from what was recorded.
final class InspectorModel {
    private static final System.Logger LOG = System.getLogger(InspectorModel.class.getName());

    private final Recorder recorder;
    private final StoredTraffic stored;
    private final WorkRunner work;
    private final ExchangeListModel list;
    private final HistoryLoader history;
    private final StoreChanges changes;
    private final DetailModel detail;
    private final ReadOnlyBooleanWrapper recording = new ReadOnlyBooleanWrapper(this, "recording");
    private Cursor cursor = Cursor.START;
    private Consumer<Runnable> changing = Runnable::run;

    InspectorModel(InspectorParts parts) {
        this.recorder = parts.recorder();
        this.stored = parts.stored();
        this.work = parts.work();
        this.list = new ExchangeListModel(parts.situation().home());
        this.history = new HistoryLoader(stored, work, list, change -> changing.accept(change));
        this.changes = new StoreChanges(recorder, stored, work, parts.toasts(), history::open);
        recording.set(!recorder.isPaused());
        detail = another();
        detail.rowProperty().bindBidirectional(list.selectedProperty());
        list.filterProperty().addListener((_, was, wanted) -> {
            if (!wanted.showsTheSame(was)) {
                history.open();
            }
        });
    }

    /// Has that run whatever changes the list by itself.
    void whenChanging(Consumer<Runnable> runner) {
        changing = runner;
    }

    WorkRunner work() {
        return work;
    }

    ExchangeListModel list() {
        return list;
    }

    HistoryLoader history() {
        return history;
    }

    /// The selected exchange, as far as it has come; null while none is selected or it is being fetched.
    ReadOnlyObjectProperty<@Nullable Detail> detailProperty() {
        return detail.detailProperty();
    }

    /// Why the selected exchange cannot be shown, a sentence; empty where nothing is wrong.
    ReadOnlyStringProperty troubleProperty() {
        return detail.troubleProperty();
    }

    /// New exchanges are recorded.
    ReadOnlyBooleanProperty recordingProperty() {
        return recording.getReadOnlyProperty();
    }

    void record(boolean wanted) {
        if (wanted) {
            recorder.resume();
        } else {
            recorder.pause();
        }
        recording.set(!recorder.isPaused());
    }

    /// Takes away all that have ended and are not pinned, until that is undone.
    void clear() {
        changes.clear();
        pull();
    }

    /// Takes it away, until that is undone; where it is selected, the one below it is selected then.
    /// Does nothing before it has ended.
    void delete(ExchangeRow row) {
        if (row.isStored()) {
            if (list.selectedProperty().get() == row) {
                list.selection().leave();
            }
            changes.delete(row);
        }
    }

    /// Pins it, or lets it go; does nothing before it has ended.
    void pin(ExchangeRow row) {
        if (row.isStored()) {
            changes.pin(row);
        }
    }

    /// What the selected exchange is.
    DetailModel detail() {
        return detail;
    }

    /// Follows another exchange, whichever is selected.
    DetailModel another() {
        return new DetailModel(recorder, stored, work);
    }

    /// Finds the row of an exchange: the one of the list, or one of its own where that does not have it.
    void row(ExchangeId id, Consumer<Optional<ExchangeRow>> told) {
        Optional<ExchangeRow> known = list.row(id);
        if (known.isPresent()) {
            told.accept(known);
        } else {
            work.run(
                    () -> stored.line(id),
                    line -> told.accept(line.map(list::apart)),
                    problem -> told.accept(Optional.empty()));
        }
    }

    /// Tells what has been seen in the traffic, once that is known.
    void seen(Consumer<SeenValues> told) {
        if (stored.mayHold()) {
            work.run(stored::seen, told, problem -> LOG.log(Level.DEBUG, "what was seen cannot be offered", problem));
        }
    }

    /// Gives everything about each stored exchange that is wanted, the newest one first. Not for the FX thread.
    void each(TrafficFilter filter, HarExport.Taker taker) throws IOException {
        stored.each(filter, taker);
    }

    /// Takes one batch, and what is new of the selected exchange; the answer is whether there was anything.
    boolean pull() {
        recording.set(!recorder.isPaused());
        if (!history.openedProperty().get() && !history.isOpening()) {
            history.open();
        }
        if (!history.openedProperty().get()) {
            // what memory has comes on top of what the store has
            return false;
        }
        TrafficBatch batch = recorder.feed().since(cursor);
        if (!batch.isEmpty()) {
            list.apply(
                    batch, stored.mayHold() && history.troubleProperty().get().isEmpty());
        }
        cursor = batch.next();
        history.look();
        return look() || !batch.isEmpty();
    }

    /// Ends: what was taken away is deleted.
    void close() {
        changes.commit();
        stored.close();
    }

    /// Fetches the selected exchange if it is another one than before or has changed; the answer is whether it did.
    boolean look() {
        return detail.look();
    }
}
