package dev.turnpike.gateway.translation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.channel.Compat;
import dev.turnpike.testing.Rows;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Row 61: what is reasoning does not depend on where the pieces of an answer end.
class ThinkTagsTest {
    @Property
    @Rows(61)
    void tellsTheSameHoweverAnAnswerThatBeginsWithATagIsCut(
            @ForAll("answers") String answer, @ForAll("cuts") List<Integer> cuts) {
        String content = "<think>" + answer;
        assertThat(told(content, cuts)).isEqualTo(told(content, List.of()));
    }

    @Property
    @Rows(61)
    void losesNothingButTheTags(@ForAll("answers") String answer, @ForAll("cuts") List<Integer> cuts) {
        assertThat(letters(told(answer, cuts))).isEqualTo(letters(answer));
    }

    @Provide
    Arbitrary<String> answers() {
        return Arbitraries.of("<think>", "</think>", "<", "</", "thi", "nk>", " ", "\n", "a", "é", "</thinking>")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<List<Integer>> cuts() {
        return Arbitraries.integers().between(1, 6).list().ofMinSize(1).ofMaxSize(8);
    }

    /// Reasoning and text, each with what it is in front; pieces of the lengths in `cuts`, over and over.
    private static String told(String content, List<Integer> cuts) {
        StringBuilder told = new StringBuilder();
        boolean[] last = {false};
        ThinkTags tags = new ThinkTags(Accepted.by("m", Compat.DEFAULT), (text, thinking) -> {
            if (told.isEmpty() || last[0] != thinking) {
                told.append(thinking ? "[reasoning]" : "[text]");
            }
            last[0] = thinking;
            told.append(text);
        });
        int at = 0;
        for (int i = 0; at < content.length(); i++) {
            int length = cuts.isEmpty() ? content.length() : cuts.get(i % cuts.size());
            int end = Math.min(content.length(), at + length);
            tags.accept(content.substring(at, end));
            at = end;
        }
        tags.flush();
        return told.toString();
    }

    /// Without tags, also those that others leave behind when they go, and without what is in front of each kind.
    private static String letters(String text) {
        String left = text.replaceAll("\\[reasoning]|\\[text]|\\s", "");
        String before;
        do {
            before = left;
            left = left.replaceAll("</?think(?:ing)?>", "");
        } while (!left.equals(before));
        return left;
    }
}
