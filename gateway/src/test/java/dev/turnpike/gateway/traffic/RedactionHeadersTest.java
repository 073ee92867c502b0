package dev.turnpike.gateway.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.http.Credentials;
import dev.turnpike.gateway.http.Headers;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is stored of header fields and addresses.
class RedactionHeadersTest {
    @Test
    void keepsWhatClaudeCodeSendsAndWhatServersAnswerWith() {
        Headers harmless = Headers.of(
                "Accept",
                "application/json",
                "User-Agent",
                "claude-cli/2.1.329 (external, cli)",
                "X-Claude-Code-Session-Id",
                "0b3b1c7e-6c2a-4f0f-9a58-2f8f4f4d3f21",
                "x-app",
                "cli",
                "anthropic-version",
                "2023-06-01",
                "anthropic-dangerous-direct-browser-access",
                "true",
                "anthropic-beta",
                "claude-code-20250219,interleaved-thinking-2025-05-14",
                "X-Stainless-Runtime-Version",
                "v26.12.1",
                "Content-Length",
                "51234",
                "anthropic-ratelimit-input-tokens-remaining",
                "399000",
                "anthropic-ratelimit-tokens-reset",
                "2025-11-20T10:00:00Z",
                "x-ratelimit-reset-tokens",
                "6m0s",
                "retry-after",
                "3",
                "request-id",
                "req_011CSHoEeqs5C35K2UUqR7Fy",
                "server-timing",
                "gateway;dur=0.4",
                "x-turnpike-channel",
                "deepseek",
                "date",
                "Thu, 20 Nov 2025 10:00:00 GMT");
        assertThat(Redaction.headers(harmless)).isEqualTo(harmless);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization",
                "Proxy-Authorization",
                "x-api-key",
                "API-Key",
                "x-turnpike-key",
                "anthropic-api-key",
                "x-goog-api-key",
                "Ocp-Apim-Subscription-Key",
                "Cookie",
                "Set-Cookie",
                "X-Auth-Token",
                "x-amz-security-token",
                "x-claude-code-oauth-token",
                "X-Client-Secret",
                "cf-access-jwt-assertion",
                "x-csrf"
            })
    void leavesOutWhatCarriesCredentials(String name) {
        assertThat(Redaction.headers(Headers.of("accept", "*/*", name, "whatever", "age", "1")))
                .isEqualTo(Headers.of("accept", "*/*", "age", "1"));
    }

    @Test
    void tellsOnlyTheLengthOfWhatIsNotKnown() {
        assertThat(Redaction.headers(Headers.of("X-Team", "red and blue")))
                .isEqualTo(Headers.of("X-Team", "•••• (12 characters)"));
    }

    @ParameterizedTest
    @CsvSource({
        "user-agent, tool/1 sk-0123456789abcdef0123456789abcdef",
        "user-agent, my-own-password-1",
        "x-request-id, local-0123456789abcdef0123456789abcdef",
        "server, api_key=1234",
        "anthropic-ratelimit-tokens-limit, <script>",
    })
    void tellsNoMoreOfAKnownFieldWithASecretInIt(String name, String value) {
        Credentials known = new Credentials(List.of("my-own-password-1"), false);
        assertThat(Redaction.headers(Headers.of(name, value), known))
                .isEqualTo(Headers.of(name, "•••• (" + value.length() + " characters)"));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/messages, /v1/messages",
        "/v1/messages?beta=true, /v1/messages?beta=true",
        "/v1/models?limit=1000&after_id=claude-x, /v1/models?limit=1000&after_id=claude-x",
        "/v1/messages?beta=true&key=abc, /v1/messages?beta=true&key=••••",
        "/v1/messages?abc123, /v1/messages?••••",
        "/v1/messages?abc123=, /v1/messages?••••=",
        "/v1/messages?beta=a%2Fb, /v1/messages?beta=••••",
        "/v1/messages?version=sk-0123456789abcdef0123456789abcdef, /v1/messages?version=••••",
        "/v1/messages?, /v1/messages?",
        "/a?&beta&&x=1#part, /a?&beta&&x=••••#••••",
        "/channel/sk-0123456789abcdef0123456789abcdef/v1/messages, /channel/sk-••••cdef/v1/messages",
    })
    void masksWhatIsNotKnownInAQuery(String path, String shown) {
        assertThat(Redaction.path(path)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.example.com/v1?api-version=2024-10-21, https://api.example.com/v1?api-version=2024-10-21",
        "https://ann:pw@example.com:8443/v1?token=x, https://••••@example.com:8443/v1?token=••••",
        "https://tok@example.com/a@b, https://••••@example.com/a@b",
        "mailto:ann@example.com, mailto:ann@example.com",
    })
    void masksUserAndQueryOfAUrl(String uri, String shown) {
        assertThat(Redaction.uri(URI.create(uri))).isEqualTo(shown);
    }

    @Test
    void masksTheQueryOfARedirect() {
        assertThat(Redaction.headers(Headers.of("Location", "https://login.example.com/?state=abc#id=1")))
                .isEqualTo(Headers.of("Location", "https://login.example.com/?state=••••#••••"));
    }
}
