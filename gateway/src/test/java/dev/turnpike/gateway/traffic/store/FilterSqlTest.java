package dev.turnpike.gateway.traffic.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.traffic.ExchangeSummary;
import dev.turnpike.gateway.traffic.Subject;
import dev.turnpike.gateway.traffic.filter.Condition;
import dev.turnpike.gateway.traffic.filter.FilterField;
import dev.turnpike.gateway.traffic.filter.FilterParser;
import dev.turnpike.gateway.traffic.filter.Term;
import dev.turnpike.gateway.traffic.filter.TrafficFilter;
import dev.turnpike.testing.RandomTraffic;
import dev.turnpike.testing.SummaryDraft;
import java.io.IOException;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterSqlTest {
    private static @Nullable FilteredRows shared;

    record Row(ExchangeSummary summary, boolean pinned, String bodies) {}

    @Provide
    Arbitrary<List<Row>> rows() {
        Arbitrary<ExchangeSummary> over =
                RandomTraffic.summaries().filter(summary -> summary.state().isEnd());
        return Combinators.combine(over, Arbitraries.of(true, false), RandomTraffic.texts())
                .as(Row::new)
                .list()
                .ofSize(8);
    }

    @Provide
    Arbitrary<TrafficFilter> filters() {
        return RandomTraffic.filters();
    }

    /// The store and the window find the same, whatever is looked for.
    @Property(tries = 2000)
    void findsWhatMatches(@ForAll("rows") List<Row> rows, @ForAll("filters") TrafficFilter filter)
            throws SQLException, IOException {
        List<Long> matching = new ArrayList<>();
        FilteredRows table = empty();
        for (Row row : rows) {
            long seq = table.add(row.summary(), row.pinned(), row.bodies());
            if (filter.matches(row.summary(), row.pinned(), words -> says(row.bodies(), words))) {
                matching.add(seq);
            }
        }

        assertThat(table.find(FilterSql.of(filter))).as(filter.text()).isEqualTo(matching);
    }

    /// The words one behind the other, of which the last may go on where nothing stands behind it.
    private static boolean says(String bodies, String words) {
        List<String> wanted = tokens(words);
        List<String> there = tokens(bodies);
        boolean mayGoOn = !words.isEmpty() && Character.isLetterOrDigit(words.codePointBefore(words.length()));
        if (mayGoOn && !wanted.isEmpty()) {
            int last = wanted.size() - 1;
            for (int i = last; i < there.size(); i++) {
                if (there.get(i).startsWith(wanted.get(last))
                        && there.subList(i - last, i).equals(wanted.subList(0, last))) {
                    return true;
                }
            }
            return false;
        }
        return !wanted.isEmpty() && Collections.indexOfSubList(there, wanted) >= 0;
    }

    private static List<String> tokens(String text) {
        String plain = Normalizer.normalize(SearchTerms.indexed(text), Normalizer.Form.NFD)
                .replaceAll("\\p{Mn}", "")
                .toLowerCase(Locale.ROOT);
        return List.of(plain.split("[^\\p{L}\\p{N}]+")).stream()
                .filter(token -> !token.isEmpty())
                .toList();
    }

    /// One table for thousands of tries.
    private static FilteredRows empty() throws SQLException, IOException {
        FilteredRows table = shared == null ? new FilteredRows() : shared;
        shared = table;
        table.clear();
        return table;
    }

    @AfterContainer
    static void close() throws SQLException, IOException {
        if (shared != null) {
            shared.close();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``            | TRUE",
                "pinned        | (e.pinned = 1)",
                "-stream       | (e.stream = 1) IS NOT TRUE",
                "status:429,ok | ((e.status > 0 AND e.status = ?) OR e.outcome = 'finished')",
                "out:>1k error | (e.output > ?) AND (e.outcome = 'failed')",
                "served:a,b    | (e.served LIKE ? ESCAPE '\\' OR e.served LIKE ? ESCAPE '\\')",
            })
    void writesConditionsThatHoldNoWordOfTheUsers(String written, String where) {
        assertThat(FilterSql.of(parsed(written)).where()).isEqualTo(where);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "数据       | 重建数据库索引       | true  | in the middle of a sentence",
                "据数       | 重建数据库索引       | false | one behind the other",
                "migrat     | Run the migrations | true  | a word that goes on",
                "igrations  | Run the migrations | false | no word begins so",
                "\"run the\"| Run  the migrations| true  | spaces do not matter",
                "resume     | send me a RÉSUMÉ   | true  | nor do accents and case",
                "++         | c++ and d++        | false | the index has no such word",
                "c++        | c++ and d++        | true  | but this one",
                "OR         | either or          | true  | a word like others",
                "NOT        | either or          | false | here too",
            })
    void findsWordsOfBodies(String words, String bodies, boolean found, String why) throws SQLException, IOException {
        try (FilteredRows table = new FilteredRows()) {
            ExchangeSummary summary =
                    new SummaryDraft("x").about(new Subject.Nothing()).done();
            table.add(summary, false, bodies);

            assertThat(table.find(FilterSql.of(parsed(words))).isEmpty())
                    .as(why)
                    .isNotEqualTo(found);
        }
    }

    @Provide
    Arbitrary<String> nasty() {
        Arbitrary<String> scraps = Arbitraries.of(
                        "'",
                        "\"",
                        "\\",
                        "%",
                        "_",
                        ";",
                        "--",
                        "/*",
                        "*/",
                        ")",
                        "(",
                        " OR 1=1",
                        " UNION SELECT 1",
                        "\0",
                        "*",
                        "^",
                        "NEAR(",
                        "AND",
                        "{",
                        ":",
                        "?",
                        "?1",
                        "@x",
                        "\ud83d",
                        "x",
                        "😀",
                        "DROP TABLE exchange")
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
        return Arbitraries.oneOf(scraps, Arbitraries.strings().ofMinLength(1));
    }

    /// What a user writes is looked for, never run: rows that have nothing of it are not found, and stay.
    @Property
    void runsNothingThatAUserWrites(@ForAll("nasty") String text, @ForAll FilterField field)
            throws SQLException, IOException {
        Term words = new Term(false, new Condition.Words("zzz" + text));
        Term value = new Term(false, new Condition.Named(field, List.of("zzz" + text)));
        Term bare = new Term(false, new Condition.Words(text));
        FilteredRows table = empty();
        table.add(new SummaryDraft("x").done(), false, "some words");

        assertThat(table.find(FilterSql.of(new TrafficFilter(List.of(words))))).isEmpty();
        assertThat(table.find(FilterSql.of(new TrafficFilter(List.of(value))))).isEmpty();
        assertThat(table.find(FilterSql.of(new TrafficFilter(List.of(bare)))).size())
                .isLessThan(2);
        assertThat(FilterSql.of(new TrafficFilter(List.of(bare, value))).where())
                .isEqualTo(FilterSql.of(new TrafficFilter(List.of(
                                new Term(
                                        false,
                                        new Condition.Words(
                                                SearchTerms.match(text).isPresent() ? "a" : "+")),
                                new Term(false, new Condition.Named(field, List.of("a"))))))
                        .where());
        assertThat(table.find(FilterSql.of(TrafficFilter.ALL))).hasSize(1);
    }

    @Test
    void takesTheLargestFilterThatCanBeWritten() throws SQLException, IOException {
        String written = ("-" + "%".repeat(1000) + " ").repeat(99) + "-\"" + "数".repeat(1000) + "\"";
        String list = "tool:" + "a,".repeat(99) + "a";
        try (FilteredRows table = new FilteredRows()) {
            table.add(new SummaryDraft("x").done(), false, "some words");

            assertThat(table.find(FilterSql.of(parsed(written)))).hasSize(1);
            assertThat(table.find(FilterSql.of(parsed(list)))).isEmpty();
        }
    }

    private static TrafficFilter parsed(String written) {
        return FilterParser.parse(written, InstantSource.system(), ZoneOffset.UTC);
    }
}
