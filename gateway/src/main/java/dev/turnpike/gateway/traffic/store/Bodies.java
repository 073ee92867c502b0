package dev.turnpike.gateway.traffic.store;

import dev.turnpike.gateway.http.Credentials;
import dev.turnpike.gateway.traffic.Body;
import dev.turnpike.gateway.traffic.Body.Keeping;
import dev.turnpike.gateway.traffic.RecordedAttempt;
import dev.turnpike.gateway.traffic.RecordedExchange;
import dev.turnpike.gateway.traffic.Redacted;
import dev.turnpike.gateway.traffic.Redaction;
import dev.turnpike.gateway.traffic.RequestPlaces;
import dev.turnpike.gateway.traffic.RequestRedaction;
import dev.turnpike.gateway.traffic.Splice;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// What was said in an exchange, byte for byte. Its parts are the request, the answer, and for each attempt what was
/// sent and what was received.
final class Bodies {
    static final int REQUEST = 0;
    static final int REPLY = 1;

    private static final Like NOTHING = new Like(REQUEST, new byte[0], new Redacted(new byte[0], false));

    private final ContentStore contents;
    private final RequestRedaction requests = new RequestRedaction();

    Bodies(ContentStore contents) {
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
        private final RequestPlaces places;
        private final Credentials secrets;
        private final List<BodyRow> rows = new ArrayList<>();

        Writing(RequestPlaces places, Credentials secrets) {
            this.places = places;
            this.secrets = secrets;
        }

        /// What is to be stored of them beside their bytes.
        List<BodyRow> rows() {
            return rows;
        }

        /// Stores all bodies; gives the bytes of the request and the answer as they are stored, for
        /// whoever looks into them.
        Stored all(RecordedExchange exchange) throws SQLException {
            Like request = request(exchange.body());
            Like reply = write(REPLY, exchange.reply(), NOTHING);
            int attempt = 0;
            for (RecordedAttempt each : exchange.attempts()) {
                if (!differs(sent(attempt), each.sent(), request)) {
                    write(sent(attempt), each.sent(), request);
                }
                write(received(attempt), each.received(), reply);
                attempt++;
            }
            return new Stored(request.stored().bytes(), reply.stored().bytes());
        }

        private Like request(Body body) throws SQLException {
            if (!body.isKept()) {
                gone(REQUEST, body, body.keeping());
                return NOTHING;
            }
            byte[] plain = body.bytes();
            Redacted stored = requests.body(plain, places, secrets);
            whole(REQUEST, body, stored);
            return new Like(REQUEST, plain, stored);
        }

        /// Stores what was sent as what differs from the request, where that alone has to be looked at.
        private boolean differs(int part, Body sent, Like request) throws SQLException {
            Optional<Splice> known = sent.difference()
                    .filter(splice -> request.plain().length > 0
                            && !request.stored().changed()
                            && Arrays.equals(splice.base(), request.plain())
                            && isSmall(splice, sent.size()))
                    .filter(splice -> RequestRedaction.isHarmless(splice, places, secrets));
            if (known.isEmpty()) {
                return false;
            }
            like(part, sent, false, request, known.get());
            return true;
        }

        /// Says of each body that it is not kept.
        void none(RecordedExchange exchange) {
            notWanted(REQUEST, exchange.body());
            notWanted(REPLY, exchange.reply());
            int attempt = 0;
            for (RecordedAttempt each : exchange.attempts()) {
                notWanted(sent(attempt), each.sent());
                notWanted(received(attempt), each.received());
                attempt++;
            }
        }

        private void notWanted(int part, Body body) {
            if (body.size() > 0) {
                gone(part, body, Keeping.NOT_WANTED);
            }
        }

        private void gone(int part, Body body, Keeping why) {
            rows.add(new BodyRow(part, why, body.size(), false, 0, -1, 0, 0));
        }

        private Like write(int part, Body body, Like like) throws SQLException {
            if (!body.isKept()) {
                gone(part, body, body.keeping());
                return NOTHING;
            }
            byte[] plain = body.bytes();
            // what passes through unchanged need not be looked through again
            Redacted stored = Arrays.equals(plain, like.plain()) ? like.stored() : Redaction.body(plain, secrets);
            if (like.plain().length > 0) {
                Splice splice = Splice.of(like.stored().bytes(), stored.bytes());
                if (isSmall(splice, plain.length)) {
                    like(part, body, stored.changed(), like, splice);
                    return new Like(part, plain, stored);
                }
            }
            whole(part, body, stored);
            return new Like(part, plain, stored);
        }

        private static boolean isSmall(Splice splice, long size) {
            return splice.between().length <= size / 4;
        }

        private void like(int part, Body body, boolean redacted, Like base, Splice splice) throws SQLException {
            long content = contents.putWhole(splice.between());
            rows.add(new BodyRow(
                    part, body.keeping(), body.size(), redacted, content, base.part(), splice.start(), splice.end()));
        }

        private void whole(int part, Body body, Redacted stored) throws SQLException {
            byte[] bytes = stored.bytes();
            if (bytes.length > 0) {
                boolean comesAgain = part == REQUEST || (part > REPLY && part % 2 == 0);
                long content = comesAgain ? contents.put(bytes) : contents.putWhole(bytes);
                rows.add(new BodyRow(part, body.keeping(), bytes.length, stored.changed(), content, -1, 0, 0));
            }
        }
    }

    /// A part that another one may be like.
    ///
    /// @param plain as it came
    private record Like(int part, byte[] plain, Redacted stored) {}

    /// Bytes as they are in the store; none where they are not kept.
    record Stored(byte[] request, byte[] reply) {}

    /// All bodies of an exchange by their part; their bytes are read when they are asked for.
    ///
    /// @param source runs what reads on the database, whenever that is
    static Map<Integer, Body> read(List<BodyRow> rows, Source source) {
        Map<Integer, BodyRow> byPart = new HashMap<>();
        rows.forEach(row -> byPart.put(row.part(), row));
        Map<Integer, Body> bodies = new HashMap<>();
        for (BodyRow row : rows) {
            Supplier<byte[]> bytes = () -> source.read(database -> bytes(database, row, byPart));
            bodies.put(row.part(), Body.stored(row.size(), row.keeping(), row.redacted(), bytes));
        }
        return bodies;
    }

    private static byte[] bytes(Database database, BodyRow row, Map<Integer, BodyRow> all) throws SQLException {
        if (row.base() < 0) {
            return ContentStore.get(database, row.content(), row.size());
        }
        BodyRow base = all.get(row.base());
        if (base == null) {
            throw new SQLException("what this body resembles is missing");
        }
        byte[] like = ContentStore.get(database, base.content(), base.size());
        return new Splice(like, row.start(), row.end(), ContentStore.get(database, row.content(), 0)).bytes();
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
