package dev.turnpike.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnpike.gateway.anthropic.MalformedRequest;
import dev.turnpike.gateway.routing.ModelCard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Ten models, `m0` to `m9`.
class ModelPageTest {
    private static final List<ModelCard> ALL = IntStream.range(0, 10)
            .mapToObj(i -> new ModelCard("m" + i, "m" + i))
            .toList();

    private static ModelPage page(String limit, String after, String before) {
        return ModelPage.of(ALL, given(limit), given(after), given(before));
    }

    private static Optional<String> given(String value) {
        return Optional.of(value).filter(v -> !v.isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', '', m0, m9, false",
        "1000, '', '', m0, m9, false",
        "10, '', '', m0, m9, false",
        "9, '', '', m0, m8, true",
        "3, m2, '', m3, m5, true",
        "03, m6, '', m7, m9, false",
        "3, '', m5, m2, m4, true",
        "3, '', m3, m0, m2, false",
        "3, '', m1, m0, m0, false"
    })
    void givesTheModelsBetween(String limit, String after, String before, String first, String last, boolean more) {
        ModelPage page = page(limit, after, before);
        assertThat(page.cards().getFirst().id()).isEqualTo(first);
        assertThat(page.cards().getLast().id()).isEqualTo(last);
        assertThat(page.hasMore()).isEqualTo(more);
    }

    @Test
    void endsBehindTheLastOne() {
        assertThat(page("3", "m9", "")).isEqualTo(new ModelPage(List.of(), false));
        assertThat(page("3", "", "m0")).isEqualTo(new ModelPage(List.of(), false));
    }

    @Test
    void leadsThroughAllOfThem() {
        List<String> seen = new ArrayList<>();
        ModelPage page = page("4", "", "");
        page.cards().forEach(card -> seen.add(card.id()));
        while (page.hasMore()) {
            page = page("4", page.cards().getLast().id(), "");
            page.cards().forEach(card -> seen.add(card.id()));
        }
        assertThat(seen).isEqualTo(ALL.stream().map(ModelCard::id).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1001", "ten", "1.5", "99999999999"})
    void refusesALimitThatIsNone(String limit) {
        assertThatThrownBy(() -> page(limit, "", ""))
                .isInstanceOf(MalformedRequest.class)
                .hasMessage("limit: must be a whole number from 1 to 1000");
    }

    @Test
    void refusesAnIdThatIsNotThere() {
        assertThatThrownBy(() -> page("", "m10", "")).hasMessage("after_id: there is no model m10");
        assertThatThrownBy(() -> page("", "", "x")).hasMessage("before_id: there is no model x");
    }
}
