package dev.turnpike.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.text.Figures;
import dev.turnpike.gateway.anthropic.ApiError;
import dev.turnpike.gateway.anthropic.TokenUsage;
import dev.turnpike.gateway.exchange.ExchangeId;
import dev.turnpike.gateway.traffic.ExchangeState;
import dev.turnpike.gateway.traffic.ExchangeSummary;
import dev.turnpike.gateway.traffic.RowKind;
import dev.turnpike.gateway.traffic.SessionKey;
import dev.turnpike.gateway.traffic.Subject;
import dev.turnpike.gateway.usage.Cost;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RowWordsTest {
    @Test
    void shortensNamesOfModels() {
        assertThat(ModelNames.asked("claude-opus-5-5")).isEqualTo("opus");
        assertThat(ModelNames.asked("qwen/qwen3-coder")).isEqualTo("qwen3-coder");
        assertThat(ModelNames.served("deepseek-v4-pro", "deepseek")).isEqualTo("v4-pro");
        assertThat(ModelNames.served("openai/gpt-oss-120b", "openrouter")).isEqualTo("gpt-oss-120b");
        assertThat(ModelNames.served("deepseek-", "deepseek")).isEqualTo("deepseek-");
        assertThat(ModelNames.served("glm-5.1", "glm")).isEqualTo("glm-5.1");
        assertThat(ModelNames.channel("glm", "number 2 of 2, rule `sonnet` of channel GLM 5"))
                .isEqualTo("GLM 5");
        assertThat(ModelNames.channel("glm", "by hand")).isEqualTo("glm");
    }

    @Test
    void saysWhatAResultIs() {
        assertThat(RowWords.subject(
                        new Subject.ToolResult("Read", "src/orders.ts", OptionalInt.empty(), false, 6200, 0)))
                .isEqualTo("Read result, src/orders.ts (6.2 kB)");
        assertThat(RowWords.subject(new Subject.ToolResult("Bash", "", OptionalInt.of(1), true, 2140, 0)))
                .isEqualTo("Bash result, exit 1 (2.1 kB)");
        assertThat(RowWords.subject(new Subject.ToolResult("mcp__db__query", "", OptionalInt.empty(), true, 50, 2)))
                .isEqualTo("query result, failed and 2 more");
        assertThat(RowWords.subject(new Subject.ToolResult("", "", OptionalInt.empty(), false, 50, 0)))
                .isEqualTo("Tool result");
    }

    @Test
    void saysWhatWentWrong() {
        assertThat(RowWords.what(summary(new ExchangeState.Failed(ApiError.of(529, "x"), false), false)))
                .isEqualTo("529 overloaded");
        assertThat(RowWords.what(summary(new ExchangeState.Failed(ApiError.of(418, "x"), false), false)))
                .isEqualTo("418 failed");
        assertThat(RowWords.what(summary(new ExchangeState.Finished(200, "end_turn"), true)))
                .isEqualTo("529 overloaded, served by deepseek");
    }

    @Test
    void saysAWholeRowInASentence() {
        ExchangeSummary summary = summary(new ExchangeState.Finished(200, "end_turn"), false);

        assertThat(RowWords.sentence(summary))
                .isEqualTo(Figures.clock(0) + ", Fix it, opus served by deepseek v4 pro, success, 1.1 seconds");
    }

    private static ExchangeSummary summary(ExchangeState state, boolean retried) {
        return new ExchangeSummary(
                new ExchangeId("x"),
                1,
                0,
                RowKind.USER_TURN,
                new Subject.Words("Fix it"),
                new SessionKey("s", "claude-cli"),
                "/p",
                "claude-opus-5-5",
                "deepseek-v4-pro",
                "deepseek",
                "r",
                1,
                retried ? 529 : 0,
                retried,
                state,
                true,
                List.of(),
                OptionalInt.empty(),
                0,
                0,
                new Cost.Unknown(),
                TokenUsage.NONE,
                Optional.empty(),
                Optional.of(Duration.ofMillis(1100)));
    }
}
