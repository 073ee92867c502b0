package dev.turnpike.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.inspector.JsonDifference.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

class JsonDifferenceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"a\":1}|{\"a\":1}|",
                "{\"a\":1}|{\"a\":2}|c a",
                "{\"a\":1}|{\"b\":1}|+ b,- a",
                "{\"a\":{\"b\":[1,2]}}|{\"a\":{\"b\":[1,2,3]}}|+ a.b[2]",
                "{\"m\":[1,2,3]}|{\"m\":[2,3]}|- m[0]",
                "{\"m\":[1,2,3,4]}|{\"m\":[1,9,3,4]}|c m[1]",
                "{\"m\":[{\"x\":1,\"y\":1},5]}|{\"m\":[{\"x\":1,\"y\":2},5]}|c m[0].y",
                "{\"m\":[1,2,3,4,5]}|{\"m\":[1,3,8,5]}|- m[1],c m[2]",
                "{\"m\":[{\"content\":[{\"type\":\"text\",\"text\":\"a\",\"cache_control\":1}]}]}"
                        + "|{\"m\":[{\"content\":\"a\"}]}|- m[0].content[0].cache_control",
                "[1]|{\"a\":1}|c"
            })
    void findsWhatIsDifferentWhere(String before, String after, String changes) {
        List<String> found = between(before, after).stream()
                .map(change -> switch (change) {
                    case Change.Added added -> "+ " + added.path();
                    case Change.Removed removed -> "- " + removed.path();
                    case Change.Changed changed -> ("c " + changed.path()).strip();
                })
                .toList();

        assertThat(String.join(",", found)).isEqualTo(changes == null ? "" : changes);
    }

    /// As many elements come and go as the lengths differ, and equal arrays have no difference.
    @Test
    void accountsForEveryElement() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            JsonNode before = numbers(random);
            JsonNode after = numbers(random);
            JsonDifference.Result result = JsonDifference.between(before, after);
            long added = count(result, Change.Added.class);
            long removed = count(result, Change.Removed.class);
            long changed = count(result, Change.Changed.class);

            assertThat(added - removed).as("seed %d", seed).isEqualTo(after.size() - before.size());
            if (!before.equals(after)) {
                assertThat(result.same() + changed + added).as("seed %d", seed).isEqualTo(after.size());
            }
        }
    }

    private static long count(JsonDifference.Result result, Class<?> type) {
        return result.changes().stream().filter(type::isInstance).count();
    }

    private static ArrayNode numbers(Random random) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        int size = random.nextInt(8);
        for (int i = 0; i < size; i++) {
            array.add(random.nextInt(4));
        }
        return array;
    }

    private static List<Change> between(String before, String after) {
        JsonMapper mapper = JsonMapper.shared();
        return new ArrayList<>(JsonDifference.between(mapper.readTree(before), mapper.readTree(after))
                .changes());
    }
}
