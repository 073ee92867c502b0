package dev.turnpike.gateway.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ModelTierTest {
    @ParameterizedTest
    @EnumSource
    void hasANameThatTheRulesOfItsTierFit(ModelTier tier) {
        ModelMap map = ModelMap.of(Map.of(tier.word(), "served", "*", "rest"));

        assertThat(map.resolve(tier.gatewayName()).name()).isEqualTo("served");
        assertThat(map.resolve(tier.gatewayName() + "[1m]").name()).isEqualTo("served");
        assertThat(ModelTier.named(tier.gatewayName() + "[1M]")).contains(tier);
        assertThat(ModelTier.named(tier.vendorName())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void meansTheVendorsModelWhereNoRuleIsThere(ModelTier tier) {
        assertThat(ModelMap.UNCHANGED.resolve(tier.gatewayName()))
                .isEqualTo(new ServedModel(tier.vendorName(), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({"opus-5, by-version", "claude-opus-5-5, by-name", "claude-opus, by-family"})
    void goesByTheRulesForTheVendorsModelBeforeTheRest(String pattern, String served) {
        ModelMap map = ModelMap.of(Map.of(pattern, served, "*", "rest"));

        assertThat(map.resolve("claude-tp-opus").name()).isEqualTo(served);
        assertThat(map.resolve("claude-tp-haiku").name()).isEqualTo("rest");
    }

    @ParameterizedTest
    @CsvSource({"opus, big", "haiku, small", "sonnet, mid"})
    void isServedAsTheVendorsNameIs(String word, String served) {
        ModelMap map =
                ModelMap.of(Map.of("claude-opus", "big", "claude-haiku", "small", "claude", "mid", "tp", "chance"));

        assertThat(map.resolve("claude-tp-" + word).name()).isEqualTo(served);
        assertThat(map.resolve("claude-tp-" + word).name())
                .isEqualTo(map.resolve("claude-" + word + "-5-5").name());
    }

    @Test
    void goesByARuleForItsOwnNameFirst() {
        ModelMap map = ModelMap.of(Map.of("claude-tp-opus", "own", "claude-opus-5-5", "vendor", "claude-tp-", "tier"));

        assertThat(map.resolve("claude-tp-opus[1m]").name()).isEqualTo("own");
        assertThat(map.resolve("claude-tp-haiku").name()).isEqualTo("tier");
    }

    @Test
    void goesByWholeNamesToo() {
        ModelMap map = ModelMap.ofWholeNames(Map.of("claude-opus-5-5", "big"), Optional.of("fallback"), false);

        assertThat(map.resolve("claude-tp-opus").name()).isEqualTo("big");
        assertThat(map.resolve("claude-tp-sonnet").name()).isEqualTo("claude-sonnet-5-5");
        assertThat(ModelMap.ofWholeNames(Map.of(), Optional.of("fallback"), true)
                        .resolve("claude-tp-haiku")
                        .name())
                .isEqualTo("fallback");
    }

    @Test
    void isServedByAModelOfTheChannelsOwn() {
        Channel some = Channels.channel("some", Map.of("opus", "big", "sonnet", "claude-sonnet-5-5"));

        assertThat(ModelTier.OPUS.servedBy(some)).contains("big");
        assertThat(ModelTier.SONNET.servedBy(some))
                .as("the vendor's own name is known to Claude Code")
                .isEmpty();
        assertThat(ModelTier.HAIKU.servedBy(some)).isEmpty();
        assertThat(ModelTier.OPUS.servedBy(Channels.channel("plain", ModelMap.UNCHANGED, true, List.of())))
                .isEmpty();
    }

    @Test
    void isNotServedByAChannelThatDoesNotAllowIt() {
        Map<String, String> map = Map.of("opus", "big");

        assertThat(ModelTier.OPUS.servedBy(Channels.channel("strict", map, "claude-opus-*")))
                .isEmpty();
        assertThat(ModelTier.OPUS.servedBy(Channels.channel("strict", map, "big")))
                .contains("big");
    }
}
