package dev.turnpike.app.inspector;

import dev.turnpike.app.text.HomePath;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.traffic.ExchangeSummary;
import dev.turnpike.gateway.traffic.SessionKey;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;

/// The head of a session, and the exchanges under it in the order in which they arrived.
final class SessionRow implements ListRow {
    private final SessionKey key;
    private final String home;
    private final List<ExchangeRow> exchanges = new ArrayList<>();
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper(this, "name");
    private final BooleanProperty folded = new SimpleBooleanProperty(this, "folded");
    private final IntegerProperty requests = new SimpleIntegerProperty(this, "requests");
    private int listed;

    /// @param home the user's own folder, said as `~`; may be empty
    SessionRow(SessionKey key, String home) {
        this.key = key;
        this.home = home;
        this.name.set(key.client().isEmpty() ? Text.of("traffic.session.none") : key.client());
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

    /// How many exchanges it has, filtered or not.
    IntegerProperty requestsProperty() {
        return requests;
    }

    List<ExchangeRow> exchanges() {
        return exchanges;
    }

    void add(ExchangeRow row) {
        exchanges.add(row);
        requests.set(exchanges.size());
    }

    void remove(ExchangeRow row) {
        exchanges.remove(row);
        requests.set(exchanges.size());
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
