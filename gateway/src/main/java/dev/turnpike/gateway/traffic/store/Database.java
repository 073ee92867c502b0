package dev.turnpike.gateway.traffic.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.TempStore;
import org.sqlite.SQLiteOpenMode;

/// One connection to the database file, with the statements that were prepared on it. One thread at a time.
final class Database implements AutoCloseable {
    /// Compressed pieces of a few kilobytes fit in several to a page.
    private static final int PAGE_BYTES = 8192;

    private static final int MOST_PREPARED = 64;
    private static final int WAIT_MILLIS = 5_000;
    private static final int CACHE_KILOBYTES = 2_048;
    private static final int JOURNAL_BYTES = 16 << 20;

    private final Path file;
    private final Object key;
    private final Connection connection;
    /// What was not used for the longest time goes: each kind of filter is a statement of its own.
    private final Map<String, PreparedStatement> prepared = new LinkedHashMap<>(16, 0.75f, true);

    /// Asked for once in a transaction, in which nobody else writes.
    private final Map<String, Long> lastIds = new HashMap<>();

    private Database(Path file, SQLiteConfig config) throws SQLException, IOException {
        this.file = file;
        this.connection = config.createConnection("jdbc:sqlite:" + file);
        this.key = key(file);
    }

    /// Opens the file to write to it, makes it where there is none, and brings its tables up to date.
    static Database writing(Path file) throws SQLException, IOException {
        create(file);
        Database database = new Database(file, config());
        try {
            // the first two only count in a file that is still empty
            database.run("PRAGMA page_size = " + PAGE_BYTES);
            database.run("PRAGMA auto_vacuum = INCREMENTAL");
            database.run("PRAGMA journal_mode = WAL");
            database.run("PRAGMA synchronous = NORMAL");
            database.run("PRAGMA journal_size_limit = " + JOURNAL_BYTES);
            // what was deleted cannot be read from the file any more
            database.run("PRAGMA secure_delete = ON");
            Migrations.bringUpToDate(database);
            return database;
        } catch (SQLException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /// Opens the file only to read.
    static Database reading(Path file) throws SQLException, IOException {
        SqliteLibrary.prepare(folder(file));
        SQLiteConfig config = config();
        config.setOpenMode(SQLiteOpenMode.READWRITE);
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        Database database = new Database(file, config);
        database.run("PRAGMA query_only = ON");
        return database;
    }

    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(WAIT_MILLIS);
        // else the driver asks for the last id after each statement
        config.setGetGeneratedKeys(false);
        config.setCacheSize(-CACHE_KILOBYTES);
        // no file that would hold parts of conversations for a while
        config.setTempStore(TempStore.MEMORY);
        return config;
    }

    /// SQLite gives its journal and its shared memory the mode of the database.
    private static void create(Path file) throws IOException {
        Path folder = folder(file);
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        Files.createDirectories(folder, posix ? new FileAttribute<?>[] {mode("rwx------")} : new FileAttribute<?>[0]);
        SqliteLibrary.prepare(folder);
        try {
            Files.createFile(file, posix ? new FileAttribute<?>[] {mode("rw-------")} : new FileAttribute<?>[0]);
        } catch (FileAlreadyExistsException e) {
            if (posix && Files.isRegularFile(file) && Files.isWritable(file)) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
        }
    }

    private static Path folder(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file in a folder");
    }

    private static FileAttribute<?> mode(String mode) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode));
    }

    /// What tells this file from another one of the same name; nothing where a file that is open cannot be moved.
    private static Object key(Path file) throws IOException {
        Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        return key == null ? "" : key;
    }

    /// Whether the file is still where it was.
    boolean isInPlace() {
        try {
            return key(file).equals(key);
        } catch (IOException e) {
            return false;
        }
    }

    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// Runs to its end what does its work step by step: a statement that is prepared would take the first one alone.
    void complete(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /// The statement of that text, prepared once, with these parameters.
    PreparedStatement with(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
            forgetOldest();
        }
        for (int i = 0; i < parameters.length; i++) {
            bind(statement, i + 1, parameters[i]);
        }
        return statement;
    }

    private void forgetOldest() throws SQLException {
        if (prepared.size() > MOST_PREPARED) {
            Map.Entry<String, PreparedStatement> oldest =
                    prepared.entrySet().iterator().next();
            prepared.remove(oldest.getKey());
            oldest.getValue().close();
        }
    }

    private static void bind(PreparedStatement statement, int at, Object value) throws SQLException {
        switch (value) {
            case byte[] bytes -> statement.setBytes(at, bytes);
            case String text -> statement.setString(at, text);
            case Long number -> statement.setLong(at, number);
            case Integer number -> statement.setInt(at, number);
            case Boolean truth -> statement.setInt(at, truth ? 1 : 0);
            case Nothing _ -> statement.setNull(at, java.sql.Types.NULL);
            default -> throw new IllegalArgumentException("a parameter of " + value.getClass());
        }
    }

    /// In the place of a parameter: there is no value.
    enum Nothing {
        NULL
    }

    /// Runs a statement that changes rows; gives how many.
    int change(String sql, Object... parameters) throws SQLException {
        return with(sql, parameters).executeUpdate();
    }

    /// The id for a new row of a table, one that no row has had. Only inside of a transaction.
    long nextId(String table) throws SQLException {
        Long last = lastIds.get(table);
        if (last == null) {
            last = number("SELECT seq FROM sqlite_sequence WHERE name = ?", 0, table);
        }
        lastIds.put(table, last + 1);
        return last + 1;
    }

    /// One number, or another one where there is no row.
    long number(String sql, long otherwise, Object... parameters) throws SQLException {
        try (ResultSet rows = with(sql, parameters).executeQuery()) {
            return rows.next() ? rows.getLong(1) : otherwise;
        }
    }

    /// Begins to write; from now on nobody else does.
    void begin() throws SQLException {
        run("BEGIN IMMEDIATE");
        lastIds.clear();
    }

    void commit() throws SQLException {
        run("COMMIT");
    }

    /// Undoes what was written since [#begin], if anything was.
    void rollback() {
        try {
            run("ROLLBACK");
        } catch (SQLException e) {
            // there is nothing to undo: some errors have done it already
        }
    }

    @Override
    public void close() {
        if (Files.exists(file) && !isInPlace()) {
            // SQLite would delete the journal of the file that has taken its place
            return;
        }
        try {
            connection.close();
        } catch (SQLException e) {
            // whoever closes is done with it
        }
    }
}
