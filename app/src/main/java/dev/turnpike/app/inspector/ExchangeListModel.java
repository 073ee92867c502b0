package dev.turnpike.app.inspector;

import dev.turnpike.gateway.exchange.ExchangeId;
import dev.turnpike.gateway.traffic.ExchangeSummary;
import dev.turnpike.gateway.traffic.SessionKey;
import dev.turnpike.gateway.traffic.TrafficBatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The list as it is shown: sessions in the order of their first exchange, under each what passes the filter.
final class ExchangeListModel {
    private final String home;
    private final Map<String, SessionRow> sessions = new LinkedHashMap<>();
    private final Map<ExchangeId, ExchangeRow> byId = new HashMap<>();
    private final ObservableList<ListRow> rows = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable ExchangeRow> selected = new SimpleObjectProperty<>(this, "selected");
    private final ObjectProperty<ListFilter> filter = new SimpleObjectProperty<>(this, "filter", ListFilter.USUAL);
    private final BooleanProperty following = new SimpleBooleanProperty(this, "following", true);
    private final ReadOnlyIntegerWrapper shown = new ReadOnlyIntegerWrapper(this, "shown");
    private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper(this, "total");
    private final ReadOnlyIntegerWrapper unseen = new ReadOnlyIntegerWrapper(this, "unseen");
    private @Nullable ExchangeRow newest;

    /// @param home the user's own folder
    ExchangeListModel(String home) {
        this.home = home;
        filter.addListener((_, was, wanted) -> {
            if (!wanted.showsTheSame(was)) {
                refilter(wanted);
            }
        });
        following.addListener((_, _, follows) -> {
            if (follows) {
                unseen.set(0);
            }
        });
    }

    /// Heads of sessions and exchanges, as they stand in the list.
    ObservableList<ListRow> rows() {
        return rows;
    }

    /// The exchange that the detail shows; stays selected while the filter hides it.
    ObjectProperty<@Nullable ExchangeRow> selectedProperty() {
        return selected;
    }

    ObjectProperty<ListFilter> filterProperty() {
        return filter;
    }

    /// New rows are brought into sight.
    BooleanProperty followingProperty() {
        return following;
    }

    /// How many exchanges pass the filter.
    ReadOnlyIntegerProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    ReadOnlyIntegerProperty totalProperty() {
        return total.getReadOnlyProperty();
    }

    /// How many exchanges came since the list stopped following.
    ReadOnlyIntegerProperty unseenProperty() {
        return unseen.getReadOnlyProperty();
    }

    /// The exchange that came last of those that are shown.
    @Nullable
    ExchangeRow newest() {
        return newest;
    }

    /// Takes what changed. Rows that did not change are not touched.
    void apply(TrafficBatch batch) {
        if (batch.reset()) {
            forget();
        }
        Set<SessionRow> touched = new LinkedHashSet<>();
        for (ExchangeId id : batch.dropped()) {
            drop(id, touched);
        }
        for (ExchangeSummary summary : batch.changed()) {
            ExchangeRow known = byId.get(summary.id());
            if (known == null) {
                touched.add(add(summary));
            } else if (renew(known, summary)) {
                touched.add(known.session());
            }
        }
        touched.forEach(this::relist);
        total.set(byId.size());
    }

    private void forget() {
        sessions.clear();
        byId.clear();
        rows.clear();
        selected.set(null);
        newest = null;
        shown.set(0);
        unseen.set(0);
    }

    private void drop(ExchangeId id, Set<SessionRow> touched) {
        ExchangeRow row = byId.remove(id);
        if (row == null) {
            return;
        }
        row.session().remove(row);
        touched.add(row.session());
        shown.set(shown.get() - (row.passes() ? 1 : 0));
        if (selected.get() == row) {
            selected.set(null);
        }
        if (newest == row) {
            newest = null;
        }
    }

    private SessionRow add(ExchangeSummary summary) {
        SessionRow session =
                sessions.computeIfAbsent(group(summary.session()), _ -> new SessionRow(summary.session(), home));
        session.learn(summary);
        ExchangeRow row = new ExchangeRow(summary, session);
        byId.put(summary.id(), row);
        session.add(row);
        if (row.apply(filter.get())) {
            newest = row;
            shown.set(shown.get() + 1);
            unseen.set(following.get() ? 0 : unseen.get() + 1);
        }
        return session;
    }

    /// Programs of one session may call themselves differently; those without a session go by their name.
    private static String group(SessionKey key) {
        return key.id().isEmpty() ? "client " + key.client() : "session " + key.id();
    }

    /// Shows the newer summary; true where the filter now decides otherwise.
    private boolean renew(ExchangeRow row, ExchangeSummary summary) {
        boolean before = row.passes();
        row.show(summary);
        row.session().learn(summary);
        boolean now = row.apply(filter.get());
        shown.set(shown.get() + (now ? 1 : 0) - (before ? 1 : 0));
        return now != before;
    }

    /// Lets the list show what the session shows now, changing as few rows as possible.
    private void relist(SessionRow session) {
        List<ListRow> wanted = session.rows();
        int start = start(session);
        int end = start + session.listed();
        List<ListRow> present = rows.subList(start, end);
        int same = 0;
        int common = Math.min(wanted.size(), present.size());
        while (same < common && wanted.get(same) == present.get(same)) {
            same++;
        }
        int tail = 0;
        while (tail < common - same && wanted.get(wanted.size() - 1 - tail) == present.get(present.size() - 1 - tail)) {
            tail++;
        }
        if (end - tail > start + same) {
            rows.remove(start + same, end - tail);
        }
        if (wanted.size() - tail > same) {
            rows.addAll(start + same, wanted.subList(same, wanted.size() - tail));
        }
        session.list(wanted.size());
        if (session.exchanges().isEmpty()) {
            sessions.values().remove(session);
        }
    }

    /// Where the rows of a session begin, or would.
    private int start(SessionRow session) {
        int at = 0;
        for (SessionRow before : sessions.values()) {
            if (before == session) {
                break;
            }
            at += before.listed();
        }
        return at;
    }

    /// Folds the session, or shows what is under it; the answer is whether that is a change.
    boolean fold(SessionRow session, boolean folded) {
        boolean changes = session.foldedProperty().get() != folded;
        if (changes) {
            session.foldedProperty().set(folded);
            relist(session);
        }
        return changes;
    }

    private void refilter(ListFilter wanted) {
        int passing = 0;
        newest = null;
        for (SessionRow session : sessions.values()) {
            for (ExchangeRow row : session.exchanges()) {
                if (row.apply(wanted)) {
                    passing++;
                    newest = newest == null
                                    || newest.summary().number() < row.summary().number()
                            ? row
                            : newest;
                }
            }
        }
        List<ListRow> wantedRows = new ArrayList<>();
        for (SessionRow session : sessions.values()) {
            List<ListRow> listed = session.rows();
            session.list(listed.size());
            wantedRows.addAll(listed);
        }
        rows.setAll(wantedRows);
        shown.set(passing);
        unseen.set(0);
    }

    /// Selects the next exchange that is listed, the one before with -1; the first or last where none is selected.
    void move(int step) {
        List<ExchangeRow> listed = listed();
        if (listed.isEmpty()) {
            return;
        }
        int at = selected.get() == null ? -1 : listed.indexOf(selected.get());
        int next = at < 0 ? (step > 0 ? 0 : listed.size() - 1) : at + step;
        selected.set(listed.get(Math.clamp(next, 0, listed.size() - 1)));
    }

    /// Selects the first exchange that is listed.
    void first() {
        listed().stream().findFirst().ifPresent(selected::set);
    }

    /// Selects the last exchange that is listed.
    void last() {
        List<ExchangeRow> listed = listed();
        if (!listed.isEmpty()) {
            selected.set(listed.getLast());
        }
    }

    private List<ExchangeRow> listed() {
        return rows.stream()
                .filter(ExchangeRow.class::isInstance)
                .map(ExchangeRow.class::cast)
                .toList();
    }
}
