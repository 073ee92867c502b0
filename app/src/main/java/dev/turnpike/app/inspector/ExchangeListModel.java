package dev.turnpike.app.inspector;

import dev.turnpike.gateway.exchange.ExchangeId;
import dev.turnpike.gateway.traffic.ExchangeSummary;
import dev.turnpike.gateway.traffic.StoredExchange;
import dev.turnpike.gateway.traffic.TrafficBatch;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The list as it is shown: sessions, under each what passes the filter.
///
/// When it is opened, sessions stand in the order in which they went on last. From then on none moves: new ones come
/// last, and those that were read later because they are older come first.
final class ExchangeListModel {
    private static final int MOST = 10_000;
    private static final int MOST_OF_ALL = 40_000;
    private static final int SLACK = 2_000;

    private final SessionList sessions;
    private final RowSelection selection;
    private final Map<ExchangeId, ExchangeRow> byId = new HashMap<>();
    private final ObjectProperty<@Nullable ExchangeRow> selected = new SimpleObjectProperty<>(this, "selected");
    private final ObjectProperty<ListFilter> filter = new SimpleObjectProperty<>(this, "filter", ListFilter.USUAL);
    private final BooleanProperty following = new SimpleBooleanProperty(this, "following", true);
    private final ReadOnlyIntegerWrapper shown = new ReadOnlyIntegerWrapper(this, "shown");
    private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper(this, "total");
    private final ReadOnlyIntegerWrapper unseen = new ReadOnlyIntegerWrapper(this, "unseen");
    private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper(this, "more");
    private @Nullable ExchangeRow newest;
    private @Nullable StoredExchange earliest;
    private boolean expecting;
    private long stored;
    private long shownStored;
    private int live;
    private int shownLive;

    /// @param home the user's own folder
    ExchangeListModel(String home) {
        this.sessions = new SessionList(home);
        this.selection = new RowSelection(sessions.rows(), selected);
        following.addListener((_, _, follows) -> {
            if (follows) {
                unseen.set(0);
            }
        });
    }

    /// Heads of sessions and exchanges, as they stand in the list.
    ObservableList<ListRow> rows() {
        return sessions.rows();
    }

    /// Moves what is selected.
    RowSelection selection() {
        return selection;
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

    /// The store has earlier ones than those that were read.
    ReadOnlyBooleanProperty moreProperty() {
        return more.getReadOnlyProperty();
    }

    /// The earliest one that was read from the store.
    Optional<StoredExchange> earliest() {
        return Optional.ofNullable(earliest);
    }

    /// The row of that exchange, where it was read.
    Optional<ExchangeRow> row(ExchangeId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// A row of its own for an exchange that was not read.
    ExchangeRow apart(StoredExchange line) {
        ExchangeRow row =
                new ExchangeRow(line.summary(), sessions.first(line.summary().session()));
        row.store(line);
        return row;
    }

    /// The sessions of which something was read, the one that went on last first.
    List<SessionRow> recent(int most) {
        return sessions.recent(most);
    }

    /// The rows of all exchanges that were read, listed or not.
    Collection<ExchangeRow> exchanges() {
        return byId.values();
    }

    /// The exchange that came last of those that are shown.
    @Nullable
    ExchangeRow newest() {
        return newest;
    }

    /// The next request that is sent again is selected when it comes, if that is wanted.
    void expectResend(boolean wanted) {
        expecting = wanted;
    }

    /// Takes what changed. Rows that did not change are not touched.
    ///
    /// @param kept what is over is in the store, too, and comes from there where this begins anew
    void apply(TrafficBatch batch, boolean kept) {
        Set<SessionRow> touched = new LinkedHashSet<>();
        if (batch.reset()) {
            forget(batch, touched);
        }
        for (ExchangeId id : batch.dropped()) {
            ExchangeRow row = byId.get(id);
            if (row != null && !row.isStored()) {
                drop(row, touched);
            }
        }
        for (ExchangeSummary summary : batch.changed()) {
            ExchangeRow known = byId.get(summary.id());
            if (known == null && batch.reset() && kept && summary.state().isEnd()) {
                continue;
            }
            if (known == null) {
                touched.add(arrive(summary));
            } else if (!known.isStored()) {
                renew(known, summary);
                touched.add(known.session());
            }
        }
        relist(touched);
    }

    /// Memory begins anew: what is not there any more, and nowhere else, is gone.
    private void forget(TrafficBatch batch, Set<SessionRow> touched) {
        Set<ExchangeId> there =
                batch.changed().stream().map(ExchangeSummary::id).collect(Collectors.toSet());
        for (ExchangeRow row : List.copyOf(byId.values())) {
            if (!row.isStored() && !there.contains(row.id())) {
                drop(row, touched);
            }
        }
    }

    private SessionRow arrive(ExchangeSummary summary) {
        ExchangeRow row = add(summary);
        live++;
        if (expecting && summary.session().isResend()) {
            expecting = false;
            selected.set(row);
        }
        if (row.apply(filter.get())) {
            come(row);
            shownLive++;
        }
        return row.session();
    }

    private ExchangeRow add(ExchangeSummary summary) {
        SessionRow session = sessions.last(summary.session());
        session.learn(summary);
        ExchangeRow row = new ExchangeRow(summary, session);
        byId.put(summary.id(), row);
        session.add(row);
        return row;
    }

    private void come(ExchangeRow row) {
        newest = row;
        unseen.set(following.get() ? 0 : unseen.get() + 1);
    }

    /// Shows the newer summary, of which the filter may think otherwise.
    private void renew(ExchangeRow row, ExchangeSummary summary) {
        int before = row.passes() ? 1 : 0;
        row.show(summary);
        row.session().learn(summary);
        shownLive += (row.apply(filter.get()) ? 1 : 0) - before;
    }

    /// Lists anew what the store holds. What only memory knows stays, and rows that are there stay the same objects.
    void open(StoredTraffic.Opening opening) {
        Map<ExchangeId, ExchangeRow> before = new HashMap<>(byId);
        ExchangeRow chosen = selected.get();
        if (chosen != null) {
            // it may have been hidden by the filter
            before.put(chosen.id(), chosen);
        }
        byId.clear();
        sessions.open(opening.sessions());
        newest = null;
        earliest = opening.lines().isEmpty() ? null : opening.lines().getLast();
        more.set(opening.more());
        stored = opening.total();
        shownStored = opening.shown();
        for (StoredExchange line : opening.lines()) {
            listed(line, before.get(line.summary().id()));
        }
        refill(before.values().stream()
                .filter(row -> !row.isStored() && !opening.ended().contains(row.id()))
                .sorted(Comparator.comparingInt(row -> row.summary().number()))
                .toList());
    }

    /// A line of the store that the filter lets through, under its session, which stands above those that went on
    /// later.
    private void listed(StoredExchange line, @Nullable ExchangeRow before) {
        SessionRow session = sessions.first(line.summary().session());
        session.learn(line.summary());
        ExchangeRow row = before == null ? new ExchangeRow(line.summary(), session) : before;
        row.store(line);
        row.pass(true);
        byId.put(row.id(), row);
        session.add(row);
        if (newest == null) {
            newest = row;
        }
    }

    /// Whose exchanges are not known to be in the store; some may have ended meanwhile.
    List<ExchangeId> unstored() {
        return byId.values().stream()
                .filter(row -> !row.isStored())
                .map(ExchangeRow::id)
                .toList();
    }

    /// Puts back what only memory knows, in the order in which it came.
    private void refill(List<ExchangeRow> unstored) {
        live = 0;
        shownLive = 0;
        unseen.set(0);
        for (ExchangeRow row : unstored) {
            if (byId.putIfAbsent(row.id(), row) == null) {
                sessions.last(row.session().key()).add(row);
                live++;
                if (row.apply(filter.get())) {
                    newest = row;
                    shownLive++;
                }
            }
        }
        sessions.relist();
        count();
    }

    /// Adds earlier ones above those that are there.
    ///
    /// @param lines that pass the filter, the newest one first
    void earlier(List<StoredExchange> lines, boolean evenMore) {
        Set<SessionRow> touched = new LinkedHashSet<>();
        for (StoredExchange line : lines) {
            if (!byId.containsKey(line.summary().id())) {
                ExchangeRow chosen = selected.get();
                boolean same =
                        chosen != null && chosen.id().equals(line.summary().id());
                listed(line, same ? chosen : null);
                touched.add(row(line).session());
            }
        }
        earliest = lines.isEmpty() ? earliest : lines.getLast();
        more.set(evenMore);
        relist(touched);
    }

    /// Takes what ended: of most of it the list knows already.
    void ended(StoredTraffic.News news) {
        Set<SessionRow> touched = new LinkedHashSet<>();
        for (StoredExchange line : news.lines()) {
            ExchangeRow known = byId.get(line.summary().id());
            boolean passes = news.wanted().contains(line.seq());
            if (known == null) {
                known = add(line.summary());
                if (passes) {
                    come(known);
                }
            } else if (known.isStored()) {
                continue;
            } else {
                live--;
                shownLive -= known.passes() ? 1 : 0;
            }
            known.store(line);
            known.pass(passes);
            known.session().stored(line.summary());
            stored++;
            shownStored += passes ? 1 : 0;
            touched.add(known.session());
        }
        relist(touched);
        trim();
    }

    /// What scrolls out of all sight for long is read again when somebody comes back to it.
    private void trim() {
        // who reads far up is not disturbed, unless it comes to very many
        if (byId.size() <= (following.get() ? MOST : MOST_OF_ALL)) {
            return;
        }
        List<ExchangeRow> byTime = byId.values().stream()
                .filter(row -> row.isStored() && row != selected.get())
                .sorted(Comparator.comparingLong(row -> row.summary().epochMillis()))
                .toList();
        int gone = Math.min(byTime.size() - 1, byId.size() - MOST + SLACK);
        Set<SessionRow> touched = new LinkedHashSet<>();
        for (ExchangeRow row : byTime.subList(0, gone)) {
            byId.remove(row.id());
            row.session().remove(row);
            touched.add(row.session());
        }
        ExchangeRow first = byTime.get(gone);
        earliest = new StoredExchange(first.seq(), first.summary(), first.isPinned());
        more.set(true);
        relist(touched);
    }

    /// Takes away a row that is only in memory.
    private void drop(ExchangeRow row, Set<SessionRow> touched) {
        byId.remove(row.id());
        row.session().remove(row);
        touched.add(row.session());
        live--;
        shownLive -= row.passes() ? 1 : 0;
        if (selected.get() == row) {
            selected.set(null);
        }
        if (newest == row) {
            newest = null;
        }
    }

    private ExchangeRow row(StoredExchange line) {
        return Objects.requireNonNull(byId.get(line.summary().id()));
    }

    private void relist(Set<SessionRow> touched) {
        touched.forEach(sessions::relist);
        count();
    }

    private void count() {
        shown.set(Math.toIntExact(shownStored + shownLive));
        total.set(Math.toIntExact(stored + live));
    }

    /// Folds the session, or shows what is under it; the answer is whether that is a change.
    boolean fold(SessionRow session, boolean folded) {
        return sessions.fold(session, folded);
    }
}
