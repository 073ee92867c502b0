package dev.turnpike.app.agent.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.turnpike.app.agent.doctor.Finding;
import dev.turnpike.app.agent.doctor.Remedy;
import dev.turnpike.app.agent.doctor.Severity;
import dev.turnpike.app.agent.upstream.WitnessDesk;
import dev.turnpike.gateway.http.ClientToken;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What requests that arrive tell about how Claude Code is set up, by real requests.
class TrafficWitnessTest {
    private static final String TOKEN = "authorization: Bearer local-now";
    private static final String FOREIGN = "x-api-key: " + WitnessDesk.FOREIGN;

    private final WitnessDesk desk = new WitnessDesk();

    @AfterEach
    void close() {
        desk.close();
    }

    private List<Finding> after(int status, String... fields) {
        desk.answers("ok");
        assertThat(desk.asks(fields)).isEqualTo(status);
        return desk.clients.findings();
    }

    private Finding only(int status, String... fields) {
        List<Finding> findings = after(status, fields);
        assertThat(findings).hasSize(1);
        return findings.getFirst();
    }

    @Test
    void findsNothingInARequestAsItShouldBe() {
        assertThat(after(200, TOKEN)).isEmpty();
        assertThat(desk.clients.lastSeen()).isPresent();
    }

    @Test
    void findsAForeignKeyBesideOursAndKnowsItByItsHash() {
        Finding finding = only(200, TOKEN, FOREIGN);

        assertThat(finding.id()).isEqualTo("foreign-api-key-seen");
        assertThat(finding.severity()).isEqualTo(Severity.WARNS);
        assertThat(finding.evidence()).isEqualTo(ClientToken.hash(WitnessDesk.FOREIGN));
        assertThat(finding.variable()).contains("ANTHROPIC_API_KEY");
        assertThat(finding.title()).isEqualTo("A foreign API key arrives beside ours: sk-••••9c1x");
        assertThat(finding.message())
                .isEqualTo(
                        "Claude Code sends it as x-api-key with its requests. The gateway drops it, records nothing of"
                                + " it and passes it to nobody. Take ANTHROPIC_API_KEY out where it is set, or out of effect, and"
                                + " restart Claude Code.");
        assertThat(finding.remedies()).containsExactly(new Remedy.ShieldVariable("ANTHROPIC_API_KEY"));
        assertThat(finding.toString()).doesNotContain(WitnessDesk.FOREIGN);
    }

    @Test
    void findsASessionWithATokenThatWasReplaced() {
        Finding finding = only(200, "authorization: Bearer local-before");

        assertThat(finding.id()).isEqualTo("retired-token-seen");
        assertThat(finding.severity()).isEqualTo(Severity.WARNS);
        assertThat(finding.title()).isEqualTo("A session still brings a token that was replaced");
        assertThat(finding.message()).endsWith("Restart it.");
    }

    @Test
    void findsATokenThatIsNoLongerAccepted() {
        Finding finding = only(401, "authorization: Bearer local-long-ago");

        assertThat(finding.id()).isEqualTo("expired-token");
        assertThat(finding.severity()).isEqualTo(Severity.BREAKS);
    }

    @Test
    void findsAnotherClientWithTheTokenOfClaudeCode() {
        desk.program = "python-requests/2.32";
        assertThat(after(200, TOKEN))
                .extracting(Finding::id, Finding::severity, Finding::title)
                .containsExactly(
                        tuple("other-client", Severity.INFO, "python-requests uses the token of Claude Code"),
                        tuple("no-anthropic-version", Severity.INFO, "python-requests sends no anthropic-version"));
        assertThat(desk.clients.lastSeen()).as("it is not Claude Code").isEmpty();
    }

    @Test
    void saysOfAStrangersWrongKeyThatItBreaksNothing() {
        desk.program = "curl/8.5.0";
        Finding finding = only(401, "authorization: Bearer guessed");
        assertThat(finding.severity()).isEqualTo(Severity.INFO);
        assertThat(finding.title()).isEqualTo("curl brings a wrong key: ••••");
        assertThat(finding.message())
                .isEqualTo(
                        "The gateway answers 401 to it. If curl is meant to use the gateway, give it the access key.");
        assertThat(finding.remedies()).isEmpty();
    }

    @Test
    void findsABaseUrlThatEndsWithItsVersion() {
        desk.answers("ok");
        assertThat(desk.asksAt("/v1/v1/messages", TOKEN)).isEqualTo(200);
        Finding finding = desk.clients.findings().getFirst();

        assertThat(finding.id()).isEqualTo("doubled-version");
        assertThat(finding.severity()).isEqualTo(Severity.WARNS);
        assertThat(finding.message())
                .isEqualTo(
                        "Claude Code appends /v1/messages by itself and asks for /v1/v1/messages. The gateway answers"
                                + " all the same. Set ANTHROPIC_BASE_URL to http://127.0.0.1:8397, without /v1.");
    }

    @Test
    void findsWhoSpeaksAnotherLanguageOrAsksUnderAnotherName() {
        desk.program = "openai-python/1.0";
        desk.asksAt("/v1/chat/completions", TOKEN);
        desk.asksAt("/favicon.ico");
        assertThat(desk.clients.findings())
                .extracting(Finding::title)
                .contains("openai-python asks for /v1/chat/completions")
                .noneMatch(title -> title.contains("favicon"));

        desk.program = "claude-cli/2.1.329";
        desk.asksAt("/v1/messages", TOKEN, "host: gateway.example");
        assertThat(desk.clients.findings()).extracting(Finding::id).contains("other-name");
    }

    @Test
    void forgetsWhenTheSameSessionComesWithoutIt() {
        after(200, TOKEN, FOREIGN);
        assertThat(after(200, TOKEN)).isEmpty();
    }

    @Test
    void remembersWhileAnotherTerminalComesWithoutItAndForgetsWhenANewOneDoes() {
        desk.session = "older";
        after(200, TOKEN);
        desk.session = "sick";
        after(200, TOKEN, FOREIGN);
        desk.session = "older";
        assertThat(after(200, TOKEN)).hasSize(1);
        desk.session = "newer";
        assertThat(after(200, TOKEN)).isEmpty();
    }

    @Test
    void remembersWhileARequestIsRefused() {
        after(200, TOKEN, FOREIGN);
        assertThat(after(401, "authorization: Bearer wrong"))
                .extracting(Finding::id)
                .containsExactly("wrong-key", "foreign-api-key-seen");
    }

    @Test
    void forgetsAfterADay() {
        after(200, TOKEN, FOREIGN);
        desk.now = desk.now.plus(Duration.ofHours(25));
        assertThat(desk.clients.findings()).isEmpty();
    }

    @Test
    void tellsOfChangesAlone() {
        AtomicInteger changes = new AtomicInteger();
        Runnable end = desk.clients.listen(changes::incrementAndGet);

        after(200, TOKEN, FOREIGN);
        after(200, TOKEN, FOREIGN);
        assertThat(changes).hasValue(1);
        after(200, TOKEN);
        after(200, TOKEN);
        assertThat(changes).hasValue(2);
        end.run();
        after(200, TOKEN, FOREIGN);
        assertThat(changes).hasValue(2);
    }

    @Test
    void saysThatNothingCameOnceItHasWaited() {
        Instant begun = desk.now;
        desk.clients.expect(begun);
        desk.now = begun.plus(Duration.ofMinutes(14));
        assertThat(desk.clients.findings()).isEmpty();
        desk.now = begun.plus(Duration.ofMinutes(15));
        assertThat(desk.clients.findings())
                .extracting(Finding::id, Finding::severity)
                .containsExactly(tuple("no-requests", Severity.INFO));
        desk.now = begun.plus(Duration.ofHours(24));
        assertThat(desk.clients.findings()).extracting(Finding::severity).containsExactly(Severity.WARNS);
        desk.clients.expectNothing();
        assertThat(desk.clients.findings()).isEmpty();
        desk.clients.expect(begun);
        assertThat(after(200, TOKEN)).as("one has come").isEmpty();
    }

    @Test
    void saysWhoHasThePort() {
        desk.clients.portTaken(8397, Optional.of("node, process 4127"));
        Finding finding = desk.clients.findings().getFirst();
        assertThat(finding.id()).isEqualTo("stranger-on-port");
        assertThat(finding.severity()).isEqualTo(Severity.BREAKS);
        assertThat(finding.title()).isEqualTo("node, process 4127 has the port 8397 of the gateway");
        desk.clients.portFree();
        assertThat(desk.clients.findings()).isEmpty();
    }
}
