package dev.turnpike.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.exchange.Admission;
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

        assertThat(rule.judge(Headers.of("authorization", "Bearer local-a"))
                        .admission()
                        .admits())
                .isTrue();
        assertThat(rule.judge(Headers.of("x-turnpike-key", "local-a"))
                        .admission()
                        .admits())
                .isTrue();
        assertThat(rule.judge(Headers.of("authorization", "Bearer the-key"))
                        .admission()
                        .admits())
                .isTrue();
        assertThat(rule.judge(Headers.of("authorization", "Bearer local-b"))
                        .admission()
                        .admits())
                .isFalse();
        assertThat(rule.judge(Headers.of("authorization", "Bearer " + ClientToken.hash("local-a")))
                        .admission()
                        .admits())
                .as("the hash is not the token")
                .isFalse();
    }

    @Test
    void admitsARetiredTokenForADay() {
        Optional<Instant> yesterday =
                Optional.of(NOW.minus(Duration.ofHours(24)).plusSeconds(1));
        Optional<Instant> before = Optional.of(NOW.minus(Duration.ofHours(24)));

        assertThat(rule(Optional.of("k"), client("local-a", yesterday))
                        .judge(Headers.of("x-api-key", "local-a"))
                        .admission()
                        .admits())
                .isTrue();
        assertThat(rule(Optional.of("k"), client("local-a", before))
                        .judge(Headers.of("x-api-key", "local-a"))
                        .admission()
                        .admits())
                .isFalse();
    }

    @Test
    void staysShutWhereClientsHaveTokensAndTheKeyIsMissing() {
        AccessRule rule = rule(Optional.empty(), client("local-a", Optional.of(Instant.EPOCH)));

        assertThat(rule.judge(Headers.empty()).admission().admits()).isFalse();
        assertThat(rule.judge(Headers.of("x-api-key", "local-a")).admission().admits())
                .isFalse();
        assertThat(new AccessRule(Optional.empty(), List.of(), NOW)
                        .judge(Headers.empty())
                        .admission()
                        .admits())
                .isTrue();
    }

    @Test
    void neverPassesATokenOn() {
        AccessRule rule = rule(Optional.empty(), client("local-a", Optional.empty()));

        assertThat(rule.judge(Headers.of("authorization", "Bearer local-a"))
                        .rest()
                        .fields())
                .isEmpty();
        assertThat(rule.judge(Headers.of("authorization", "Bearer theirs"))
                        .rest()
                        .fields())
                .hasSize(1);
    }

    @Test
    void dropsWhatCameBesideOursWithoutBeingMeantForAnybody() {
        AccessRule rule = rule(Optional.of("the-key"), client("local-a", Optional.empty()));

        AccessRule.Entry beside =
                rule.judge(Headers.of("authorization", "Bearer local-a", "X-Api-Key", "theirs", "accept", "*/*"));
        assertThat(beside.rest()).isEqualTo(Headers.of("accept", "*/*"));
        assertThat(beside.foreign()).hasSize(1);
        assertThat(rule.judge(Headers.of("x-api-key", "the-key", "authorization", "Bearer theirs"))
                        .rest()
                        .fields())
                .isEmpty();

        Headers login = Headers.of("authorization", "Bearer theirs");
        assertThat(rule.judge(login.with("x-turnpike-key", "local-a")).rest())
                .as("with ours in its own field, the usual one is the caller's")
                .isEqualTo(login);
        AccessRule open = new AccessRule(Optional.empty(), List.of(), NOW);
        assertThat(open.judge(login).rest()).isEqualTo(login);
    }

    @Test
    void keepsATokenThatIsNoLongerAcceptedFromLeavingAllTheSame() {
        AccessRule rule = rule(Optional.of("the-key"), client("local-a", Optional.of(Instant.EPOCH)));

        AccessRule.Entry entry =
                rule.judge(Headers.of("authorization", "Bearer local-a", "x-api-key", "the-key", "accept", "*/*"));

        assertThat(entry.admission()).isEqualTo(new Admission.AccessKey());
        assertThat(entry.rest()).isEqualTo(Headers.of("accept", "*/*"));
        assertThat(entry.foreign()).isEmpty();
    }

    @Test
    void goesByTheBestOfSeveralCredentials() {
        AccessRule rule = new AccessRule(
                Optional.of("the-key"),
                List.of(client("new", Optional.empty()), client("old", Optional.of(NOW.minusSeconds(9)))),
                NOW);

        assertThat(rule.judge(Headers.of("x-api-key", "old", "authorization", "Bearer new"))
                        .admission())
                .isEqualTo(new Admission.Token("file"));
        assertThat(rule.judge(Headers.of("x-api-key", "old", "authorization", "Bearer the-key"))
                        .admission())
                .isEqualTo(new Admission.AccessKey());
        assertThat(rule.judge(Headers.of("x-api-key", "old", "authorization", "Bearer wrong"))
                        .admission())
                .isEqualTo(new Admission.RetiredToken("file", NOW.minusSeconds(9)));
    }

    private static AccessRule rule(Optional<String> key, ClientToken client) {
        return new AccessRule(key, List.of(client("other", Optional.empty()), client), NOW);
    }

    private static ClientToken client(String token, Optional<Instant> retired) {
        return new ClientToken("file", ClientToken.hash(token), Instant.EPOCH, retired);
    }
}
