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
    void cutsWhatIsLikeALastBodyAsIfThatHadNotBeen() throws Exception {
        try (Database database = Database.writing(folder.resolve("t.db"))) {
            ContentStore store = new ContentStore(database);
            byte[] bytes = new byte[0];
            for (int turn = 0; turn < 300; turn++) {
                // now and then it begins again, or comes as it was
                bytes = turn % 40 == 0
                        ? edited(new byte[0], 60_000)
                        : turn % 7 == 0 ? bytes.clone() : edited(bytes, 9_000);
                byte[] whole = bytes;
                long reference = store.put(whole);

                assertThat(ContentStore.get(database, reference, 0)).isEqualTo(whole);
                assertThat(new ContentStore(database).put(whole)).isEqualTo(reference);
            }
        }
    }

    /// Some bytes taken out in one place, and others put in.
    private byte[] edited(byte[] bytes, int most) {
        int from = random.nextInt(3) == 0 ? bytes.length : random.nextInt(bytes.length + 1);
        int to = random.nextInt(4) == 0 ? Math.min(bytes.length, from + random.nextInt(most)) : from;
        byte[] more = new byte[random.nextInt(most)];
        random.nextBytes(more);
        byte[] edited = new byte[from + more.length + bytes.length - to];
        System.arraycopy(bytes, 0, edited, 0, from);
        System.arraycopy(more, 0, edited, from, more.length);
        System.arraycopy(bytes, to, edited, from + more.length, bytes.length - to);
        return edited;
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
