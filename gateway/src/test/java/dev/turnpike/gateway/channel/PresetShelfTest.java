package dev.turnpike.gateway.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PresetShelfTest {
    private final PresetShelf shelf = PresetShelf.shipped();

    @Test
    void hasEighteenPresetsOfDifferentNames() {
        assertThat(shelf.presets()).hasSize(18);
        assertThat(shelf.presets().stream().map(Preset::id))
                .doesNotHaveDuplicates()
                .allMatch(ChannelId::isValid);
        assertThat(shelf.presets().stream().map(Preset::name))
                .doesNotHaveDuplicates()
                .noneMatch(String::isBlank);
    }

    @Test
    void isDated() {
        assertThat(shelf.asOf()).isAfter(LocalDate.of(2026, 1, 1));
        assertThat(shelf.presets()).allMatch(preset -> preset.asOf().equals(shelf.asOf()));
    }

    @Test
    void goesOverTlsUnlessItStaysOnThisMachine() {
        for (Preset preset : shelf.presets()) {
            for (Preset.Root root : preset.roots()) {
                assertThat(root.baseUrl().getScheme()).as(preset.name()).isEqualTo(root.isLocal() ? "http" : "https");
                assertThat(root.label().isEmpty())
                        .as(preset.name())
                        .isEqualTo(preset.roots().size() == 1);
                Endpoint end = Endpoint.of(preset.protocol(), root.baseUrl());
                assertThat(end.messages().getPath()).as(preset.name()).contains("/v1/");
            }
        }
    }

    @Test
    void saysWhatAUserNeeds() {
        assertThat(shelf.find("anthropic")).map(Preset::access).contains(Preset.Access.OWN_LOGIN);
        assertThat(shelf.find("deepseek")).map(Preset::access).contains(Preset.Access.KEY);
        assertThat(shelf.presets().stream().filter(p -> p.access() == Preset.Access.NOTHING))
                .extracting(Preset::id)
                .containsExactly("ollama", "lm-studio", "vllm");
    }

    @Test
    void suggestsModelsOnlyWhereTheyAreKnown() {
        assertThat(shelf.find("deepseek").orElseThrow().models())
                .containsExactly(
                        Map.entry("opus", "deepseek-v4-pro"),
                        Map.entry("sonnet", "deepseek-v4-pro"),
                        Map.entry("haiku", "deepseek-v4-flash"),
                        Map.entry("*", "deepseek-v4-flash"));
        assertThat(shelf.find("glm").orElseThrow().models()).isEmpty();
    }

    @Test
    void isSearchedByNameAndAddress() {
        assertThat(shelf.matching(" bigmodel ")).extracting(Preset::id).isEqualTo(List.of("glm"));
        assertThat(shelf.matching("OPENR")).extracting(Preset::id).isEqualTo(List.of("openrouter"));
        assertThat(shelf.matching("")).isEqualTo(shelf.presets());
        assertThat(shelf.matching("no such vendor")).isEmpty();
    }
}
