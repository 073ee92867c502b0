package dev.turnpike.gateway.traffic.store;

import dev.turnpike.gateway.exchange.Mark;
import dev.turnpike.gateway.traffic.Ended;
import dev.turnpike.gateway.traffic.ExchangeSummary;
import dev.turnpike.gateway.traffic.KeepRule;
import dev.turnpike.gateway.traffic.RecordedAttempt;
import dev.turnpike.gateway.traffic.RecordedExchange;
import dev.turnpike.gateway.traffic.Redacted;
import dev.turnpike.gateway.traffic.Redaction;
import dev.turnpike.gateway.traffic.ReplyBlock;
import dev.turnpike.gateway.traffic.RowKind;
import dev.turnpike.gateway.traffic.SpokenWords;
import dev.turnpike.gateway.traffic.store.Intake.Job;
import dev.turnpike.gateway.usage.Step;
import dev.turnpike.gateway.usage.UsageBook;
import dev.turnpike.gateway.usage.UsageLine;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The database while it is open to be written to.
final class OpenStore {
    private final Database database;
    private final ContentStore contents;
    private final Bodies bodies;
    private final Packing packing = new Packing();

    OpenStore(Database database) {
        this.database = database;
        this.contents = new ContentStore(database);
        this.bodies = new Bodies(contents);
    }

    Database database() {
        return database;
    }

    /// Writes all of them, or none.
    void write(List<Job> group, KeepRule rule) throws SQLException {
        database.begin();
        try {
            contents.check();
            List<UsageLine> used = new ArrayList<>();
            for (Job job : group) {
                if (job instanceof Job.Keep(var ended, var _)) {
                    write(ended, rule);
                    if (ended.exchange().summary().kind() != RowKind.COUNT_TOKENS) {
                        used.add(UsageTable.line(ended));
                    }
                }
            }
            // many of them have a line in common
            for (UsageLine line : UsageBook.of(used).folded(Step.HOUR, ZoneOffset.UTC)) {
                UsageTable.add(database, line);
            }
            database.commit();
        } catch (SQLException | RuntimeException e) {
            database.rollback();
            contents.forget();
            throw e;
        }
    }

    private void write(Ended ended, KeepRule rule) throws SQLException {
        RecordedExchange exchange = ended.exchange();
        ExchangeSummary summary = exchange.summary();
        long seq = ExchangeTable.insert(database, summary);
        Bodies.Writing writing = bodies.new Writing(ended.places(), ended.credentials());
        if (rule.bodies().keeps(summary)) {
            words(seq, writing.all(exchange), ended);
        } else {
            writing.none(exchange);
        }
        byte[] rest = packing.framed(detail(ended).write());
        database.change("INSERT INTO detail VALUES (?, ?, ?)", seq, BodyRow.write(writing.rows()), rest);
    }

    private void words(long seq, Bodies.Stored stored, Ended ended) throws SQLException {
        String words = SpokenWords.of(
                stored.request(),
                ended.places(),
                ended.freshFrom(),
                ReplyBlock.read(stored.reply(), ended.exchange().stream()));
        if (!words.isEmpty()) {
            // once more: here those are whole that came in pieces
            Redacted safe = Redaction.body(words.getBytes(StandardCharsets.UTF_8), ended.credentials());
            String harmless = safe.changed() ? new String(safe.bytes(), StandardCharsets.UTF_8) : words;
            database.change("INSERT INTO words (rowid, text) VALUES (?, ?)", seq, SearchTerms.indexed(harmless));
        }
    }

    private static Detail detail(Ended ended) {
        RecordedExchange exchange = ended.exchange();
        List<Detail.Try> attempts = new ArrayList<>(exchange.attempts().size());
        for (RecordedAttempt attempt : exchange.attempts()) {
            attempts.add(new Detail.Try(
                    attempt.channel(),
                    attempt.servedModel(),
                    attempt.reason(),
                    attempt.uri().orElse(null),
                    Detail.flat(attempt.adjustments()),
                    attempt.status(),
                    Detail.flat(attempt.headers()),
                    attempt.callersOwn(),
                    attempt.lostBecause().orElse(null),
                    micros(attempt.sentAfter()),
                    micros(attempt.answeredAfter()),
                    ArrivalsText.ends(attempt.arrivals()),
                    ArrivalsText.micros(attempt.arrivals())));
        }
        return new Detail(
                exchange.path(),
                Detail.flat(exchange.headers()),
                exchange.parts(),
                attempts,
                exchange.marks().stream().map(Mark::word).toList());
    }

    private static long micros(Optional<Duration> time) {
        return time.map(t -> t.toNanos() / 1_000).orElse(-1L);
    }
}
