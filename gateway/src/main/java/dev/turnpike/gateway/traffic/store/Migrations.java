package dev.turnpike.gateway.traffic.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;

/// The steps by which the tables became what they are. A step that was published is never changed.
final class Migrations {
    private static final List<String> STEPS = List.of("tables-1.sql");

    private Migrations() {}

    /// Takes the steps that this database has not seen, all of them or none.
    ///
    /// @throws NewerDatabase when a later version of the program has written it
    static void bringUpToDate(Database database) throws SQLException {
        if (version(database) == STEPS.size()) {
            return;
        }
        database.begin();
        try {
            // asked again: another process may have been faster
            int version = version(database);
            if (version > STEPS.size()) {
                throw new NewerDatabase();
            }
            for (String step : STEPS.subList(version, STEPS.size())) {
                for (String statement : text(step).split(";\\n", -1)) {
                    if (!statement.isBlank()) {
                        database.run(statement);
                    }
                }
            }
            database.run("PRAGMA user_version = " + STEPS.size());
            database.commit();
        } catch (SQLException | RuntimeException e) {
            database.rollback();
            throw e;
        }
    }

    static int version(Database database) throws SQLException {
        return (int) database.number("PRAGMA user_version", 0);
    }

    /// Whether this program can read what is in there.
    static boolean isCurrent(Database database) throws SQLException {
        return version(database) == STEPS.size();
    }

    private static String text(String step) {
        try (InputStream in = Migrations.class.getResourceAsStream(step)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its own file " + step);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A later version of the program has written the database.
    static final class NewerDatabase extends SQLException {
        private static final long serialVersionUID = 1;

        NewerDatabase() {
            super("it was written by a newer version of Turnpike: start that one, or move the file away");
        }
    }
}
