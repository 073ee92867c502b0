package dev.turnpike.gateway.traffic.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentStoreTest {
    private final Random random = new Random(7);

    @TempDir
    Path folder;

    @Test
    void givesBackTheExactBytesOfAnySize() throws Exception {
        try (Database database = Database.writing(folder.resolve("t.db"))) {
            ContentStore store = new ContentStore(database);
            for (int size : new int[] {0, 1, 1023, 1024, 4096, 70_000, 1_000_000, 9_000_001}) {
                byte[] bytes = new byte[size];
                random.nextBytes(bytes);
                assertThat(ContentStore.get(database, store.put(bytes), size)).isEqualTo(bytes);
                assertThat(ContentStore.get(database, store.putWhole(bytes), size))
                        .isEqualTo(bytes);
            }
        }
    }

    @Test
    void keepsEqualBytesOnce() throws Exception {
        try (Database database = Database.writing(folder.resolve("t.db"))) {
            ContentStore store = new ContentStore(database);
            byte[] bytes = new byte[300_000];
            random.nextBytes(bytes);
            long first = store.put(bytes);
            long pieces = count(database, "piece");

            assertThat(store.put(bytes.clone())).isEqualTo(first);
            store.forget();
            assertThat(store.put(bytes.clone())).isEqualTo(first);
            assertThat(count(database, "piece")).isEqualTo(pieces);
        }
    }

    @Test
    void keepsOfABodyThatGrewInItsMiddleOnlyWhatIsNew() throws Exception {
        try (Database database = Database.writing(folder.resolve("t.db"))) {
            ContentStore store = new ContentStore(database);
            byte[] bytes = new byte[400_000];
            random.nextBytes(bytes);
            store.put(bytes);
            long pieces = count(database, "piece");

            byte[] grown = new byte[bytes.length + 10];
            System.arraycopy(bytes, 0, grown, 0, 200_000);
            System.arraycopy(bytes, 200_000, grown, 200_010, 200_000);
            store.put(grown);

            assertThat(count(database, "piece") - pieces).isBetween(1L, 3L);
        }
    }

    private static long count(Database database, String table) throws SQLException {
        return database.number("SELECT count(*) FROM " + table, 0);
    }
}
