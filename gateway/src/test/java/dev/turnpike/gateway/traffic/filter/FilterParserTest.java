package dev.turnpike.gateway.traffic.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.turnpike.testing.RandomTraffic;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterParserTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-27T14:30:00Z"));
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                          | ``                    | nothing: everything is wanted",
                "fix the test                | fix the test          | each word must stand somewhere",
                "\"fix the test\"            | \"fix the test\"      | these words one behind the other",
                "\"test\"                    | test                  | quotation marks that change nothing",
                "\"say \"\"hi\"\"\"          | \"say \"\"hi\"\"\"    | a quotation mark in a phrase is written twice",
                "say\"hi                     | say\"hi               | one in a word is a letter",
                "-overloaded                 | -overloaded           | not that word",
                "--force                     | --force               | a word that begins so",
                "-\"--force\"                | -\"--force\"          | and not that one",
                "->                          | ->                    | nor is an arrow a negation",
                "http://localhost:1/x,y      | http://localhost:1/x,y| an address is text",
                "std::vector                 | std::vector           | and so are names with two colons",
                "channel::send               | channel::send         | even where they begin as a key does",
                "C:\\temp                    | C:\\temp              | and drives",
                "TODO:                       | TODO:                 | and what ends in a colon",
                "cart.ts:42                  | cart.ts:42            | and places in files",
                "\"foo:bar\"                 | \"foo:bar\"           | and everything in quotation marks",
                "error                       | error                 | a flag",
                "is:error                    | error                 | says the same",
                "\"error\"                   | \"error\"             | but this is the word",
                "PINNED -Stream is:retried   | pinned -stream retried| case does not matter",
                "cache-break                 | cache-break           | the prompt cache could not be used",
                "model:opus                  | model:opus            | asked or served",
                "Model:Opus,glm              | model:Opus,glm        | one of several",
                "asked:opus served:v4        | asked:opus served:v4  | the one, the other",
                "project:\"my shop\"         | project:\"my shop\"   | with spaces",
                "project:~/work,\"a,b\"      | project:~/work,\"a,b\"| with commas",
                "session:4f2a client:curl    | session:4f2a client:curl | who asks",
                "tool:bash                   | tool:bash             | called or answered",
                "channel:\"deepseek\"        | channel:deepseek      | quotation marks that change nothing",
                "status:429                  | status:429            | a number",
                "status:429,529              | status:429,529        | numbers",
                "status:4XX,ok,Abandoned     | status:4xx,ok,abandoned | a class, and words",
                "status:running,error        | status:running,error  | before the end, and a bad one",
                "status:>=500,=429           | status:>=500,429      | compared",
                "-kind:count                 | -kind:count           | no counts of tokens",
                "kind:Sub-Agent,title        | kind:sub-agent,title  | kinds",
                "tokens:>10k in:<=1.5M       | tokens:>10k in:<=1.5M | in thousands and millions",
                "out:0 tokens:<0.001k        | out:=0 tokens:<1      | or alone",
                "in:1234 in:>1230000         | in:=1234 in:>1.23M    | no longer than need be",
                "cost:>0.05 cost:<$2         | cost:>0.05 cost:<2    | dollars",
                "cost:unknown -cost:plan     | cost:unknown -cost:plan | without an amount",
                "ttft:>800ms ttft:>2         | ttft:>800ms ttft:>2s  | seconds, unless said",
                "duration:>=90s duration:<2m | duration:>=90s duration:<2m | times",
                "after:2026-11-27            | after:2026-11-27      | a day",
                "after:2026-11-27t9:05       | after:2026-11-27T09:05| and a time",
                "before:14:02 after:9:05:30  | before:14:02 after:09:05:30 | a time",
                "after:2H before:3d          | after:2h before:3d    | an age",
                "after:today before:Yesterday| after:today before:yesterday | words",
            })
    void understands(String written, String canonical, String why) {
        assertThat(parse(written).text()).as(why).isEqualTo(canonical);
        assertThat(parse(canonical)).isEqualTo(parse(written));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "modle:opus  | modle:  | There is no key \"modle:\" (character 1). Did you mean \"model:\"? In quotation marks it is looked for as text.",
                "x -sess:4   | sess:   | There is no key \"sess:\" (character 4). Did you mean \"session:\"? In quotation marks it is looked for as text.",
                "kind:cuont  | cuont   | \"cuont\" is no kind (character 6). Did you mean count?",
                "kind:x y    | x       | \"x\" is no kind (character 6). There are main, user, tool, sub-agent, sub-agent-start, background, title, summary, search, probe, count, other.",
                "is:new      | new     | \"new\" is no word for \"is:\" (character 4). There are error, pinned, stream, retried, cache-break.",
                "status:fast | fast    | \"fast\" is no status (character 8). Write a number as 429 or >=500, a class as 5xx, or ok, error, abandoned, running.",
                "status:42 x | 42      | \"42\" is no status (character 8). Write a number as 429 or >=500, a class as 5xx, or ok, error, abandoned, running.",
                "model: opus | ``      | A value of \"model:\" is missing (character 7). Write it without a space, as in model:opus.",
                "tool:a,,b   | ``      | A value of \"tool:\" is missing (character 8). Write it without a space, as in tool:Bash.",
                "tokens:many | many    | \"many\" is no number of tokens (character 8). Write a whole one behind >, >=, <, <= or =, with k or M where it is large, as in tokens:>10k.",
                "tokens:1.5  | 1.5     | \"1.5\" is no number of tokens (character 8). Write a whole one behind >, >=, <, <= or =, with k or M where it is large, as in tokens:>10k.",
                "out:>999999999999999999M | >999999999999999999M | \">999999999999999999M\" is no number of tokens (character 5). Write a whole one behind >, >=, <, <= or =, with k or M where it is large, as in out:>1k.",
                "in:>1,000   | 000     | \"in:\" has one value (character 7). Write another one as another word, as in in:>100k.",
                "cost:>5k    | >5k     | \">5k\" is no cost (character 6). Write dollars behind >, >=, <, <= or =, or unknown, or plan, as in cost:>0.10.",
                "ttft:>2min  | >2min   | \">2min\" is no length of time (character 6). Write a number with ms, s, m or h behind >, >=, <, <= or =, as in ttft:>2s.",
                "after:2026-02-30 x | 2026-02-30 | \"2026-02-30\" is no point in time (character 7). Write a date as 2026-11-27, a time as 14:02, an age as 2h or 3d, today or yesterday.",
                "a \"b c     | \"b c   | This quotation mark has no partner (character 3). Put another one behind the phrase.",
                "\"\" b      | \"\"    | Nothing stands between these quotation marks (character 1). Write what to look for.",
            })
    void saysWhatIsWrongAndWhere(String written, String wrong, String message) {
        InvalidFilter mistake = refused(written);

        assertThat(mistake).hasMessage(message);
        assertThat(written.substring(mistake.position(), mistake.position() + mistake.length()))
                .isEqualTo(wrong);
    }

    @Test
    void namesEveryKeyWhereNoneIsNear() {
        assertThat(refused("foo:bar"))
                .hasMessageContaining("There are model, status, kind,")
                .hasMessageEndingWith("In quotation marks it is looked for as text.");
    }

    /// What somebody is about to type is no mistake yet.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "model:      | true",
                "status:429, | true",
                "status:5    | true",
                "status:5x   | true",
                "status:>=5  | true",
                "status:runn | true",
                "status:5 x  | false",
                "status:foo  | false",
                "kind:sub-   | true",
                "is:pi       | true",
                "tokens:>    | true",
                "cost:>0.    | true",
                "cost:unkn   | true",
                "after:2026- | true",
                "after:yes   | true",
                "after:soon  | false",
                "\"fix the   | true",
                "modle:opus  | false",
            })
    void tellsWhatIsUnfinished(String written, boolean unfinished) {
        assertThat(refused(written).isUnfinished()).isEqualTo(unfinished);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-27,        2026-11-26T23:00:00Z",
        "2026-11-27T14:02,  2026-11-27T13:02:00Z",
        "2026-07-01,        2026-06-30T22:00:00Z",
        "15:29,             2026-11-27T14:29:00Z",
        "15:31,             2026-11-26T14:31:00Z",
        "today,             2026-11-26T23:00:00Z",
        "yesterday,         2026-11-25T23:00:00Z",
        "90s,               2026-11-27T14:28:30Z",
        "30m,               2026-11-27T14:00:00Z",
        "2h,                2026-11-27T12:30:00Z",
        "3d,                2026-11-24T14:30:00Z",
        "1w,                2026-11-20T14:30:00Z"
    })
    void knowsWhenThatWas(String written, Instant then) {
        assertThat(parse("after:" + written).terms().getFirst().condition())
                .isInstanceOfSatisfying(
                        Condition.Arrived.class,
                        arrived -> assertThat(Instant.ofEpochMilli(arrived.epochMillis()))
                                .isEqualTo(then));
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThat(refused("a ".repeat(101))).hasMessageContaining("no more than 100 words (character 201)");
        assertThat(refused("status:" + "500,".repeat(101))).hasMessageContaining("no more than 100 words");
        assertThat(refused("x " + "a".repeat(1001))).hasMessageContaining("longer than 1000 characters (character 3)");
        assertThat(parse(("a".repeat(1000) + " ").repeat(100)).terms()).hasSize(100);
    }

    @Provide
    Arbitrary<TrafficFilter> filters() {
        return RandomTraffic.filters();
    }

    @Property
    void readsWhatItWrites(@ForAll("filters") TrafficFilter filter) {
        TrafficFilter read = FilterParser.parse(filter.text(), CLOCK, ZoneId.of("UTC"));

        assertThat(read).as(filter.text()).isEqualTo(filter);
    }

    @Property
    void writesAmountsThatItReads(@ForAll Measure measure, @ForAll("amounts") long amount) {
        Condition.Amount condition = new Condition.Amount(measure, Comparison.LESS, amount);
        String text = new Term(false, condition).text();

        assertThat(parse(text).terms()).as(text).containsExactly(new Term(false, condition));
    }

    @Provide
    Arbitrary<Long> amounts() {
        Arbitrary<Long> any = Arbitraries.longs().between(0, Condition.Amount.MOST);
        Arbitrary<Long> round = Arbitraries.integers().between(0, 18).map(digits -> Math.round(Math.pow(10, digits)));
        return Arbitraries.oneOf(
                any, round, Arbitraries.longs().between(0, 10_000).map(number -> number * 60_000_000));
    }

    @Provide
    Arbitrary<String> scraps() {
        return Arbitraries.of(
                        "model",
                        "status",
                        "kind",
                        "tokens",
                        "cost",
                        "after",
                        "is",
                        "error",
                        ":",
                        "-",
                        "\"",
                        ",",
                        ">",
                        "=",
                        "4",
                        "5xx",
                        "k",
                        ".",
                        " ",
                        "\t",
                        "\0",
                        "\u00a0",
                        "//",
                        "\\",
                        "count",
                        "x",
                        "é",
                        "数",
                        "😀",
                        "\ud83d",
                        "99999999999999999999",
                        "14:02",
                        "2026-11-27",
                        "h",
                        "$")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    @Property
    void takesOrRefusesWhateverIsTyped(@ForAll("scraps") String text) {
        takesOrRefuses(text);
    }

    @Property
    void takesOrRefusesAnyString(@ForAll String text) {
        takesOrRefuses(text);
    }

    private static void takesOrRefuses(String text) {
        Optional<TrafficFilter> filter;
        try {
            filter = Optional.of(parse(text));
        } catch (InvalidFilter mistake) {
            filter = Optional.empty();
            assertThat(mistake.position()).isBetween(0, text.length());
            assertThat(mistake.position() + mistake.length()).isBetween(0, text.length());
            assertThat(mistake.getMessage()).contains("(character " + (mistake.position() + 1) + "). ");
        }
        filter.ifPresent(read -> assertThat(parse(read.text())).isEqualTo(read));
    }

    private static TrafficFilter parse(String text) {
        return FilterParser.parse(text, CLOCK, BERLIN);
    }

    private static InvalidFilter refused(String text) {
        return catchThrowableOfType(InvalidFilter.class, () -> parse(text));
    }
}
