package dev.turnpike.gateway.traffic.store;

import dev.turnpike.gateway.http.Credentials;
import dev.turnpike.gateway.traffic.Body;
import dev.turnpike.gateway.traffic.Body.Keeping;
import dev.turnpike.gateway.traffic.RecordedAttempt;
import dev.turnpike.gateway.traffic.RecordedExchange;
import dev.turnpike.gateway.traffic.Redacted;
import dev.turnpike.gateway.traffic.Redaction;
import dev.turnpike.gateway.traffic.Splice;
import dev.turnpike.gateway.traffic.store.Database.Nothing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The table `body`: what was said in an exchange, byte for byte.
final class Bodies {
    static final int REQUEST = 0;
    static final int REPLY = 1;

    private static final String INSERT =
            "INSERT INTO body (seq, part, keeping, size, redacted, content, base, same_start, same_end)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final Database database;
    private final ContentStore contents;

    Bodies(Database database, ContentStore contents) {
        this.database = database;
        this.contents = contents;
    }

    /// The part that an attempt sent, the first one being 0.
    static int sent(int attempt) {
        return 2 + 2 * attempt;
    }

    /// The part that an attempt received.
    static int received(int attempt) {
        return 3 + 2 * attempt;
    }

    /// What is written of one exchange.
    final class Writing {
        private final long seq;
        private final Credentials secrets;

        Writing(long seq, Credentials secrets) {
            this.seq = seq;
            this.secrets = secrets;
        }

        /// Stores all bodies; gives the bytes of the request as they are stored, for whoever looks into them.
        Stored all(RecordedExchange exchange) throws SQLException {
            byte[] request = write(REQUEST, exchange.body(), null, REQUEST);
            byte[] reply = write(REPLY, exchange.reply(), null, REPLY);
            int attempt = 0;
            for (RecordedAttempt each : exchange.attempts()) {
                write(sent(attempt), each.sent(), request, REQUEST);
                write(received(attempt), each.received(), reply, REPLY);
                attempt++;
            }
            return new Stored(request, reply);
        }

        /// Says of each body that it is not kept.
        void none(RecordedExchange exchange) throws SQLException {
            gone(REQUEST, exchange.body().size());
            gone(REPLY, exchange.reply().size());
            int attempt = 0;
            for (RecordedAttempt each : exchange.attempts()) {
                gone(sent(attempt), each.sent().size());
                gone(received(attempt), each.received().size());
                attempt++;
            }
        }

        private void gone(int part, long size) throws SQLException {
            if (size > 0) {
                row(part, Keeping.NOT_WANTED, size, false, 0, null);
            }
        }

        private byte[] write(int part, Body body, byte @Nullable [] like, int base) throws SQLException {
            if (!body.isKept()) {
                row(part, body.keeping(), body.size(), false, 0, null);
                return new byte[0];
            }
            Redacted redacted = Redaction.body(body.bytes(), secrets);
            byte[] bytes = redacted.bytes();
            if (like != null && like.length > 0) {
                Splice splice = Splice.of(like, bytes);
                if (splice.between().length <= bytes.length / 4) {
                    long content = contents.putWhole(splice.between());
                    row(part, body.keeping(), bytes.length, redacted.changed(), content, new Base(base, splice));
                    return bytes;
                }
            }
            boolean grows = part == REQUEST || (part > REPLY && part % 2 == 0);
            long content = grows ? contents.put(bytes) : contents.putWhole(bytes);
            if (bytes.length > 0) {
                row(part, body.keeping(), bytes.length, redacted.changed(), content, null);
            }
            return bytes;
        }

        private void row(int part, Keeping keeping, long size, boolean redacted, long content, @Nullable Base base)
                throws SQLException {
            database.change(
                    INSERT,
                    seq,
                    part,
                    keeping.name(),
                    size,
                    redacted,
                    content,
                    base == null ? Nothing.NULL : (Object) base.part(),
                    base == null ? Nothing.NULL : (Object) base.splice().start(),
                    base == null ? Nothing.NULL : (Object) base.splice().end());
        }
    }

    private record Base(int part, Splice splice) {}

    /// Bytes as they are in the store; none where they are not kept.
    record Stored(byte[] request, byte[] reply) {}

    /// All bodies of an exchange by their part; their bytes are read when they are asked for.
    ///
    /// @param source runs what reads on the database, whenever that is
    static Map<Integer, Body> read(Database database, long seq, Source source) throws SQLException {
        Map<Integer, Body> bodies = new HashMap<>();
        try (ResultSet row = database.with(
                        "SELECT part, keeping, size, redacted, content, base, same_start, same_end FROM body WHERE seq = ?",
                        seq)
                .executeQuery()) {
            while (row.next()) {
                int part = row.getInt(1);
                Keeping keeping = Keeping.valueOf(row.getString(2));
                long size = row.getLong(3);
                long content = row.getLong(5);
                int base = row.getInt(6);
                int start = row.getInt(7);
                int end = row.getInt(8);
                Supplier<byte[]> bytes = row.getObject(6) == null
                        ? () -> source.read(d -> ContentStore.get(d, content, size))
                        : () -> source.read(d -> spliced(d, seq, base, start, end, content));
                bodies.put(part, Body.stored(size, keeping, row.getBoolean(4), bytes));
            }
        }
        return bodies;
    }

    private static byte[] spliced(Database database, long seq, int base, int start, int end, long content)
            throws SQLException {
        byte[] like;
        try (ResultSet row = database.with("SELECT content, size FROM body WHERE seq = ? AND part = ?", seq, base)
                .executeQuery()) {
            if (!row.next()) {
                throw new SQLException("what this body resembles is missing");
            }
            like = ContentStore.get(database, row.getLong(1), row.getLong(2));
        }
        return new Splice(like, start, end, ContentStore.get(database, content, 0)).bytes();
    }

    /// Runs a query when it is asked for.
    interface Source {
        byte[] read(Query query);
    }

    /// Something that reads bytes.
    interface Query {
        byte[] on(Database database) throws SQLException;
    }
}
