package dev.turnpike.gateway.traffic.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;

/// Removes pieces that no body needs any more: marks all that can be reached, deletes the rest.
///
/// Nothing is counted while recording, which would write to many rows for each request; instead this reads all lists
/// after something was deleted, which is rare.
final class Sweep {
    private final Database database;
    private final BitSet pieces = new BitSet();
    private final BitSet lists = new BitSet();

    private Sweep(Database database) {
        this.database = database;
    }

    /// To be called in the transaction that deleted bodies.
    static void run(Database database) throws SQLException {
        Sweep sweep = new Sweep(database);
        sweep.mark();
        sweep.delete("piece", sweep.pieces);
        sweep.delete("list", sweep.lists);
        database.change("UPDATE tally SET value = value + 1 WHERE name = 'sweeps'");
    }

    private void mark() throws SQLException {
        BitSet roots = new BitSet();
        BitSet listRoots = new BitSet();
        try (ResultSet rows = database.with("SELECT bodies FROM detail").executeQuery()) {
            while (rows.next()) {
                for (BodyRow row : bodies(rows.getBytes(1))) {
                    (row.content() > 0 ? roots : listRoots).set(Math.toIntExact(Math.abs(row.content())));
                }
            }
        }
        // no content at all
        listRoots.clear(0);
        pieces.or(roots);
        for (int list = listRoots.nextSetBit(0); list >= 0; list = listRoots.nextSetBit(list + 1)) {
            ContentStore.walk(database, -list, this::first);
        }
    }

    /// Nothing where they are broken: nobody can read them, and they must not keep all others from being swept.
    private static List<BodyRow> bodies(byte[] bytes) {
        try {
            return BodyRow.read(bytes);
        } catch (SQLException _) {
            return List.of();
        }
    }

    private boolean first(long reference) {
        BitSet seen = reference > 0 ? pieces : lists;
        int id = Math.toIntExact(Math.abs(reference));
        boolean first = !seen.get(id);
        seen.set(id);
        return first;
    }

    private void delete(String table, BitSet reached) throws SQLException {
        BitSet gone = new BitSet();
        try (ResultSet rows = database.with("SELECT id FROM " + table + " INDEXED BY " + table + "_hash")
                .executeQuery()) {
            while (rows.next()) {
                int id = rows.getInt(1);
                gone.set(id, !reached.get(id));
            }
        }
        for (int id = gone.nextSetBit(0); id >= 0; id = gone.nextSetBit(id + 1)) {
            database.change("DELETE FROM " + table + " WHERE id = ?", id);
        }
    }
}
