package dev.turnpike.gateway.traffic.store;

import dev.turnpike.gateway.traffic.KeepRule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Removes exchanges, and gives the space back. Used by the thread that writes, outside of a transaction.
final class Deletion {
    /// Deleting costs a look at all that is left: it is not done for each exchange that has become too old.
    private static final long OVERDUE_MILLIS = 3_600_000;

    private static final int MOST_ROUNDS = 20;

    private final Database database;

    Deletion(Database database) {
        this.database = database;
    }

    /// Deletes what the rule does not keep; says whether there was anything.
    boolean keep(KeepRule rule, long nowMillis) throws SQLException {
        boolean deleted = false;
        long oldest = nowMillis - rule.longest().toMillis();
        if (overdue(oldest)) {
            delete("started < ? AND pinned = 0", oldest);
            deleted = true;
        }
        long used = used();
        for (int round = 0; round < MOST_ROUNDS && used > rule.mostBytes(); round++) {
            long count = database.number("SELECT count(*) FROM exchange WHERE pinned = 0", 0);
            if (count == 0) {
                break;
            }
            // a little more than is too much, so that it is not too much again at once
            double share = 1 - rule.mostBytes() * 0.95 / used;
            delete("seq IN (SELECT seq FROM exchange WHERE pinned = 0 ORDER BY started LIMIT ?)", Math.max(1, (long)
                    (count * share)));
            deleted = true;
            used = used();
        }
        if (deleted) {
            shrink();
        }
        return deleted;
    }

    private boolean overdue(long oldest) throws SQLException {
        return database.number(
                        "SELECT 1 FROM exchange WHERE started < ? AND pinned = 0 LIMIT 1", 0, oldest - OVERDUE_MILLIS)
                > 0;
    }

    /// Deletes those that are not pinned, up to and including that place.
    void clear(long upTo) throws SQLException {
        delete("pinned = 0 AND seq <= ?", upTo);
        shrink();
    }

    /// Deletes one.
    void one(long seq) throws SQLException {
        delete("seq = ?", seq);
        shrink();
    }

    private void delete(String which, Object... parameters) throws SQLException {
        database.begin();
        try {
            List<Long> gone = new ArrayList<>();
            try (ResultSet rows = database.with("SELECT seq FROM exchange WHERE " + which, parameters)
                    .executeQuery()) {
                while (rows.next()) {
                    gone.add(rows.getLong(1));
                }
            }
            for (long seq : gone) {
                database.change("DELETE FROM words WHERE rowid = ?", seq);
                database.change("DELETE FROM detail WHERE seq = ?", seq);
                database.change("DELETE FROM exchange WHERE seq = ?", seq);
            }
            // words are only marked as deleted until their parts of the index are merged
            boolean none = database.number("SELECT count(*) FROM exchange", 0) == 0;
            database.run("INSERT INTO words (words) VALUES ('" + (none ? "delete-all" : "optimize") + "')");
            Sweep.run(database);
            database.commit();
        } catch (SQLException | RuntimeException e) {
            database.rollback();
            throw e;
        }
    }

    /// Bytes of the file that are in use.
    long used() throws SQLException {
        long pages = database.number("PRAGMA page_count", 0) - database.number("PRAGMA freelist_count", 0);
        return pages * database.number("PRAGMA page_size", 0);
    }

    /// Makes the file as small as what is in it.
    private void shrink() throws SQLException {
        database.complete("PRAGMA incremental_vacuum");
        try (ResultSet done = database.with("PRAGMA wal_checkpoint(TRUNCATE)").executeQuery()) {
            done.next();
        }
    }
}
