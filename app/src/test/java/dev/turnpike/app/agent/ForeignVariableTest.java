package dev.turnpike.app.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an empty text in the user's settings is offered for.
class ForeignVariableTest {
    @ParameterizedTest
    @CsvSource({
        "ANTHROPIC_API_KEY, set",
        "CLAUDE_CODE_USE_BEDROCK, 1",
        "CLAUDE_CODE_USE_GATEWAY, true",
        "ANTHROPIC_MODEL, glm-5",
        "ANTHROPIC_DEFAULT_MODEL, glm-5",
        "ANTHROPIC_DEFAULT_SONNET_MODEL, glm-5",
        "ANTHROPIC_DEFAULT_FABLE_MODEL, glm-5",
        "CLAUDE_CODE_SUBAGENT_MODEL, glm-5",
        "API_TIMEOUT_MS, 12000"
    })
    void shieldsFromWhatTheDoctorFinds(String variable, String value) {
        assertThat(ForeignVariable.in(Map.of(), Map.of(variable, value)))
                .containsExactly(new ForeignVariable(variable, false));
        assertThat(ForeignVariable.in(Map.of(variable, value), Map.of()))
                .containsExactly(new ForeignVariable(variable, true));
    }

    @Test
    void leavesAloneWhatDoesNotMatterOrCannotBeHelped() {
        Map<String, String> environment = Map.of(
                "ANTHROPIC_MODEL", "claude-opus-5-5",
                "CLAUDE_CODE_USE_BEDROCK", "0",
                "API_TIMEOUT_MS", "600000",
                "ANTHROPIC_UNIX_SOCKET", "/run/other.sock",
                "ANTHROPIC_BASE_URL", "https://example.com");
        assertThat(ForeignVariable.in(Map.of(), environment)).isEmpty();
    }
}
