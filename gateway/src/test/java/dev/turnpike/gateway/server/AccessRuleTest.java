package dev.turnpike.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.http.ClientToken;
import dev.turnpike.gateway.http.Headers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccessRuleTest {
    private static final Instant NOW = Instant.parse("2026-11-21T14:00:00Z");

    @Test
    void admitsAClientByItsOwnToken() {
        AccessRule rule = rule(Optional.of("the-key"), client("local-a", Optional.empty()));

        assertThat(rule.admits(Headers.of("authorization", "Bearer local-a"))).isTrue();
        assertThat(rule.admits(Headers.of("x-turnpike-key", "local-a"))).isTrue();
        assertThat(rule.admits(Headers.of("authorization", "Bearer the-key"))).isTrue();
        assertThat(rule.admits(Headers.of("authorization", "Bearer local-b"))).isFalse();
        assertThat(rule.admits(Headers.of("authorization", "Bearer " + ClientToken.hash("local-a"))))
                .as("the hash is not the token")
                .isFalse();
    }

    @Test
    void admitsARetiredTokenForADay() {
        Optional<Instant> yesterday =
                Optional.of(NOW.minus(Duration.ofHours(24)).plusSeconds(1));
        Optional<Instant> before = Optional.of(NOW.minus(Duration.ofHours(24)));

        assertThat(rule(Optional.of("k"), client("local-a", yesterday)).admits(Headers.of("x-api-key", "local-a")))
                .isTrue();
        assertThat(rule(Optional.of("k"), client("local-a", before)).admits(Headers.of("x-api-key", "local-a")))
                .isFalse();
    }

    @Test
    void staysShutWhereClientsHaveTokensAndTheKeyIsMissing() {
        AccessRule rule = rule(Optional.empty(), client("local-a", Optional.of(Instant.EPOCH)));

        assertThat(rule.admits(Headers.empty())).isFalse();
        assertThat(rule.admits(Headers.of("x-api-key", "local-a"))).isFalse();
        assertThat(new AccessRule(Optional.empty(), List.of(), NOW).admits(Headers.empty()))
                .isTrue();
    }

    @Test
    void neverPassesATokenOn() {
        AccessRule rule = rule(Optional.empty(), client("local-a", Optional.empty()));

        assertThat(rule.withoutOurKey(Headers.of("authorization", "Bearer local-a"))
                        .fields())
                .isEmpty();
        assertThat(rule.withoutOurKey(Headers.of("authorization", "Bearer theirs"))
                        .fields())
                .hasSize(1);
    }

    private static AccessRule rule(Optional<String> key, ClientToken client) {
        return new AccessRule(key, List.of(client("other", Optional.empty()), client), NOW);
    }

    private static ClientToken client(String token, Optional<Instant> retired) {
        return new ClientToken("file", ClientToken.hash(token), Instant.EPOCH, retired);
    }
}
