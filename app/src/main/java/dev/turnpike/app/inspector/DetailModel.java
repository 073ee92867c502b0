package dev.turnpike.app.inspector;

import dev.turnpike.app.fx.WorkRunner;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.exchange.ExchangeId;
import dev.turnpike.gateway.traffic.Body;
import dev.turnpike.gateway.traffic.RecordedExchange;
import dev.turnpike.gateway.traffic.Recorder;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// Everything about the exchange of one row, fetched anew as it grows.
final class DetailModel {
    private final Recorder recorder;
    private final StoredTraffic stored;
    private final WorkRunner work;
    private final ObjectProperty<@Nullable ExchangeRow> row = new SimpleObjectProperty<>(this, "row");
    private final ReadOnlyObjectWrapper<@Nullable Detail> detail = new ReadOnlyObjectWrapper<>(this, "detail");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");
    private boolean loading;
    private @Nullable Version shown;
    private @Nullable Version failure;

    /// One state of one exchange.
    ///
    /// @param revision of what is in memory, 0 where it is not
    /// @param seq its place in the store, 0 where it is not
    private record Version(ExchangeId id, long revision, long seq) {}

    DetailModel(Recorder recorder, StoredTraffic stored, WorkRunner work) {
        this.recorder = recorder;
        this.stored = stored;
        this.work = work;
        row.addListener((_, _, _) -> look());
    }

    WorkRunner work() {
        return work;
    }

    /// The row whose exchange is shown; null for none.
    ObjectProperty<@Nullable ExchangeRow> rowProperty() {
        return row;
    }

    /// The exchange, as far as it has come; null while there is none or it is being fetched.
    ReadOnlyObjectProperty<@Nullable Detail> detailProperty() {
        return detail.getReadOnlyProperty();
    }

    /// Why it cannot be shown, a sentence; empty where nothing is wrong.
    ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /// Fetches the exchange if it is another one than before or has changed; the answer is whether it did.
    boolean look() {
        ExchangeRow wanted = row.get();
        if (wanted == null) {
            boolean wasShown = detail.get() != null;
            detail.set(null);
            trouble.set("");
            shown = null;
            return wasShown;
        }
        if (failure != null && !failure.id().equals(wanted.id())) {
            failure = null;
            trouble.set("");
        }
        Detail before = detail.get();
        boolean same = before != null && before.exchange().summary().id().equals(wanted.id());
        if (before != null && !same) {
            detail.set(null);
        }
        Version version =
                new Version(wanted.id(), recorder.feed().revision(wanted.id()).orElse(0), wanted.seq());
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

    /// Everything about the exchange of a row; empty where it is nowhere any more. Not for the FX thread.
    Optional<RecordedExchange> find(ExchangeRow of) {
        return find(of.id(), of.seq());
    }

    /// From memory, or from the store where memory has let its body go.
    Optional<RecordedExchange> find(ExchangeId id, long seq) {
        Optional<RecordedExchange> held = recorder.feed().detail(id);
        boolean whole = held.filter(exchange -> exchange.body().keeping() != Body.Keeping.LET_GO)
                .isPresent();
        return whole || seq == 0 ? held : stored.detail(seq).or(() -> held);
    }

    private void show(Version version, Optional<Detail> loaded) {
        loading = false;
        ExchangeRow wanted = row.get();
        if (wanted == null) {
            return;
        }
        if (!version.id().equals(wanted.id())) {
            // another one is wanted meanwhile
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
        ExchangeRow wanted = row.get();
        if (wanted != null && version.id().equals(wanted.id())) {
            failure = version;
            detail.set(null);
            trouble.set(Text.of(why));
        } else {
            // another one is wanted meanwhile
            look();
        }
    }
}
