package dev.turnpike.gateway.traffic.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What is in the files of a store, looked at without its tables, and with them.
final class RawFiles {
    private RawFiles() {}

    /// Which of these words stand in the database or its journals as they are.
    static List<String> found(Path folder, String... words) {
        String all = bytes(folder);
        return Stream.of(words).filter(all::contains).toList();
    }

    private static String bytes(Path folder) {
        StringBuilder all = new StringBuilder();
        for (Path file : files(folder)) {
            try {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all.toString();
    }

    /// How much room they take.
    static long size(Path folder) {
        return files(folder).stream().mapToLong(file -> file.toFile().length()).sum();
    }

    static String sizes(Path folder) {
        return files(folder).stream()
                .map(file -> file.getFileName() + " " + file.toFile().length())
                .toList()
                .toString();
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("traffic"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Everything that a body, a detail or a row is made of, unpacked, one text for each.
    static List<String> unpacked(Path file) throws SQLException, IOException {
        List<String> texts = new ArrayList<>();
        try (Database database = Database.reading(file)) {
            try (ResultSet rows =
                    database.with("SELECT size, packed, data FROM piece").executeQuery()) {
                while (rows.next()) {
                    byte[] data = rows.getBytes(3);
                    texts.add(text(rows.getInt(2) == 1 ? Packing.unpack(data, rows.getInt(1)) : data));
                }
            }
            try (ResultSet rows = database.with("SELECT data FROM detail").executeQuery()) {
                while (rows.next()) {
                    texts.add(text(Packing.unframed(rows.getBytes(1))));
                }
            }
            for (String table : plainTables(database)) {
                rows(database, table, texts);
            }
        }
        return texts;
    }

    /// All tables whose columns are no bytes.
    private static List<String> plainTables(Database database) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows = database.with("SELECT name FROM sqlite_schema WHERE type = 'table'")
                .executeQuery()) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        names.removeIf(name -> List.of("piece", "detail", "list").contains(name) || name.startsWith("words"));
        return names;
    }

    private static void rows(Database database, String table, List<String> texts) throws SQLException {
        try (ResultSet rows = database.with("SELECT * FROM " + table).executeQuery()) {
            while (rows.next()) {
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    texts.add(String.valueOf(rows.getString(i)));
                }
            }
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /// What SQLite finds wrong in the file and in the index of words, and which bodies lack a part; nothing where all
    /// is well.
    static List<String> faults(Path file) throws SQLException, IOException {
        List<String> faults = new ArrayList<>();
        try (Database database = Database.writing(file)) {
            try (ResultSet rows = database.with("PRAGMA integrity_check").executeQuery()) {
                while (rows.next()) {
                    if (!rows.getString(1).equals("ok")) {
                        faults.add(rows.getString(1));
                    }
                }
            }
            database.run("INSERT INTO words (words) VALUES ('integrity-check')");
            List<Long> contents = new ArrayList<>();
            try (ResultSet rows = database.with("SELECT bodies FROM detail").executeQuery()) {
                while (rows.next()) {
                    BodyRow.read(rows.getBytes(1)).forEach(row -> contents.add(row.content()));
                }
            }
            faults.addAll(lacking(database, contents));
        }
        return faults;
    }

    private static List<String> lacking(Database database, List<Long> contents) throws SQLException {
        List<String> faults = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        for (long content : contents) {
            try {
                ContentStore.walk(database, content, seen::add);
            } catch (SQLException e) {
                faults.add(content + ": " + e.getMessage());
            }
        }
        for (long reference : seen) {
            if (reference > 0 && database.number("SELECT count(*) FROM piece WHERE id = ?", 0, reference) == 0) {
                faults.add("piece " + reference + " is missing");
            }
        }
        return faults;
    }
}
