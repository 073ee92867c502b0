package dev.turnpike.app.inspector;

import dev.turnpike.app.fx.WorkRunner;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.exchange.ExchangeId;
import dev.turnpike.gateway.traffic.Body;
import dev.turnpike.gateway.traffic.Cursor;
import dev.turnpike.gateway.traffic.RecordedExchange;
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
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
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
    private final ReadOnlyObjectWrapper<@Nullable Detail> detail = new ReadOnlyObjectWrapper<>(this, "detail");
    private final ReadOnlyBooleanWrapper recording = new ReadOnlyBooleanWrapper(this, "recording");
    private Cursor cursor = Cursor.START;
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");
    private Consumer<Runnable> changing = Runnable::run;
    private boolean loading;
    private @Nullable Version shown;
    private @Nullable Version failure;

    /// One state of one exchange.
    ///
    /// @param revision of what is in memory, 0 where it is not
    /// @param seq its place in the store, 0 where it is not
    private record Version(ExchangeId id, long revision, long seq) {}

    InspectorModel(InspectorParts parts) {
        this.recorder = parts.recorder();
        this.stored = parts.stored();
        this.work = parts.work();
        this.list = new ExchangeListModel(parts.situation().home());
        this.history = new HistoryLoader(stored, work, list, change -> changing.accept(change));
        this.changes = new StoreChanges(recorder, stored, work, parts.toasts(), history::open);
        recording.set(!recorder.isPaused());
        list.selectedProperty().addListener((_, _, _) -> look());
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
        return detail.getReadOnlyProperty();
    }

    /// Why the selected exchange cannot be shown, a sentence; empty where nothing is wrong.
    ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
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

    /// Takes the selected exchange away, until that is undone; the one below it is selected then.
    void delete() {
        ExchangeRow row = list.selectedProperty().get();
        if (row != null && row.isStored()) {
            list.leave();
            changes.delete(row);
        }
    }

    /// Pins the selected exchange, or lets it go; does nothing before it has ended.
    void pin() {
        ExchangeRow row = list.selectedProperty().get();
        if (row != null && row.isStored()) {
            changes.pin(row);
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
        if (!history.openedProperty().get() && !history.isOpening()) {
            history.open();
        }
        recording.set(!recorder.isPaused());
        TrafficBatch batch = recorder.feed().since(cursor);
        if (!batch.isEmpty()) {
            list.apply(batch);
        }
        cursor = batch.next();
        history.look();
        return look() || !batch.isEmpty();
    }

    /// The room is not shown any more: what was taken away cannot be undone, and no file is held open.
    void rest() {
        changes.commit();
        work.later(stored::close);
    }

    /// Fetches the selected exchange if it is another one than before or has changed; the answer is whether it did.
    boolean look() {
        ExchangeRow row = list.selectedProperty().get();
        if (row == null) {
            boolean wasShown = detail.get() != null;
            detail.set(null);
            trouble.set("");
            shown = null;
            return wasShown;
        }
        if (failure != null && !failure.id().equals(row.id())) {
            failure = null;
            trouble.set("");
        }
        Detail before = detail.get();
        boolean same = before != null && before.exchange().summary().id().equals(row.id());
        if (before != null && !same) {
            detail.set(null);
        }
        Version version =
                new Version(row.id(), recorder.feed().revision(row.id()).orElse(0), row.seq());
        boolean current = same && version.equals(shown);
        boolean nowhere = version.revision() == 0 && version.seq() == 0;
        if (loading || current || nowhere || version.equals(failure)) {
            return false;
        }
        loading = true;
        Optional<Detail> known = same ? Optional.of(before) : Optional.empty();
        work.run(() -> load(version, known), found -> show(version, found), _ -> failed(version));
        return true;
    }

    private Optional<Detail> load(Version version, Optional<Detail> known) {
        return find(version.id(), version.seq()).map(exchange -> Detail.of(exchange, known));
    }

    /// Everything about one exchange: from memory, or from the store where memory has let its body go. Not for the FX
    /// thread.
    Optional<RecordedExchange> find(ExchangeId id, long seq) {
        Optional<RecordedExchange> held = recorder.feed().detail(id);
        boolean whole = held.filter(exchange -> exchange.body().keeping() != Body.Keeping.LET_GO)
                .isPresent();
        return whole || seq == 0 ? held : stored.detail(seq).or(() -> held);
    }

    private void show(Version version, Optional<Detail> loaded) {
        loading = false;
        ExchangeRow row = list.selectedProperty().get();
        if (row == null) {
            return;
        }
        if (!version.id().equals(row.id())) {
            // another one was selected meanwhile
            look();
        } else if (loaded.isPresent()) {
            failure = null;
            shown = version;
            trouble.set("");
            detail.set(loaded.get());
        } else {
            failed(version, "traffic.detail.gone");
        }
    }

    private void failed(Version version) {
        failed(version, "traffic.detail.failed");
    }

    private void failed(Version version, String why) {
        loading = false;
        ExchangeRow row = list.selectedProperty().get();
        if (row != null && version.id().equals(row.id())) {
            failure = version;
            detail.set(null);
            trouble.set(Text.of(why));
        } else {
            // another one was selected meanwhile
            look();
        }
    }
}
