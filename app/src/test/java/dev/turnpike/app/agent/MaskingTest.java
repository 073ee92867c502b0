package dev.turnpike.app.agent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What may be secret in a value is not shown, however it is written.
class MaskingTest {
    @ParameterizedTest
    @CsvSource({
        "HTTP_PROXY, http://127.0.0.1:7890, http://127.0.0.1:7890",
        "HTTP_PROXY, bob:S3cretPa55@proxy.corp:3128, …@proxy.corp:3128",
        "https_proxy, http://bob:S3c/ret@proxy:1, http://…@proxy:1",
        "ALL_PROXY, socks5://bob:S3c@ret@proxy:1, socks5://…@proxy:1",
        "ANTHROPIC_BASE_URL, https://u:p@host/api?key=7, https://…@host/api?…",
        "ANTHROPIC_MODEL, glm-5, glm-5",
        "API_TIMEOUT_MS, 600000, 600000"
    })
    void showsAddressesWithoutWhoAsks(String name, String value, String shown) {
        assertThat(Masking.value(name, value)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "apiKeyHelper, curl -sH X-Vault-Token:hvs.SECRET https://vault/key",
        "ANTHROPIC_API_KEY, https://sk-ant-SECRET.example/x",
        "HTTP_PROXY, x:SECRET@y@z"
    })
    void showsNothingOfASecretThatLooksLikeAnAddress(String name, String value) {
        assertThat(Masking.value(name, value)).doesNotContain("SECRET");
    }
}
