package dev.turnpike.gateway.translation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.anthropic.MessagesCodec;
import dev.turnpike.gateway.channel.Capability;
import dev.turnpike.gateway.channel.ChannelId;
import dev.turnpike.gateway.channel.Compat;
import dev.turnpike.testing.Rows;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Rows 109 to 112: what a request may say to which model.
class ModelFamilyTest {
    private static final String FREE = "\"temperature\":0.5,\"top_p\":0.9,\"stop_sequences\":[\"END\"]";

    private static TranslatedRequest sent(String model, String fields) {
        byte[] body = ("{\"model\":\"m\",\"max_tokens\":9," + fields
                        + ",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}")
                .getBytes(StandardCharsets.UTF_8);
        return new ChatTranslation(new ChannelId("up"), Compat.DEFAULT).request(body, MessagesCodec.head(body), model);
    }

    private static String text(TranslatedRequest sent) {
        return new String(sent.bytes(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"o1", "o3-mini", "openai/o4-mini", "gpt-5", "gpt-5-nano-2025-08-07", "openai/gpt-5.1-codex"})
    @Rows({109, 111})
    void sendsToModelsThatReasonWhatTheyTake(String model) {
        TranslatedRequest sent = sent(model, FREE);
        assertThat(text(sent))
                .contains("\"max_completion_tokens\":9")
                .doesNotContain("max_tokens", "temperature", "top_p", "\"stop\"");
        assertThat(sent.adjustments()).extracting(Adjustment::path).contains("temperature", "top_p", "stop_sequences");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt-4o", "deepseek-chat", "qwen3-o1-distill", "gpt-oss-120b", "llama", "foo1"})
    @Rows({109, 111})
    void sendsToOthersAllThatWasSaid(String model) {
        assertThat(text(sent(model, FREE)))
                .contains("\"max_tokens\":9", "\"temperature\":0.5,\"top_p\":0.9,\"stop\":[\"END\"]");
    }

    @ParameterizedTest
    @CsvSource({
        "gpt-4o, true",
        "openai/gpt-4o-mini-2024-07-18, true",
        "gpt-4o-audio-preview, false",
        "chatgpt-4o-latest, false",
        "gpt-4.1-nano, true",
        "gpt-5-chat-latest, true",
        "gpt-5-mini, true",
        "gpt-5.1, true",
        "codex-mini-latest, false",
        "o1, true",
        "o3-2025-04-16, true",
        "o3-mini, false",
        "o4-mini, false",
        "o1-mini, false",
        "gpt-4-turbo, false",
        "gpt-oss-20b, false",
        "gemini-2.5-pro, false",
        "qwen3, false"
    })
    void knowsWhoReadsFiles(String model, boolean reads) {
        assertThat(ModelFamily.of(model).has(Capability.FILES)).isEqualTo(reads);
    }

    @ParameterizedTest
    @CsvSource({
        "gpt-5, low, low",
        "gpt-5, minimal, minimal",
        "gpt-5, xhigh, high",
        "gpt-5, max, high",
        "gpt-5.1, minimal, none",
        "o3, minimal, low",
        "o3, medium, medium",
        "openai/gpt-oss-20b, high, high",
        "gpt-5, extreme, ''",
        "o1-mini, high, ''",
        "deepseek-chat, high, ''"
    })
    @Rows(112)
    void asksForTheNearestEffort(String model, String effort, String expected) {
        TranslatedRequest sent = sent(model, "\"output_config\":{\"effort\":\"" + effort + "\"}");
        if (expected.isEmpty()) {
            assertThat(text(sent)).doesNotContain("reasoning_effort");
        } else {
            assertThat(text(sent)).contains("\"reasoning_effort\":\"" + expected + "\"");
        }
        assertThat(sent.adjustments()).extracting(Adjustment::path).contains("output_config.effort");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"enabled\",\"budget_tokens\":1024}|low",
                "{\"type\":\"enabled\",\"budget_tokens\":8000}|medium",
                "{\"type\":\"enabled\",\"budget_tokens\":31999}|high",
                "{\"type\":\"disabled\"}|minimal"
            })
    @Rows(112)
    void takesABudgetForAnEffort(String thinking, String expected) {
        assertThat(text(sent("gpt-5", "\"thinking\":" + thinking)))
                .contains("\"reasoning_effort\":\"" + expected + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"type\":\"adaptive\"}", "{\"type\":\"later\"}"})
    void leavesOpenWhatTheRequestLeavesOpen(String thinking) {
        assertThat(text(sent("gpt-5", "\"thinking\":" + thinking))).doesNotContain("reasoning_effort");
    }

    @ParameterizedTest
    @CsvSource({"gpt-4o, 16384", "openai/gpt-4o-mini, 16384", "gpt-3.5-turbo, 4096", "gpt-4.1, 32768"})
    @Rows(110)
    void asksForNoLongerAnswerThanTheModelGives(String model, String most) {
        TranslatedRequest sent = sent(model, "\"max_tokens\":64000");
        assertThat(text(sent)).contains("\"max_tokens\":" + most + ",");
        assertThat(sent.adjustments()).extracting(Adjustment::path).contains("max_tokens");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt-5", "deepseek-chat", "llama"})
    @Rows(110)
    void leavesALimitThatFits(String model) {
        assertThat(text(sent(model, "\"max_tokens\":64000"))).contains("64000");
    }

    @ParameterizedTest
    @CsvSource({"gpt-4o, true, true", "mistral-large, false, false", "qwen3, true, false"})
    void namesTheUserWhereThatIsTaken(String model, boolean user, boolean session) {
        String text = text(sent(model, "\"metadata\":{\"user_id\":\"user_d_account__session_s\"}"));
        assertThat(text.contains("\"user\":")).isEqualTo(user);
        assertThat(text.contains("\"prompt_cache_key\":")).isEqualTo(session);
        assertThat(text).doesNotContain("user_d");
    }

    /// Row 114.
    @ParameterizedTest
    @CsvSource({"3000, 64000, 9768", "30000, 64000, 768", "15000, 64000, 5768", "15000, 2000, 2000"})
    @Rows(114)
    void asksForNoMoreThanTheWindowLeaves(int promptBytes, int asked, long about) {
        String text = text(sentInto(10_768, promptBytes, asked));
        long sent = Long.parseLong(text.replaceAll("(?s).*\"max_tokens\":(\\d+).*", "$1"));
        // what stands around the prompt counts a little
        assertThat(sent).isBetween(about < 1_024 ? 1_024 : about - 50, Math.max(1_024, about));
    }

    private static TranslatedRequest sentInto(int window, int promptBytes, int maxTokens) {
        byte[] body = ("{\"model\":\"m\",\"max_tokens\":" + maxTokens
                        + ",\"messages\":[{\"role\":\"user\",\"content\":\"" + "x".repeat(promptBytes) + "\"}]}")
                .getBytes(StandardCharsets.UTF_8);
        return new ChatTranslation(new ChannelId("up"), new Compat(Map.of(), 0, window))
                .request(body, MessagesCodec.head(body), "llama");
    }
}
