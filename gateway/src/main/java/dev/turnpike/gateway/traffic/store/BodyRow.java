package dev.turnpike.gateway.traffic.store;

import dev.turnpike.gateway.traffic.Body.Keeping;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// What is stored of one body of an exchange beside its bytes. All those of an exchange are one field of one row.
///
/// @param part see [Bodies]
/// @param content a reference of the [ContentStore]: to the bytes, or to what differs
/// @param base the part that it is like but for one place, -1 for none
/// @param start how many bytes at its beginning are those of the base
/// @param end how many bytes at its end are those of the base
record BodyRow(int part, Keeping keeping, long size, boolean redacted, long content, int base, int start, int end) {
    private static final int FIELDS = 8;

    /// The numbers by which they are stored, whatever becomes of the order in the enum.
    private static final List<Keeping> KEEPINGS =
            List.of(Keeping.WHOLE, Keeping.PARTLY, Keeping.LET_GO, Keeping.MISSED, Keeping.NOT_WANTED);

    static byte[] write(List<BodyRow> rows) {
        long[] numbers = new long[rows.size() * FIELDS];
        int at = 0;
        for (BodyRow row : rows) {
            numbers[at++] = row.part;
            numbers[at++] = KEEPINGS.indexOf(row.keeping);
            numbers[at++] = row.size;
            numbers[at++] = row.redacted ? 1 : 0;
            numbers[at++] = row.content;
            numbers[at++] = row.base;
            numbers[at++] = row.start;
            numbers[at++] = row.end;
        }
        return References.write(numbers, 0, numbers.length);
    }

    /// @throws SQLException where they are not such bytes
    static List<BodyRow> read(byte[] bytes) throws SQLException {
        try {
            long[] numbers = References.read(bytes);
            List<BodyRow> rows = new ArrayList<>(numbers.length / FIELDS);
            for (int at = 0; at < numbers.length; at += FIELDS) {
                rows.add(new BodyRow(
                        (int) numbers[at],
                        KEEPINGS.get((int) numbers[at + 1]),
                        numbers[at + 2],
                        numbers[at + 3] != 0,
                        numbers[at + 4],
                        (int) numbers[at + 5],
                        (int) numbers[at + 6],
                        (int) numbers[at + 7]));
            }
            return rows;
        } catch (IndexOutOfBoundsException e) {
            throw new SQLException("where the bodies of this exchange are is broken", e);
        }
    }
}
