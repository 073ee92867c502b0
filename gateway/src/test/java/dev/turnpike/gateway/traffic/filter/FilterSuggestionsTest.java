package dev.turnpike.gateway.traffic.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterSuggestionsTest {
    private static final FilterSuggestions SUGGESTIONS = new FilterSuggestions(new SeenValues(
            List.of("claude-opus-5-5", "claude-opus-5-5-mini", "deepseek-v4-pro", "glm-5"),
            List.of("deepseek", "zai"),
            List.of("4f2a9c1e", "91bc"),
            List.of("/home/ann/my shop", "/home/ann/api"),
            List.of("Bash", "BashOutput", "Edit"),
            List.of("claude-cli")));

    /// `^` is the caret; what is offered is shown as the text after it is taken.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "mod^             | model:",
                "MOD^             | model:",
                "x -to^           | x -tool:; x -tokens:; x -kind:tool",
                "err^             | error; status:error",
                "error^           | status:error",
                "error er^        | error status:error; error kind:user; error kind:other",
                "st^              | status:; stream; kind:sub-agent-start",
                "stat^            | status:",
                "stream x str^    | ``",
                "glm^             | model:glm-5",
                "pro^             | project:; kind:probe; model:deepseek-v4-pro",
                "mode^l:opus      | ``",
                "m^l:opus x       | model:opus x",
                "model:^          | model:claude-opus-5-5; model:claude-opus-5-5-mini; model:deepseek-v4-pro; model:glm-5",
                "model:d^         | model:deepseek-v4-pro; model:claude-opus-5-5; model:claude-opus-5-5-mini",
                "model:5^         | model:claude-opus-5-5; model:claude-opus-5-5-mini; model:glm-5",
                "model:claude-opus-5-5^ | model:claude-opus-5-5-mini",
                "model:GLM-5^     | ``",
                "model:glm-5,c^   | model:glm-5,claude-opus-5-5; model:glm-5,claude-opus-5-5-mini",
                "model:glm-5 model:g^ | ``",
                "-tool:bash^      | -tool:BashOutput",
                "project:ann^     | project:\"/home/ann/my shop\"; project:/home/ann/api",
                "project:\"/home/ann/m^ | project:\"/home/ann/my shop\"",
                "status:4^        | status:4xx; status:401; status:429",
                "kind:su^         | kind:sub-agent; kind:sub-agent-start; kind:summary",
                "cost:^           | cost:>0.10; cost:>1; cost:unknown; cost:plan",
                "tokens:>1^       | tokens:>10k; tokens:>100k",
                "is:p^            | is:pinned",
                "after:^          | after:1h; after:today; after:7d",
                "\"mod^           | ``",
                "foo:b^           | ``",
                "^model:opus      | ``",
                "model:opus e^ x  | model:opus error x; model:opus status:error x; model:opus tool:Edit x",
            })
    void offersWhatMayStandThere(String typed, String offered) {
        assertThat(String.join("; ", offered(typed))).isEqualTo(offered);
    }

    @Test
    void offersTheMostUsedKeysWhereNothingIsTyped() {
        assertThat(offered("^")).hasSize(12).startsWith("model:", "status:", "kind:", "tool:");
        assertThat(offered("pinned ^")).hasSize(12).startsWith("pinned model:");
        assertThat(offered("-^")).hasSize(12).startsWith("-model:");
    }

    @Test
    void saysWhatItOffersAndPutsTheCaretBehindIt() {
        assertThat(SUGGESTIONS.at("mod x", 3))
                .containsExactly(new Suggestion(0, 3, "model:", "asked or served model"))
                .allSatisfy(suggestion -> assertThat(suggestion.caret()).isEqualTo(6));
    }

    @Test
    void offersTwelveAtMost() {
        List<String> many = IntStream.range(0, 5_000).mapToObj(i -> "m" + i).toList();
        SeenValues seen = new SeenValues(many, many, many, many, many, many);

        assertThat(new FilterSuggestions(seen).at("model:", 6)).hasSize(12);
        assertThat(new FilterSuggestions(seen).at("m", 1)).hasSize(12);
    }

    @Property
    void offersSomethingNewForWhateverIsTyped(@ForAll String text, @ForAll @IntRange(max = 300) int at) {
        int caret = Math.min(at, text.length());

        assertThat(SUGGESTIONS.at(text, caret)).allSatisfy(suggestion -> {
            assertThat(suggestion.start()).isBetween(0, caret);
            assertThat(suggestion.end()).isBetween(suggestion.start(), text.length());
            assertThat(suggestion.applied(text)).isNotEqualTo(text);
        });
    }

    private static List<String> offered(String typed) {
        int caret = typed.indexOf('^');
        String text = typed.replace("^", "");
        return SUGGESTIONS.at(text, caret).stream()
                .map(suggestion -> suggestion.applied(text))
                .toList();
    }
}
