package dev.turnpike.gateway.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContextWindowTest {
    @ParameterizedTest
    @CsvSource({
        "claude-opus-5-5, 200000",
        "anthropic/claude-sonnet-4.5, 200000",
        "openai/gpt-oss-120b:free, 131072",
        "gpt-5-codex, 272000",
        "gpt-5.2, 272000",
        "z-ai/glm-4.6, 200000",
        "GLM-5.1, 200000",
        "z-ai/glm-4.5v, 65536",
        "glm-4.5-air, 131072",
        "glm-4.6v, 131072",
        "glm-4.6v-flash, 131072",
        "moonshotai/kimi-k2:free, 131072",
        "moonshotai/kimi-k2-0905, 262144",
        "qwen3-coder-480b-a35b-instruct, 262144",
        "qwen3-coder-plus, 1000000",
        "MiniMax-M2, 204800",
        "gemini-2.5-pro, 1048576",
        "deepseek-chat, 131072"
    })
    void knowsModelsByTheirNames(String model, long tokens) {
        assertThat(ContextWindow.of(model, "")).hasValue(tokens);
    }

    @ParameterizedTest
    @CsvSource({"some-model", "gpt-6", "gpt-5.9", "llama", "''", "claudette"})
    void saysNothingOfOthers(String model) {
        assertThat(ContextWindow.of(model, "context-1m-2025-08-07")).isEmpty();
    }

    @Test
    void takesTheLargeWindowWhereItIsAskedFor() {
        assertThat(ContextWindow.of("claude-sonnet-4-5", "fine-grained,context-1m-2025-08-07"))
                .hasValue(1_000_000);
        assertThat(ContextWindow.of("glm-4.6", "context-1m-2025-08-07"))
                .as("that is for Claude alone")
                .hasValue(200_000);
    }

    @Test
    void believesTheConfigurationOfAChannelFirst() {
        Channel channel = Channels.channel("c", ModelMap.UNCHANGED, true, java.util.List.of());

        assertThat(ContextWindow.of(channel, "glm-4.6")).hasValue(200_000);
        assertThat(ContextWindow.of(channel.withCompat(new Compat(java.util.Map.of(), 0, 32_768)), "glm-4.6"))
                .hasValue(32_768);
        assertThat(ContextWindow.of(channel, "some-model")).isEmpty();
    }
}
