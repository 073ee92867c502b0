package dev.turnpike.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArgumentsAndEnvironmentTest {
    @Test
    void takesTheUsersSettingsOut() {
        assertThat(ClaudeArguments.of(List.of("-p", "hi", "--settings", "a.json", "--settings={}", "--x")))
                .isEqualTo(new ClaudeArguments(List.of("-p", "hi", "--x"), Optional.of("{}")));
    }

    @Test
    void leavesAloneWhatStandsBehindTheSeparator() {
        List<String> arguments = List.of("-p", "--", "--settings", "a.json");
        assertThat(ClaudeArguments.of(arguments)).isEqualTo(new ClaudeArguments(arguments, Optional.empty()));
    }

    @Test
    void keepsTheDropInVariablesFromABackgroundGateway() {
        Map<String, String> environment = GatewayProcess.environment(
                Map.of(
                        "UPSTREAM_BASE_URL",
                        "x",
                        "HOST",
                        "0.0.0.0",
                        "PORT",
                        "1",
                        "MODEL_MAP_JSON",
                        "{}",
                        "VENDOR_KEY",
                        "k"),
                Path.of("/home/u/.turnpike"));
        assertThat(environment)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "VENDOR_KEY",
                        "k",
                        "TURNPIKE_HOME",
                        Path.of("/home/u/.turnpike").toAbsolutePath().toString()));
    }
}
