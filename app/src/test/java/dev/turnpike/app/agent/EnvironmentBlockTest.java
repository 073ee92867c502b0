package dev.turnpike.app.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnpike.gateway.configuration.Configuration;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class EnvironmentBlockTest {
    private static final URI GATEWAY = URI.create("http://127.0.0.1:8397");

    @TempDir
    Path folder;

    private static EnvironmentBlock block(Optional<String> key, Optional<String> model) {
        Configuration nothing = Configurations.with();
        Route route = new Route(GATEWAY, false);
        return EnvironmentBlock.of(
                model.map(name -> route.with(TierModels.all(name, nothing))).orElse(route), key, "", List.of());
    }

    private String merged(String argument) {
        return SettingsMerge.merged(
                SettingsMerge.named(Optional.of(argument), folder), block(Optional.of("K"), Optional.empty()));
    }

    @Test
    void leavesTheTiersAloneWithoutAModel() {
        assertThat(block(Optional.empty(), Optional.empty()).variables())
                .containsExactly(
                        Map.entry("ANTHROPIC_BASE_URL", "http://127.0.0.1:8397"),
                        Map.entry("ANTHROPIC_AUTH_TOKEN", "turnpike"),
                        Map.entry("CLAUDE_CODE_ENABLE_GATEWAY_MODEL_DISCOVERY", "1"));
    }

    @Test
    void setsEveryTierWithAModel() {
        assertThat(block(Optional.of("local-key"), Optional.of("qwen/qwen3")).variables())
                .containsEntry("ANTHROPIC_AUTH_TOKEN", "local-key")
                .containsEntry("ANTHROPIC_MODEL", "qwen/qwen3")
                .containsEntry("ANTHROPIC_DEFAULT_OPUS_MODEL", "qwen/qwen3")
                .containsEntry("ANTHROPIC_DEFAULT_SONNET_MODEL", "qwen/qwen3")
                .containsEntry("ANTHROPIC_DEFAULT_HAIKU_MODEL", "qwen/qwen3");
    }

    @Test
    void blanksWhatWouldLeadElsewhere() {
        assertThat(block(Optional.empty(), Optional.empty()).whole())
                .containsEntry("ANTHROPIC_API_KEY", "")
                .containsEntry("ANTHROPIC_UNIX_SOCKET", "")
                .containsEntry("CLAUDE_CODE_USE_BEDROCK", "")
                .containsEntry("CLAUDE_CODE_USE_ANTHROPIC_GOOGLE_CLOUD", "");
    }

    @Test
    void exemptsLoopbackOnlyWhereAProxyIsSet() {
        Optional<String> none = Optional.empty();
        assertThat(EnvironmentBlock.of(new Route(GATEWAY, false), none, "", List.of(Map.of("NO_PROXY", "corp")))
                        .variables())
                .doesNotContainKeys("NO_PROXY", "no_proxy");
        Map<String, String> shell = Map.of("https_proxy", "http://p:1", "no_proxy", "corp, localhost", "NO_PROXY", "x");
        assertThat(EnvironmentBlock.of(new Route(GATEWAY, false), none, "", List.of(Map.of(), shell))
                        .variables())
                .containsEntry("NO_PROXY", "corp,localhost,127.0.0.1,::1")
                .containsEntry("no_proxy", "corp,localhost,127.0.0.1,::1");
    }

    @Test
    void keepsEverythingElseOfAUsersSettings() {
        String text = merged(
                "{\"model\":\"opus\",\"n\":12345678901234567890.10,\"hooks\":{\"a\":[1]},\"env\":{\"FOO\":\"bar\","
                        + "\"ANTHROPIC_BASE_URL\":\"http://theirs\"}}");
        assertThat(text)
                .startsWith("{\"model\":\"opus\",\"n\":12345678901234567890.10,\"hooks\":{\"a\":[1]},\"env\":{"
                        + "\"FOO\":\"bar\",\"ANTHROPIC_BASE_URL\":\"http://127.0.0.1:8397\"");
        assertThat(JsonMapper.shared()
                        .readTree(text)
                        .path("env")
                        .path("ANTHROPIC_AUTH_TOKEN")
                        .asString())
                .isEqualTo("K");
    }

    @Test
    void readsSettingsFromAFile() throws IOException {
        Files.writeString(folder.resolve("mine.json"), "{\"permissions\":{}}");
        assertThat(merged("mine.json")).startsWith("{\"permissions\":{},\"env\":{");
    }

    @Test
    void refusesSettingsThatCannotBeRead() {
        assertThatThrownBy(() -> merged("absent.json"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("--settings: cannot read " + folder.resolve("absent.json"));
        assertThatThrownBy(() -> merged("{ oops"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("--settings, line 1, column ");
    }
}
