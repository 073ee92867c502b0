package dev.turnpike.gateway.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.channel.ModelRule.Reach;
import dev.turnpike.testing.Rows;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ModelMapTest {
    @Test
    @Rows(126)
    void takesTheLongestKey() {
        ModelMap map = ModelMap.of(Map.of("*", "rest", "opus", "big", "opus-4-6", "bigger", "claude", "any"));
        assertThat(map.resolve("claude-opus-4-6").name()).isEqualTo("bigger");
        assertThat(map.resolve("claude-opus-4-5").name()).isEqualTo("any");
        assertThat(map.resolve("gpt").name()).isEqualTo("rest");
        assertThat(map.resolve("gpt").rule()).contains(new ModelRule("*", "rest", Reach.REST));
    }

    @Test
    void takesTheFirstOfKeysOfOneLength() {
        Map<String, String> served = new LinkedHashMap<>();
        served.put("opus", "first");
        served.put("clau", "second");
        assertThat(ModelMap.of(served).resolve("claude-opus").name()).isEqualTo("first");
    }

    @ParameterizedTest
    @CsvSource({
        "glm-5, glm-5",
        "glm-5[1m], glm-5",
        "glm-5[1M], glm-5",
        "glm-5[1m][1M], glm-5",
        "a/b[1m], a/b",
        "[1m]x, [1m]x",
        "'', ''",
        "[1m], ''"
    })
    @Rows(120)
    void keepsAnUnknownNameButForItsSuffix(String asked, String served) {
        assertThat(ModelMap.UNCHANGED.resolve(asked)).isEqualTo(new ServedModel(served, Optional.empty()));
    }

    @Property(tries = 1000)
    void neverPassesOverALongerKey(
            @ForAll @Size(max = 6)
                    Map<
                                    @NotEmpty @CharRange(from = 'a', to = 'c') @StringLength(max = 3) String,
                                    @NotEmpty @AlphaChars String>
                            served,
            @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 6) String asked) {
        int longest = served.keySet().stream()
                .filter(asked::contains)
                .mapToInt(String::length)
                .max()
                .orElse(0);
        assertThat(ModelMap.of(served)
                        .resolve(asked)
                        .rule()
                        .map(r -> r.pattern().length())
                        .orElse(0))
                .isEqualTo(longest);
    }

    @Test
    void matchesWholeNamesAlone() {
        ModelMap map = ModelMap.ofWholeNames(Map.of("opus", "big"), Optional.of("default"), false);
        assertThat(map.resolve("opus").name()).isEqualTo("big");
        assertThat(map.resolve("opus[1m]").name()).isEqualTo("big");
        assertThat(map.resolve("claude-opus").name()).isEqualTo("claude-opus");
        assertThat(map.resolve("").name()).isEqualTo("default");
    }

    @Test
    void forcesAModelBeforeTheMap() {
        ModelMap map = ModelMap.ofWholeNames(Map.of("opus", "big"), Optional.of("forced"), true);
        assertThat(map.resolve("opus").name()).isEqualTo("forced");
        assertThat(map.resolve("").name()).isEqualTo("forced");
        assertThat(map.shownNames()).containsExactly("opus", "forced");
    }

    @ParameterizedTest
    @CsvSource({
        "*, a, b, true", "glm-*, x, glm-5, true", "glm-*, glm-5, x, true", "glm-*, x, y, false",
        "*-5, x, glm-4, false", "a*b*c, x, a-b-b-c, true", "glm, x, glm-5, false", "opus, opus[1m], z, true"
    })
    void allowsWhatAPatternFits(String pattern, String asked, String served, boolean allowed) {
        assertThat(Channels.channel("c", Map.of(), pattern).allows(asked, served))
                .isEqualTo(allowed);
    }

    @Test
    void allowsEverythingWithoutAPattern() {
        assertThat(Channels.channel("c", Map.of()).allows("a", "b")).isTrue();
    }
}
