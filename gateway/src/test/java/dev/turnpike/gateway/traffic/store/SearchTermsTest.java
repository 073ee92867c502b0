package dev.turnpike.gateway.traffic.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTermsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "fix          | \"fix\"*             | the last word may go on",
                "fix the te   | \"fix the te\"*      | words one behind the other",
                "cat.         | \"cat.\"             | something stands behind it",
                "`cat `       | `\"cat \"`           | so does a space",
                "say \"hi\"   | \"say \"\"hi\"\"\"   | quotation marks are no end",
                "a OR b*      | \"a OR b*\"          | nothing is an operator",
                "x NEAR(      | \"x NEAR(\"          | nothing at all",
                "数据          | `\" 数  据 \"*`       | each character is a word",
            })
    void asksForAPhrase(String words, String match, String why) {
        assertThat(SearchTerms.match(words)).as(why).contains(match);
    }

    @ParameterizedTest
    @ValueSource(strings = {"++", "->", " ", "\"", "😀", "%_*"})
    void asksForNothingWhereThereIsNoWord(String words) {
        assertThat(SearchTerms.match(words)).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "plain text é  | plain text é",
                "a数据b         | `a 数  据 b`",
                "かなカナ        | ` か  な  カ  ナ `",
                "한국어 text      | ` 한  국  어  text`",
                "𠀀😀           | ` 𠀀 😀`",
                "…“quoted”      | …“quoted”",
            })
    void makesAWordOfEachCharacterThatStandsAlone(String text, String indexed) {
        assertThat(SearchTerms.indexed(text)).isEqualTo(indexed);
    }
}
