package dev.turnpike.app.inspector;

import dev.turnpike.app.text.HomePath;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.traffic.ExchangeSummary;
import dev.turnpike.gateway.traffic.SessionKey;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// The head of a session, and the exchanges under it in the order in which they arrived, as far as they were read.
final class SessionRow implements ListRow {
    private final SessionKey key;
    private final String home;
    private final List<ExchangeRow> exchanges = new ArrayList<>();
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper(this, "name");
    private final BooleanProperty folded = new SimpleBooleanProperty(this, "folded");
    private final ReadOnlyObjectWrapper<SessionTotals> totals =
            new ReadOnlyObjectWrapper<>(this, "totals", SessionTotals.NONE);
    private SessionTotals stored = SessionTotals.NONE;
    private int listed;

    /// @param home the user's own folder, said as `~`; may be empty
    SessionRow(SessionKey key, String home) {
        this.key = key;
        this.home = home;
        this.name.set(key.client().isEmpty() ? Text.of("traffic.session.none") : key.client());
    }

    /// Programs of one session may call themselves differently; those without a session go by their name.
    static String group(SessionKey key) {
        return key.id().isEmpty() ? "client " + key.client() : "session " + key.id();
    }

    SessionKey key() {
        return key;
    }

    /// Learns the folder of the session, if this exchange tells it.
    void learn(ExchangeSummary summary) {
        if (!summary.project().isEmpty()) {
            name.set(HomePath.shown(summary.project(), home));
        }
    }

    /// The folder, else the name of the client.
    ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }

    String shortId() {
        return key.shortId();
    }

    /// Whether its exchanges are hidden under it.
    BooleanProperty foldedProperty() {
        return folded;
    }

    /// What all its exchanges come to, filtered or not, read or not.
    ReadOnlyObjectProperty<SessionTotals> totalsProperty() {
        return totals.getReadOnlyProperty();
    }

    /// What those of the store come to.
    void stored(SessionTotals known) {
        stored = known;
    }

    /// One more is in the store.
    void stored(ExchangeSummary summary) {
        stored = stored.with(summary);
    }

    /// Adds up anew.
    void sum() {
        SessionTotals sum = stored;
        for (ExchangeRow row : exchanges) {
            if (!row.isStored()) {
                sum = sum.with(row.summary());
            }
        }
        totals.set(sum);
    }

    List<ExchangeRow> exchanges() {
        return exchanges;
    }

    /// Adds it behind those that arrived before it or at the same time.
    void add(ExchangeRow row) {
        int from = 0;
        int to = exchanges.size();
        // most come last
        int at = to - 1;
        while (from < to) {
            if (exchanges.get(at).summary().epochMillis() > row.summary().epochMillis()) {
                to = at;
            } else {
                from = at + 1;
            }
            at = (from + to) / 2;
        }
        exchanges.add(from, row);
    }

    void remove(ExchangeRow row) {
        exchanges.remove(row);
    }

    /// Forgets its exchanges, and how many of its rows are listed.
    void empty() {
        exchanges.clear();
        stored = SessionTotals.NONE;
        listed = 0;
    }

    /// How many rows of the list are its own now.
    int listed() {
        return listed;
    }

    void list(int count) {
        listed = count;
    }

    /// What the list shows of it: nothing, its head, or the head and what passes the filter.
    List<ListRow> rows() {
        List<ListRow> rows = new ArrayList<>();
        for (ExchangeRow row : exchanges) {
            if (row.passes()) {
                if (rows.isEmpty()) {
                    rows.add(this);
                }
                if (folded.get()) {
                    break;
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
