package dev.turnpike.gateway.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// What looks like a key, and what only nearly does. The keys are put together here, so that no scanner takes this file
/// for a leak.
class KeyShapesTest {
    private static final String A = "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8s9T0u1V2w3X4y5Z6";
    private static final String HEX = "0123456789abcdef0123456789abcdef";

    static Stream<Arguments> keys() {
        return Stream.of(keysOfModelServers(), keysOfOthers(), phrases()).flatMap(all -> all);
    }

    private static Stream<Arguments> keysOfModelServers() {
        return Stream.of(
                arguments("sk-ant-" + "api03-" + A + "-" + A, "sk-••••y5Z6"),
                arguments("sk-" + HEX, "sk-••••cdef"),
                arguments("sk-" + "proj-" + A + "_" + A + "-4f2a", "sk-••••4f2a"),
                arguments("sk-" + "or-v1-" + HEX + HEX, "sk-••••cdef"),
                arguments("AIza" + A.substring(0, 35), "AIza••••" + A.substring(31, 35)),
                arguments("hf_" + A.substring(0, 34), "hf_••••" + A.substring(30, 34)),
                arguments("gsk_" + A, "gsk_••••y5Z6"),
                arguments("nvapi-" + A + A, "nvapi-••••y5Z6"),
                arguments("xai-" + A, "xai-••••y5Z6"),
                arguments("local-" + A.substring(0, 32), "local-••••" + A.substring(28, 32)));
    }

    private static Stream<Arguments> keysOfOthers() {
        return Stream.of(
                arguments("ghp_" + A.substring(0, 36), "ghp_••••" + A.substring(32, 36)),
                arguments("gho_" + A.substring(0, 36), "gho_••••" + A.substring(32, 36)),
                arguments("ghs_" + A, "ghs_••••y5Z6"),
                arguments("github_" + "pat_" + A + "_" + A, "github_••••y5Z6"),
                arguments("glpat-" + A.substring(0, 20), "glpat-••••" + A.substring(16, 20)),
                arguments("AKIA" + "ABCDEFGH12345678", "AKIA••••5678"),
                arguments("ASIA" + "ABCDEFGH12345678", "ASIA••••5678"),
                arguments("xoxb-" + "123456789012-123456789012-" + A, "xoxb-••••y5Z6"),
                arguments("npm_" + A.substring(0, 36), "npm_••••" + A.substring(32, 36)),
                arguments("pypi-" + A + A, "pypi-••••y5Z6"),
                arguments("dckr_" + "pat_" + A.substring(0, 27), "dckr_••••" + A.substring(23, 27)),
                arguments("sk_" + "live_" + A, "sk_••••y5Z6"),
                arguments("rk_" + "live_" + A, "rk_••••y5Z6"),
                arguments("whsec_" + A.substring(0, 32), "whsec_••••" + A.substring(28, 32)));
    }

    private static Stream<Arguments> phrases() {
        return Stream.of(
                arguments(HEX + "." + A.substring(0, 16), "••••" + A.substring(12, 16)),
                arguments(HEX.replace('0', 'b') + "." + A.substring(0, 16), "••••" + A.substring(12, 16)),
                arguments("eyJ" + A + ".eyJ" + A + "." + A, "eyJ••••y5Z6"),
                arguments("Bearer " + A, "Bearer ••••y5Z6"),
                arguments("bearer " + "sk-" + "x.y.z.1" + A, "bearer sk-••••y5Z6"),
                arguments("Basic " + "YWxhZGRpbjpvcGVuc2VzYW1l", "Basic ••••"),
                arguments("https://ann:pass1@example.com/x", "https://••••@example.com/x"),
                arguments("postgres://app:p@ss@db:5432/shop", "postgres://••••@db:5432/shop"),
                arguments("https://" + A + "@github.com/a/b", "https://••••@github.com/a/b"),
                arguments(
                        "https://hooks.slack.com/services/" + "T01234567/B01234567/" + A,
                        "https://hooks.slack.com/services/••••y5Z6"),
                arguments(
                        "-----BEGIN RSA PRIVATE KEY-----\n" + A + "\n" + A + "==\n-----END RSA PRIVATE KEY-----",
                        "-----BEGIN RSA PRIVATE KEY-----••••-----END RSA PRIVATE KEY-----"),
                arguments(
                        "-----BEGIN OPENSSH PRIVATE KEY-----\n" + A + "\n" + A + "\nand so on",
                        "-----BEGIN OPENSSH PRIVATE KEY-----••••\nand so on"));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void masksAKeyWhereverItStands(String key, String masked) {
        for (String around : List.of("%s", "key=%s", "(%s)", "export K='%s'", "a %s, b", "%s.", "ключ:%s", "-%s")) {
            assertThat(Redaction.shown(around.formatted(key))).isEqualTo(around.formatted(masked));
        }
        String two = key + " and " + key;
        assertThat(Redaction.shown(two)).isEqualTo(masked + " and " + masked);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void masksAKeyInsideJsonAndLeavesItJson(String key, String masked) {
        for (String words :
                List.of(key, "one\n" + key + "\ntwo", "\t" + key + "\"", "\\" + key, "é" + key, key + "\\")) {
            String json = JsonMapper.shared().writeValueAsString(words);
            String twice = JsonMapper.shared().writeValueAsString(json);
            String shown = Redaction.shown(json);
            assertThat(JsonMapper.shared().readTree(shown).asString()).isEqualTo(words.replace(key, masked));
            assertThat(Redaction.shown(twice)).doesNotContain(secretOf(key));
            JsonMapper.shared()
                    .readTree(
                            JsonMapper.shared().readTree(Redaction.shown(twice)).asString());
        }
    }

    /// The middle of a key, which no mask shows.
    private static String secretOf(String key) {
        String first = key.lines().skip(key.contains("\n") ? 1 : 0).findFirst().orElseThrow();
        if (first.contains("@")) {
            return first.substring(first.indexOf("//") + 2, first.lastIndexOf('@'));
        }
        return first.substring(first.length() - 16, first.length() - 5);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void masksOnce(String key, String masked) {
        assertThat(Redaction.shown(masked)).isSameAs(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sk-learn-is-not-a-key-but-a-name-of-many-words",
                "sk-ant-",
                "sk-short1",
                "sk-abcdefghijklmnopqrstuvwxyz",
                "sk-01234567890123456789",
                "xoxb-this-is-an-example",
                "a task-0123456789abcdef0123456789abcdef",
                "ghp_tooShort1",
                "AKIA1234",
                "AKIAABCDEFGH123456789",
                "Bearer of good tidings and of bad",
                "Bearer authentication-is-required-here",
                "Basic authentication of many users",
                "https://example.com:8443/a@b",
                "ssh://git@github.com/a/b",
                "https://example.com/?to=ann@example.com",
                "http://${USER}:${PASSWORD}@example.com",
                "-----BEGIN RSA PRIVATE KEY-----",
                "grep '-----BEGIN PRIVATE KEY-----' file | wc -l and other words",
                "-----BEGIN CERTIFICATE-----\nMIIC0123456789012345678901234567890123456789\n-----END CERTIFICATE-----",
                "eyJhbGciOiJIUzI1NiJ9",
                "eyJhbGciOiJIUzI1NiJ9.e30.x",
                "0123456789abcdef0123456789abcdef",
                "0123456789abcdef0123456789abcdef01234567",
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                "local-settings",
                "local-2024-backup-of-my-settings.json",
                "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ",
                "toolu_01A5kQ2h8RrT1vWxYz0123456789",
                "msg_01A5kQ2h8RrT1vWxYz0123456789",
                "npm_config_registry",
                "hf_hub_download",
                "SG.Controls.Extended",
                "C:\\new\\builds",
                ""
            })
    void leavesWhatIsNoKeyAsItIs(String text) {
        assertThat(Redaction.shown(text)).isSameAs(text);
    }

    @Test
    void showsNothingOfAShortOne() {
        assertThat(Redaction.shown("xoxb-a1b2c3d4e5")).isEqualTo("xoxb-••••");
    }
}
