package dev.turnpike.gateway.traffic.store;

import dev.turnpike.gateway.traffic.ExchangeSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Rows in a database of its own, which are looked for by filters and never kept.
final class FilteredRows implements AutoCloseable {
    private final Path folder;
    private final Database database;

    FilteredRows() throws SQLException, IOException {
        folder = Files.createTempDirectory("filtered");
        database = Database.writing(folder.resolve("traffic.db"));
        database.begin();
    }

    /// Adds a row; gives its place.
    long add(ExchangeSummary summary, boolean pinned, String bodies) throws SQLException {
        long seq = ExchangeTable.insert(database, summary);
        database.change("UPDATE exchange SET pinned = ? WHERE seq = ?", pinned, seq);
        database.change("INSERT INTO words (rowid, text) VALUES (?, ?)", seq, SearchTerms.indexed(bodies));
        return seq;
    }

    /// The rows that the filter lets through, by their places.
    List<Long> find(FilterSql filter) throws SQLException {
        String sql = "SELECT e.seq FROM exchange e WHERE " + filter.where() + " ORDER BY e.seq";
        List<Long> found = new ArrayList<>();
        try (ResultSet rows = database.with(sql, filter.parameters().toArray()).executeQuery()) {
            while (rows.next()) {
                found.add(rows.getLong(1));
            }
        }
        return found;
    }

    void clear() throws SQLException {
        database.rollback();
        database.begin();
    }

    @Override
    public void close() throws IOException {
        database.rollback();
        database.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
