package dev.turnpike.app.inspector;

import dev.turnpike.app.fx.WorkRunner;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.exchange.ExchangeId;
import dev.turnpike.gateway.traffic.Cursor;
import dev.turnpike.gateway.traffic.Recorder;
import dev.turnpike.gateway.traffic.TrafficBatch;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// What the room Traffic shows, pulled from what was recorded.
final class InspectorModel {
    private final Recorder recorder;
    private final WorkRunner work;
    private final ExchangeListModel list;
    private final ReadOnlyObjectWrapper<@Nullable Detail> detail = new ReadOnlyObjectWrapper<>(this, "detail");
    private final ReadOnlyBooleanWrapper recording = new ReadOnlyBooleanWrapper(this, "recording");
    private Cursor cursor = Cursor.START;
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");
    private boolean loading;
    private @Nullable Failure failure;

    /// What could not be fetched: it is not tried again until it changes.
    private record Failure(ExchangeId id, long revision) {}

    /// @param home the user's own folder
    InspectorModel(Recorder recorder, WorkRunner work, String home) {
        this.recorder = recorder;
        this.list = new ExchangeListModel(home);
        this.work = work;
        recording.set(!recorder.isPaused());
        list.selectedProperty().addListener((_, _, _) -> look());
    }

    WorkRunner work() {
        return work;
    }

    ExchangeListModel list() {
        return list;
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

    /// Forgets everything that was recorded.
    void clear() {
        recorder.clear();
        pull();
    }

    /// Takes one batch, and what is new of the selected exchange; the answer is whether there was anything.
    boolean pull() {
        recording.set(!recorder.isPaused());
        TrafficBatch batch = recorder.feed().since(cursor);
        if (!batch.isEmpty()) {
            list.apply(batch);
        }
        cursor = batch.next();
        return look() || !batch.isEmpty();
    }

    /// Fetches the selected exchange if it is another one than before or has changed; the answer is whether it did.
    boolean look() {
        ExchangeRow row = list.selectedProperty().get();
        if (row == null) {
            boolean shown = detail.get() != null;
            detail.set(null);
            trouble.set("");
            return shown;
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
        OptionalLong revision = recorder.feed().revision(row.id());
        boolean current = same && revision.isPresent() && before.exchange().revision() == revision.getAsLong();
        if (loading || current || revision.isEmpty()) {
            return false;
        }
        Failure attempt = new Failure(row.id(), revision.getAsLong());
        if (attempt.equals(failure)) {
            return false;
        }
        loading = true;
        Optional<Detail> known = same ? Optional.of(before) : Optional.empty();
        work.run(() -> load(row.id(), known), this::show, _ -> failed(attempt));
        return true;
    }

    private Optional<Detail> load(ExchangeId id, Optional<Detail> known) {
        return recorder.feed().detail(id).map(exchange -> Detail.of(exchange, known));
    }

    private void show(Optional<Detail> loaded) {
        loading = false;
        ExchangeRow row = list.selectedProperty().get();
        if (row == null) {
            return;
        }
        boolean wanted =
                loaded.isPresent() && loaded.get().exchange().summary().id().equals(row.id());
        if (wanted) {
            failure = null;
            trouble.set("");
            detail.set(loaded.get());
        } else {
            // another one was selected meanwhile
            look();
        }
    }

    private void failed(Failure attempt) {
        loading = false;
        ExchangeRow row = list.selectedProperty().get();
        if (row != null && attempt.id().equals(row.id())) {
            failure = attempt;
            detail.set(null);
            trouble.set(Text.of("traffic.detail.failed"));
        } else {
            // another one was selected meanwhile
            look();
        }
    }
}
