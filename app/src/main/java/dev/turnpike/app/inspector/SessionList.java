package dev.turnpike.app.inspector;

import dev.turnpike.gateway.traffic.SessionKey;
import dev.turnpike.gateway.traffic.StoredSession;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The sessions in the order in which they stand, and the rows that they make.
final class SessionList {
    private final String home;
    // in the order in which they stand, also those of which nothing is listed: none moves or opens its fold
    private final LinkedHashMap<String, SessionRow> sessions = new LinkedHashMap<>();
    private final ObservableList<ListRow> rows = FXCollections.observableArrayList();
    private long latest = Long.MAX_VALUE;

    /// @param home the user's own folder
    SessionList(String home) {
        this.home = home;
    }

    /// Heads of sessions and exchanges, as they stand in the list.
    ObservableList<ListRow> rows() {
        return rows;
    }

    /// Begins anew: no exchange is under any session.
    ///
    /// @param known the one that went on last first
    void open(List<StoredSession> known) {
        sessions.values().forEach(SessionRow::empty);
        List<StoredSession> later = new ArrayList<>();
        for (StoredSession session : known) {
            if (session.lastMillis() > latest) {
                later.add(session);
            } else {
                first(session.key());
            }
        }
        later.reversed().forEach(session -> last(session.key()));
        known.forEach(session -> last(session.key()).stored(SessionTotals.of(session)));
        latest = known.isEmpty() ? latest : known.getFirst().lastMillis();
    }

    /// The session, which comes before all others where it is not among them.
    SessionRow first(SessionKey key) {
        String group = SessionRow.group(key);
        SessionRow known = sessions.get(group);
        if (known == null) {
            known = new SessionRow(key, home);
            sessions.putFirst(group, known);
        }
        return known;
    }

    /// The session, which comes behind all others where it is not among them.
    SessionRow last(SessionKey key) {
        return sessions.computeIfAbsent(SessionRow.group(key), _ -> new SessionRow(key, home));
    }

    /// Those of which exchanges were read, the one that stands last first.
    List<SessionRow> recent(int most) {
        return sessions.sequencedValues().reversed().stream()
                .filter(session -> !session.exchanges().isEmpty())
                .limit(most)
                .toList();
    }

    /// Lists all of them.
    void relist() {
        List<ListRow> wanted = new ArrayList<>();
        for (SessionRow session : sessions.values()) {
            List<ListRow> its = session.rows();
            session.list(its.size());
            session.sum();
            wanted.addAll(its);
        }
        rows.setAll(wanted);
    }

    /// Lets the list show what the session shows now, changing as few rows as possible.
    void relist(SessionRow session) {
        session.sum();
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
}
