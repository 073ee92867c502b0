package dev.turnpike.app.agent;

import static dev.turnpike.app.agent.Configurations.channel;
import static dev.turnpike.app.agent.Configurations.forwarding;
import static dev.turnpike.app.agent.Configurations.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.configuration.Configuration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TierModelsTest {
    private static Map<String, String> written(Map<String, String> models, int window) {
        return TierModels.of(with(channel("c", models, window))).variables("");
    }

    @Test
    void tellsTheTiersThatHaveModelsOfTheChannelsOwn() {
        assertThat(written(Map.of("*", "glm-4.6"), 0))
                .containsExactlyEntriesOf(ordered(
                        "ANTHROPIC_DEFAULT_OPUS_MODEL", "claude-tp-opus",
                        "ANTHROPIC_DEFAULT_SONNET_MODEL", "claude-tp-sonnet",
                        "ANTHROPIC_DEFAULT_HAIKU_MODEL", "claude-tp-haiku",
                        "ANTHROPIC_MODEL", "claude-tp-opus",
                        "CLAUDE_CODE_MAX_CONTEXT_TOKENS", "200000"));
        assertThat(written(Map.of("haiku", "small"), 32_000))
                .containsExactlyEntriesOf(ordered(
                        "ANTHROPIC_DEFAULT_HAIKU_MODEL", "claude-tp-haiku",
                        "CLAUDE_CODE_MAX_CONTEXT_TOKENS", "32000"));
    }

    @ParameterizedTest
    @CsvSource({"''", "default", "glm-5"})
    void neverBeginsWithASmallModelUnlessTheUserChoseIt(String preferred) {
        TierModels models = TierModels.of(with(channel("c", Map.of("haiku", "small"), 32_000)));

        assertThat(models.variables(preferred)).doesNotContainKey("ANTHROPIC_MODEL");
        assertThat(models.variables("haiku")).containsEntry("ANTHROPIC_MODEL", "claude-tp-haiku");
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> ordered = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            ordered.put(pairs[i], pairs[i + 1]);
        }
        return ordered;
    }

    @Test
    void tellsNothingOfAChannelThatServesTheVendorsModels() {
        assertThat(written(Map.of(), 0)).isEmpty();
        assertThat(TierModels.of(with(forwarding(channel("c", Map.of("*", "x"), 0)))))
                .isEqualTo(TierModels.NONE);
        Configuration demo = with(channel("demo", Map.of("*", "turnpike-demo"), 0));
        assertThat(TierModels.of(new Configuration(demo.gateway(), demo.channels(), true, "", List.of())))
                .isEqualTo(TierModels.NONE);
    }

    @Test
    void countsTheSmallestWindow() {
        assertThat(written(Map.of("opus", "glm-4.6", "*", "gpt-oss-120b"), 0))
                .containsEntry("CLAUDE_CODE_MAX_CONTEXT_TOKENS", "131072");
        assertThat(written(Map.of("*", "gemini-2.5-pro"), 0))
                .as("no session assumes less than that")
                .containsEntry("CLAUDE_CODE_MAX_CONTEXT_TOKENS", "1048576")
                .doesNotContainKey("ANTHROPIC_MODEL");
    }

    @Test
    void saysWhichWindowIsNotKnown() {
        TierModels models = TierModels.of(with(channel("c", Map.of("opus", "glm-4.6", "*", "some-model"), 0)));

        assertThat(models.variables("")).doesNotContainKeys("CLAUDE_CODE_MAX_CONTEXT_TOKENS", "ANTHROPIC_MODEL");
        assertThat(models.unknown()).contains(new TierModels.Unknown("some-model", "c"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', claude-tp-opus",
        "default, claude-tp-opus",
        "sonnet, claude-tp-sonnet",
        "claude-haiku-4-5, claude-tp-haiku",
        "glm-5, claude-tp-opus"
    })
    void beginsWithTheTierThatTheUserChose(String preferred, String model) {
        TierModels models = TierModels.of(with(channel("c", Map.of("*", "x"), 32_000)));

        assertThat(models.variables(preferred)).containsEntry("ANTHROPIC_MODEL", model);
    }

    @ParameterizedTest
    @CsvSource({"opusplan", "fable", "sonnet"})
    void leavesAChoiceThatItHasNoNameFor(String preferred) {
        TierModels models = TierModels.of(with(channel("c", Map.of("opus", "x"), 32_000)));

        assertThat(models.variables(preferred)).doesNotContainKey("ANTHROPIC_MODEL");
    }

    @Test
    void takesOneModelForEverything() {
        TierModels models = TierModels.all("mine", with(channel("c", Map.of("mine", "gpt-oss-120b"), 0)));

        assertThat(models.variables("sonnet"))
                .containsEntry("ANTHROPIC_MODEL", "mine")
                .containsEntry("ANTHROPIC_DEFAULT_SONNET_MODEL", "mine")
                .containsEntry("CLAUDE_CODE_MAX_CONTEXT_TOKENS", "131072");
    }

    @Test
    void givesARunTheSameAsTheSettings() {
        Configuration configuration = with(channel("c", Map.of("*", "x"), 128_000));
        EnvironmentBlock block = EnvironmentBlock.of(Route.of(configuration), Optional.of("k"), "sonnet", List.of());

        assertThat(block.variables())
                .containsEntry("ANTHROPIC_MODEL", "claude-tp-sonnet")
                .containsEntry("ANTHROPIC_DEFAULT_OPUS_MODEL", "claude-tp-opus")
                .containsEntry("CLAUDE_CODE_MAX_CONTEXT_TOKENS", "128000")
                .containsEntry("CLAUDE_CODE_ENABLE_GATEWAY_MODEL_DISCOVERY", "1");
    }

    @Test
    void leavesARunItsLoginWhereTheChannelNeedsIt() {
        Route route = Route.of(with(forwarding(channel("c", Map.of(), 0))));
        EnvironmentBlock block = EnvironmentBlock.of(
                route, Optional.of("k"), "", List.of(Map.of("ANTHROPIC_CUSTOM_HEADERS", "X-Team: red")));

        assertThat(block.variables())
                .containsEntry("ANTHROPIC_CUSTOM_HEADERS", "X-Team: red\nx-turnpike-key: k")
                .doesNotContainKey("ANTHROPIC_AUTH_TOKEN");
        assertThat(block.blanked()).contains("CLAUDE_CODE_USE_BEDROCK").doesNotContain("ANTHROPIC_API_KEY");
    }
}
