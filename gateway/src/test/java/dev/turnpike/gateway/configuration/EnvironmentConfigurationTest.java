package dev.turnpike.gateway.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnpike.gateway.channel.AuthStyle;
import dev.turnpike.gateway.channel.Capability;
import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.channel.Compat;
import dev.turnpike.gateway.channel.SecretRef;
import dev.turnpike.gateway.channel.UpstreamProtocol;
import dev.turnpike.testing.Rows;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EnvironmentConfigurationTest {
    private static final String URL = "https://h/v1/chat/completions";

    @Test
    void hasTheDefaultsOfTheProxyThatItReplaces() {
        Configuration c = read();
        Channel upstream = channel();
        assertThat(c.gateway()).isEqualTo(new GatewaySettings("127.0.0.1", 8000, Optional.empty()));
        assertThat(c.demo()).isFalse();
        assertThat(upstream.id()).hasToString("upstream");
        assertThat(upstream.protocol()).isEqualTo(UpstreamProtocol.OPENAI_CHAT);
        assertThat(upstream.endpoint().messages()).hasToString(URL);
        assertThat(upstream.compat()).isEqualTo(new Compat(Map.of(Capability.MAX_COMPLETION_TOKENS, true), 32_000, 0));
        assertThat(upstream.timeouts().firstByte()).isEqualTo(Duration.ofMinutes(3));
        assertThat(upstream.timeouts().idle()).isEqualTo(Duration.ofMinutes(3));
        assertThat(upstream.models().shownNames()).containsExactly("claude-opus-4-6-v1");
    }

    @Test
    @Rows(130)
    void keepsTheGatewaysOwnKeyAtHome() {
        assertThat(channel().auth()).isEqualTo(AuthStyle.KEY_OR_CALLER);
        assertThat(channel("GATEWAY_API_KEY", "g").auth()).isEqualTo(AuthStyle.NONE);
        assertThat(channel("UPSTREAM_API_KEY", " sk-up ", "GATEWAY_API_KEY", "g")
                        .auth())
                .isEqualTo(AuthStyle.BEARER);
        assertThat(channel("UPSTREAM_API_KEY", " sk-up ").keys()).containsExactly(new SecretRef.LiteralSecret("sk-up"));
    }

    @Test
    void resolvesModelsAsTheProxyThatItReplaces() {
        Channel mapped = channel("MODEL_MAP_JSON", "{\"a\":\"b\",\"n\":4}", "DEFAULT_UPSTREAM_MODEL", "d");
        assertThat(mapped.models().resolve("a").name()).isEqualTo("b");
        assertThat(mapped.models().resolve("n").name()).isEqualTo("4");
        assertThat(mapped.models().resolve("xa").name()).isEqualTo("xa");
        assertThat(mapped.models().resolve("").name()).isEqualTo("d");
        assertThat(mapped.models().shownNames()).containsExactly("a", "n", "d");
        Channel forced = channel(
                "MODEL_MAP_JSON", "{\"a\":\"b\"}", "DEFAULT_UPSTREAM_MODEL", "d", "FORCE_UPSTREAM_MODEL", "YES");
        assertThat(forced.models().resolve("a").name()).isEqualTo("d");
    }

    @Test
    void saysThatNothingIsForcedWithoutADefault() {
        assertThat(read("FORCE_UPSTREAM_MODEL", "on").notices())
                .containsExactly("FORCE_UPSTREAM_MODEL does nothing while DEFAULT_UPSTREAM_MODEL is empty");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        PORT | x | PORT: expected a whole number from 1 to 65535, found "x"
        PORT | 0 | PORT: expected a whole number from 1 to 65535, found "0"
        DEFAULT_MAX_TOKENS | 0 | DEFAULT_MAX_TOKENS: expected a whole number, 1 or more, found "0"
        UPSTREAM_TIMEOUT_SECONDS | 1.5 | UPSTREAM_TIMEOUT_SECONDS: expected a whole number from 1 to 86400, found "1.5"
        FORCE_UPSTREAM_MODEL | maybe | FORCE_UPSTREAM_MODEL: expected true or false, found "maybe"
        UPSTREAM_BASE_URL | h/v1 | UPSTREAM_BASE_URL: expected the http or https URL of a chat/completions endpoint (a URL must begin with http:// or https://), found "h/v1"
        UPSTREAM_BASE_URL | http://a b | UPSTREAM_BASE_URL: expected the http or https URL of a chat/completions endpoint, found "http://a b"
        MODEL_MAP_JSON | [] | MODEL_MAP_JSON: expected an object, found an array
        MODEL_MAP_JSON | {"a": | MODEL_MAP_JSON: line 1, column 6: expected JSON, found the end of the text
        MODEL_MAP_JSON | {"a":[]} | MODEL_MAP_JSON: a: expected a model name, found an array
        HOST | 0.0.0.0 | HOST: expected a loopback address while GATEWAY_API_KEY is empty, found "0.0.0.0"; set GATEWAY_API_KEY to let other machines in
        """)
    void namesAMalformedVariable(String name, String value, String line) {
        assertThatThrownBy(() -> read(name, value))
                .isInstanceOf(InvalidConfiguration.class)
                .hasMessage(line);
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, true",
        "127.0.0.2, true",
        "::1, true",
        "[::1], true",
        "::, false",
        "127.evil.test, false",
        "192.168.0.1, false"
    })
    void opensToOthersOnlyWithAKey(String host, boolean loopback) {
        assertThat(ListenRule.isLoopback(host)).isEqualTo(loopback);
        assertThat(read("HOST", host, "GATEWAY_API_KEY", "g").gateway().host()).isEqualTo(host);
    }

    private static Channel channel(String... namesAndValues) {
        return read(namesAndValues).channels().channels().getFirst();
    }

    private static Configuration read(String... namesAndValues) {
        Map<String, String> environment = new HashMap<>(Map.of("UPSTREAM_BASE_URL", URL));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            environment.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new EnvironmentConfiguration(environment, "test").read();
    }
}
