package dev.turnpike.app.inspector;

import dev.turnpike.gateway.exchange.ExchangeId;
import dev.turnpike.gateway.traffic.ExchangeSummary;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The row of one exchange.
final class ExchangeRow implements ListRow {
    private final ReadOnlyObjectWrapper<ExchangeSummary> summary;
    private final SessionRow session;
    private String findable;
    private boolean shown;
    private @Nullable RowFace face;

    ExchangeRow(ExchangeSummary summary, SessionRow session) {
        this.summary = new ReadOnlyObjectWrapper<>(this, "summary", summary);
        this.session = session;
        this.findable = RowWords.findable(summary);
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

    /// What it shows now.
    RowFace face() {
        RowFace made = face;
        if (made == null) {
            made = RowFace.of(summary());
            face = made;
        }
        return made;
    }

    void show(ExchangeSummary newer) {
        findable = RowWords.findable(newer);
        face = null;
        summary.set(newer);
    }

    /// Whether the filter lets it through, as [#apply] found.
    boolean passes() {
        return shown;
    }

    /// Asks the filter again.
    boolean apply(ListFilter filter) {
        shown = filter.shows(summary(), findable);
        return shown;
    }
}
