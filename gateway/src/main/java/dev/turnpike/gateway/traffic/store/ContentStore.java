package dev.turnpike.gateway.traffic.store;

import dev.turnpike.gateway.bytes.RecentBytes;
import dev.turnpike.gateway.bytes.RecentBytes.Likeness;
import io.airlift.compress.MalformedInputException;
import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;

/// Bytes of any size, kept once however often they come: cut into pieces by what they say, each piece
/// stored by its hash and compressed, and a list of them, which is stored the same way.
///
/// An agent sends its whole history with each turn. What a turn adds here is its new pieces, and a list
/// of a byte or two for each old one.
///
/// A reference is positive for a piece, negative for a list, 0 for no bytes. Used by the thread of its [Database].
final class ContentStore {
    private static final int REMEMBERED = 16_384;

    /// Lists of more are made into lists of lists.
    private static final int LONGEST_LIST = 1_024;

    private static final int GROUP = 64;
    private static final int LARGE = 256 << 10;

    private final Database database;
    private final Packing packing = new Packing();
    private final ContentHash.Maker hashes = new ContentHash.Maker();
    private final LinkedHashMap<ContentHash, Long> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ContentHash, Long> eldest) {
            return size() > REMEMBERED;
        }
    };
    private final RecentBytes<Cut> last = new RecentBytes<>();
    private long sweeps = -1;

    ContentStore(Database database) {
        this.database = database;
    }

    /// To be called inside of each transaction before the first [#put]: ids that are remembered may have
    /// been removed, by this process or another one.
    void check() throws SQLException {
        long now = database.number("SELECT value FROM tally WHERE name = 'sweeps'", 0);
        if (now != sweeps) {
            forget();
            sweeps = now;
        }
    }

    /// The transaction was undone: what was put in it is not there.
    void forget() {
        known.clear();
        last.forget();
    }

    /// Stores the bytes, unless they are there; gives the reference to them. Nobody writes to them any more.
    long put(byte[] bytes) throws SQLException {
        if (bytes.length == 0) {
            return 0;
        }
        Optional<Likeness<Cut>> like = last.likest(bytes);
        Cut cut = new Cut(bytes.length);
        like.ifPresent(cut::begin);
        while (!cut.isDone() && !(like.isPresent() && cut.end(like.get()))) {
            int end = Cuts.next(bytes, cut.at());
            cut.add(end, piece(bytes, cut.at(), end, true));
        }
        long[] pieces = cut.done();
        long reference = listed(pieces, pieces.length);
        last.remember(bytes, cut, like);
        return reference;
    }

    /// The same for bytes that are not expected to come again in parts: they are cut only where they are very many, and
    /// so take less room.
    long putWhole(byte[] bytes) throws SQLException {
        if (bytes.length == 0) {
            return 0;
        }
        long[] pieces = new long[bytes.length / LARGE + 1];
        int count = 0;
        for (int start = 0; start < bytes.length; start += LARGE) {
            pieces[count++] = piece(bytes, start, Math.min(bytes.length, start + LARGE), false);
        }
        return listed(pieces, count);
    }

    private long listed(long[] references, int count) throws SQLException {
        long[] level = references;
        int left = count;
        while (left > LONGEST_LIST) {
            long[] upper = new long[left];
            int lists = 0;
            for (int start = 0, end; start < left; start = end) {
                end = group(level, start, left);
                upper[lists++] = list(level, start, end);
            }
            level = upper;
            left = lists;
        }
        return left == 1 ? level[0] : list(level, 0, left);
    }

    /// The end of a group, by what is in it, so that equal stretches make equal groups.
    private static int group(long[] references, int start, int end) {
        int at = Math.min(start + GROUP, end);
        while (at < end
                && at < start + LONGEST_LIST
                && Long.hashCode(references[at - 1] * 0x9E3779B97F4A7C15L) % GROUP != 0) {
            at++;
        }
        return at;
    }

    /// @param again it is expected to come again
    private long piece(byte[] bytes, int start, int end, boolean again) throws SQLException {
        ContentHash hash = hashes.of(bytes, start, end);
        Long seen = known.get(hash);
        if (seen != null) {
            return seen;
        }
        long there = database.number("SELECT id FROM piece WHERE hash = ?", 0, hash.bytes());
        long id = there == 0 ? insert(hash, bytes, start, end) : there;
        if (there != 0 || again) {
            known.put(hash, id);
        }
        return id;
    }

    private long insert(ContentHash hash, byte[] bytes, int start, int end) throws SQLException {
        int size = end - start;
        byte[] packed = packing.pack(bytes, start, end);
        long id = database.nextId("piece");
        database.change(
                "INSERT INTO piece (id, hash, size, packed, data) VALUES (?, ?, ?, ?, ?)",
                id,
                hash.bytes(),
                size,
                packed.length < size,
                packed);
        return id;
    }

    private long list(long[] references, int start, int end) throws SQLException {
        byte[] bytes = References.write(references, start, end);
        ContentHash hash = hashes.of(bytes, 0, bytes.length);
        long id = database.number("SELECT id FROM list WHERE hash = ?", 0, hash.bytes());
        if (id == 0) {
            id = database.nextId("list");
            database.change("INSERT INTO list (id, hash, data) VALUES (?, ?, ?)", id, hash.bytes(), bytes);
        }
        return -id;
    }

    /// The bytes of a reference.
    ///
    /// @throws SQLException also where a part of them is missing or broken
    static byte[] get(Database database, long reference, long size) throws SQLException {
        ByteArrayOutputStream out = new ByteArrayOutputStream((int) Math.min(size, 1 << 28));
        append(database, reference, out);
        return out.toByteArray();
    }

    private static void append(Database database, long reference, ByteArrayOutputStream out) throws SQLException {
        if (reference > 0) {
            try (ResultSet row = database.with("SELECT size, packed, data FROM piece WHERE id = ?", reference)
                    .executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("a part of this body is missing");
                }
                byte[] data = row.getBytes(3);
                out.writeBytes(row.getInt(2) == 1 ? Packing.unpack(data, row.getInt(1)) : data);
            } catch (MalformedInputException e) {
                throw new SQLException("a part of this body is broken", e);
            }
        } else if (reference < 0) {
            for (long each : references(database, -reference)) {
                append(database, each, out);
            }
        }
    }

    private static long[] references(Database database, long list) throws SQLException {
        return list(database, list).orElseThrow(() -> new SQLException("a part of this body is missing"));
    }

    private static Optional<long[]> list(Database database, long list) throws SQLException {
        try (ResultSet row =
                database.with("SELECT data FROM list WHERE id = ?", list).executeQuery()) {
            return row.next() ? Optional.of(References.read(row.getBytes(1))) : Optional.empty();
        }
    }

    /// Shows everything that a reference needs to `first`, which says whether it sees it for the first time.
    static void walk(Database database, long reference, LongPredicate first) throws SQLException {
        if (reference != 0 && first.test(reference) && reference < 0) {
            // one that is missing must not keep all others from being swept
            for (long each : list(database, -reference).orElse(new long[0])) {
                walk(database, each, first);
            }
        }
    }
}
