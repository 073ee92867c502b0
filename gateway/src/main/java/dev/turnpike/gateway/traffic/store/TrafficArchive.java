package dev.turnpike.gateway.traffic.store;

import dev.turnpike.gateway.exchange.ExchangeId;
import dev.turnpike.gateway.traffic.Body;
import dev.turnpike.gateway.traffic.RecordedAttempt;
import dev.turnpike.gateway.traffic.RecordedExchange;
import dev.turnpike.gateway.traffic.ReplyBlock;
import dev.turnpike.gateway.traffic.StoredExchange;
import dev.turnpike.gateway.traffic.StoredSession;
import dev.turnpike.gateway.traffic.filter.SeenValues;
import dev.turnpike.gateway.traffic.filter.TrafficFilter;
import dev.turnpike.gateway.usage.UsageBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/// Reads what was recorded, beside whoever writes it, in this process or another. For any thread, one at a time; each
/// call may take some milliseconds.
///
/// Its methods throw [UnreadableStore] when the file cannot be read.
public final class TrafficArchive implements AutoCloseable {
    private static final String LINES = "SELECT " + ExchangeTable.SELECTED + " FROM exchange e WHERE ";

    private final Path file;
    private final Database database;
    private volatile Leaving leaving = Leaving.NOTHING;

    private TrafficArchive(Path file, Database database) {
        this.file = file;
        this.database = database;
    }

    /// Opens it; empty where nothing was ever recorded.
    ///
    /// @throws UnreadableStore when it cannot be read
    public static Optional<TrafficArchive> open(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Database database = Database.reading(file);
            int version = Migrations.version(database);
            if (version == 0) {
                // its maker is about to
                database.close();
                return Optional.empty();
            }
            if (!Migrations.isCurrent(database)) {
                database.close();
                throw new UnreadableStore(
                        file + " was written by another version of Turnpike: start the gateway once", null);
            }
            return Optional.of(new TrafficArchive(file, database));
        } catch (SQLException | IOException e) {
            throw new UnreadableStore(StoreFault.of(e, file).sentence(), e);
        }
    }

    /// What was recorded cannot be read; the message is a sentence for people.
    public static final class UnreadableStore extends RuntimeException {
        private static final long serialVersionUID = 1;

        UnreadableStore(String sentence, @org.jspecify.annotations.Nullable Throwable cause) {
            super(sentence, cause);
        }
    }

    private interface Query<T> {
        T on(Database database) throws SQLException;
    }

    private synchronized <T> T ask(Query<T> query) {
        try {
            return query.on(database);
        } catch (SQLException e) {
            throw new UnreadableStore(StoreFault.of(e, file).sentence(), e);
        }
    }

    /// Where a page begins: before this exchange.
    public record Mark(long epochMillis, long seq) {
        /// The newest ones.
        public static final Mark END = new Mark(Long.MAX_VALUE, Long.MAX_VALUE);

        public static Mark before(StoredExchange exchange) {
            return new Mark(exchange.summary().epochMillis(), exchange.seq());
        }
    }

    /// Leaves out of every answer but [#detail] what is about to be deleted.
    public void leaveOut(Leaving deleted) {
        leaving = deleted;
    }

    /// The exchanges that arrived last before a mark, the newest one first.
    public List<StoredExchange> page(TrafficFilter filter, Mark before, int most) {
        return wanted(
                filter,
                "(e.started, e.seq) < (?, ?) ORDER BY e.started DESC, e.seq DESC LIMIT ?",
                before.epochMillis(),
                before.seq(),
                most);
    }

    /// The exchanges that ended after that one, in the order in which they ended.
    public List<StoredExchange> since(TrafficFilter filter, long seq, int most) {
        return wanted(filter, "e.seq > ? ORDER BY e.seq LIMIT ?", seq, most);
    }

    private List<StoredExchange> wanted(TrafficFilter filter, String which, Object... parameters) {
        FilterSql sql = FilterSql.of(filter);
        List<Object> all = new ArrayList<>(sql.parameters());
        all.addAll(List.of(parameters));
        String left = leaving.where();
        return ask(d -> lines(d, LINES + sql.where() + " AND " + left + " AND " + which, all.toArray()));
    }

    /// How many there are of those that are wanted.
    public long count(TrafficFilter filter) {
        FilterSql sql = FilterSql.of(filter);
        String left = leaving.where();
        return ask(d -> d.number(
                "SELECT count(*) FROM exchange e WHERE " + sql.where() + " AND " + left,
                0,
                sql.parameters().toArray()));
    }

    /// The sessions that were active last, the newest one first.
    public List<StoredSession> sessions(int most) {
        String left = leaving.where();
        return ask(d -> Sessions.newest(d, left, most));
    }

    /// What may be looked for, what came last first.
    public SeenValues seen() {
        return ask(Sessions::seen);
    }

    /// The place of the exchange that ended last; 0 where there is none.
    public long last() {
        return ask(d -> d.number("SELECT max(seq) FROM exchange", 0));
    }

    /// What was used in each hour that begins from one time to another, that one left out. Exchanges
    /// that were deleted count, too.
    public UsageBook usage(Instant from, Instant to) {
        return UsageBook.of(ask(d -> UsageTable.between(d, from, to)));
    }

    private static List<StoredExchange> lines(Database database, String sql, Object... parameters) throws SQLException {
        List<StoredExchange> lines = new ArrayList<>();
        try (ResultSet rows = database.with(sql, parameters).executeQuery()) {
            while (rows.next()) {
                lines.add(ExchangeTable.read(rows));
            }
        }
        return lines;
    }

    /// The place of the newest exchange of that name.
    public Optional<Long> find(ExchangeId id) {
        long seq = ask(d -> d.number("SELECT max(seq) FROM exchange WHERE id = ?", 0, id.value()));
        return seq == 0 ? Optional.empty() : Optional.of(seq);
    }

    /// The line of the exchange at that place.
    public Optional<StoredExchange> line(long seq) {
        return ask(d -> lines(d, LINES + "e.seq = ?", seq)).stream().findFirst();
    }

    /// Everything about one exchange; empty where it is not there any more. Its bodies are read when
    /// they are asked for.
    public Optional<RecordedExchange> detail(long seq) {
        return ask(d -> {
            List<StoredExchange> lines = lines(d, LINES + "e.seq = ?", seq);
            if (lines.isEmpty()) {
                return Optional.empty();
            }
            return read(d, lines.getFirst());
        });
    }

    private Optional<RecordedExchange> read(Database database, StoredExchange line) throws SQLException {
        try (ResultSet row = database.with("SELECT data, bodies FROM detail WHERE seq = ?", line.seq())
                .executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            Detail detail = Detail.read(Packing.unframed(row.getBytes(1)));
            List<BodyRow> bodies = BodyRow.read(row.getBytes(2));
            return Optional.of(whole(line, detail, Bodies.read(bodies, query -> ask(query::on))));
        } catch (JacksonException e) {
            throw new SQLException("what was recorded of this exchange is broken", e);
        }
    }

    private static RecordedExchange whole(StoredExchange line, Detail detail, Map<Integer, Body> bodies) {
        List<RecordedAttempt> attempts = new ArrayList<>();
        for (Detail.Try each : detail.attempts()) {
            attempts.add(attempt(each, bodies, attempts.size()));
        }
        Body reply = bodies.getOrDefault(Bodies.REPLY, Body.none());
        boolean stream = line.summary().stream();
        return new RecordedExchange(
                line.summary(),
                line.seq(),
                detail.path(),
                Detail.headers(detail.headers()),
                bodies.getOrDefault(Bodies.REQUEST, Body.none()),
                detail.parts(),
                stream,
                attempts,
                reply,
                () -> ReplyBlock.read(reply.isKept() ? reply.bytes() : new byte[0], stream),
                detail.seen());
    }

    private static RecordedAttempt attempt(Detail.Try tried, Map<Integer, Body> bodies, int index) {
        return new RecordedAttempt(
                tried.channel(),
                tried.model(),
                tried.reason(),
                Optional.ofNullable(tried.uri()),
                bodies.getOrDefault(Bodies.sent(index), Body.none()),
                Detail.adjustments(tried.adjustments()),
                tried.status(),
                Detail.headers(tried.headers()),
                bodies.getOrDefault(Bodies.received(index), Body.none()),
                ArrivalsText.read(tried.ends(), tried.micros()),
                tried.callersOwn(),
                Optional.ofNullable(tried.lost()),
                time(tried.sent()),
                time(tried.answered()));
    }

    private static Optional<Duration> time(long micros) {
        return micros < 0 ? Optional.empty() : Optional.of(Duration.ofNanos(micros * 1_000));
    }

    @Override
    public synchronized void close() {
        database.close();
    }
}
