package dev.turnpike.app.inspector;

import dev.turnpike.gateway.exchange.ExchangeId;
import dev.turnpike.gateway.traffic.ExchangeSummary;
import dev.turnpike.gateway.traffic.StoredExchange;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The row of one exchange.
final class ExchangeRow implements ListRow {
    private final ReadOnlyObjectWrapper<ExchangeSummary> summary;
    private final SessionRow session;
    private long seq;
    private int pins;
    private final ReadOnlyBooleanWrapper pinned = new ReadOnlyBooleanWrapper(this, "pinned");
    private boolean shown;
    // made when they are asked for: thousands of rows come that nobody looks at
    private @Nullable String findable;
    private @Nullable RowFace face;

    ExchangeRow(ExchangeSummary summary, SessionRow session) {
        this.summary = new ReadOnlyObjectWrapper<>(this, "summary", summary);
        this.session = session;
    }

    ExchangeId id() {
        return summary().id();
    }

    ExchangeSummary summary() {
        return summary.get();
    }

    ReadOnlyObjectProperty<ExchangeSummary> summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    SessionRow session() {
        return session;
    }

    /// Its place in the store; 0 as long as it is not there.
    long seq() {
        return seq;
    }

    boolean isStored() {
        return seq > 0;
    }

    boolean isPinned() {
        return pinned.get();
    }

    /// It stays when the rest is cleared.
    ReadOnlyBooleanProperty pinnedProperty() {
        return pinned.getReadOnlyProperty();
    }

    /// It is being pinned or let go; until that is in the store, what the store says is older.
    void pinning(boolean wanted) {
        pins++;
        pin(wanted);
    }

    /// The store has heard of it, or could not.
    void pinned(boolean is) {
        pins--;
        pin(is);
    }

    private void pin(boolean is) {
        face = null;
        pinned.set(is);
    }

    /// It is in the store from now on.
    void store(StoredExchange line) {
        seq = line.seq();
        show(line.summary());
        pin(pins > 0 ? isPinned() : line.pinned());
    }

    /// What it shows now.
    RowFace face() {
        RowFace made = face;
        if (made == null) {
            made = RowFace.of(summary(), isPinned());
            face = made;
        }
        return made;
    }

    void show(ExchangeSummary newer) {
        findable = null;
        face = null;
        summary.set(newer);
    }

    /// Whether the filter lets it through, as [#apply] found.
    boolean passes() {
        return shown;
    }

    /// Asks the filter again.
    boolean apply(ListFilter filter) {
        String words = findable;
        if (words == null) {
            words = RowWords.findable(summary());
            findable = words;
        }
        shown = filter.shows(summary(), isPinned(), words);
        return shown;
    }

    /// The store has asked the filter, which knows all that was said.
    void pass(boolean wanted) {
        shown = wanted;
    }
}
