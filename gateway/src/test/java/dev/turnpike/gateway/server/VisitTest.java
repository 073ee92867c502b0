package dev.turnpike.gateway.server;

import static dev.turnpike.testing.ScriptedUpstream.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.Observers;
import dev.turnpike.gateway.channel.UpstreamProtocol;
import dev.turnpike.gateway.configuration.GatewaySettings;
import dev.turnpike.gateway.exchange.Admission;
import dev.turnpike.gateway.exchange.ForeignCredential;
import dev.turnpike.gateway.exchange.Mark;
import dev.turnpike.gateway.exchange.Moment;
import dev.turnpike.gateway.exchange.Visit;
import dev.turnpike.gateway.exchange.VisitListener;
import dev.turnpike.gateway.http.ClientToken;
import dev.turnpike.testing.RawClient;
import dev.turnpike.testing.RecordingListener;
import dev.turnpike.testing.ScriptedUpstream;
import dev.turnpike.testing.TestGateway;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a request tells of who sent it, at the door.
class VisitTest {
    private static final String ASKED =
            "{\"model\":\"claude-x\",\"max_tokens\":1,\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";
    private static final String MESSAGE =
            "{\"type\":\"message\",\"role\":\"assistant\",\"content\":[],\"usage\":{\"input_tokens\":1,\"output_tokens\":1}}";
    private static final String FOREIGN = "sk-ant-api03-abcdefghijklm9c1x";

    private final Instant hourAgo = Instant.now().minus(Duration.ofHours(1));
    private final List<Visit> visits = new CopyOnWriteArrayList<>();
    private final RecordingListener moments = new RecordingListener();
    private final ScriptedUpstream upstream = new ScriptedUpstream();
    private final VisitListener failing = visit -> {
        throw new IllegalStateException("a listener that fails");
    };
    private final TestGateway gateway = TestGateway.with(
            new GatewaySettings(
                    "127.0.0.1",
                    0,
                    Optional.of("the-access-key"),
                    List.of(
                            client("a/settings.json", "local-now", Optional.empty()),
                            client("a/settings.json", "local-before", Optional.of(hourAgo)),
                            client("b/settings.json", "local-long-ago", Optional.of(Instant.EPOCH)))),
            List.of(TestGateway.channel(UpstreamProtocol.ANTHROPIC, upstream.uri(""))),
            new Observers(List.of(moments), List.of(failing, visits::add), Optional.empty()));

    private static ClientToken client(String target, String token, Optional<Instant> retired) {
        return new ClientToken(target, ClientToken.hash(token), Instant.EPOCH, retired);
    }

    @AfterEach
    void close() {
        gateway.close();
        upstream.close();
    }

    private Visit asks(int status, String path, String... fields) {
        upstream.script(answer(200, "application/json", MESSAGE));
        try (RawClient client = gateway.client()) {
            assertThat(client.post(path, ASKED, fields).reply().status()).isEqualTo(status);
        }
        return visits.getLast();
    }

    @Test
    void tellsWhichOfOurCredentialsLetsARequestIn() {
        assertThat(asks(200, "/v1/messages", "authorization: Bearer the-access-key")
                        .admission())
                .isEqualTo(new Admission.AccessKey());
        assertThat(asks(200, "/v1/messages", "authorization: Bearer local-now").admission())
                .isEqualTo(new Admission.Token("a/settings.json"));
        assertThat(asks(200, "/v1/messages", "x-turnpike-key: local-before").admission())
                .isEqualTo(new Admission.RetiredToken("a/settings.json", hourAgo));
        assertThat(asks(401, "/v1/messages", "x-api-key: local-long-ago").admission())
                .isEqualTo(new Admission.Expired("b/settings.json", Instant.EPOCH));
        assertThat(visits).extracting(Visit::foreign).containsOnly(List.of());
    }

    @Test
    void asksForNothingWhereThereIsNoKey() {
        try (TestGateway open = TestGateway.with(
                        new GatewaySettings("127.0.0.1", 0, Optional.empty()),
                        List.of(),
                        new Observers(List.of(), List.of(visits::add), Optional.empty()));
                RawClient client = open.client()) {
            client.get("/v1/models", "x-api-key: " + FOREIGN).reply();
        }
        assertThat(visits.getLast().admission()).isEqualTo(new Admission.Free());
        assertThat(visits.getLast().foreign()).as("it may be meant").isEmpty();
    }

    @Test
    void tellsAForeignKeyBesideOursByItsHashAndItsEnds() {
        Visit visit = asks(200, "/v1/messages", "authorization: Bearer local-now", "x-api-key: " + FOREIGN);

        assertThat(visit.besideOurs())
                .containsExactly(new ForeignCredential("x-api-key", ClientToken.hash(FOREIGN), "sk-••••9c1x"));
        assertThat(visit.ourField()).isEqualTo("authorization");
        assertThat(visit.marks()).contains(Mark.FOREIGN_API_KEY);
        assertThat(visit.toString()).doesNotContain(FOREIGN).doesNotContain("local-now");
    }

    @Test
    void takesACallersOwnLoginForNoForeignKey() {
        Visit visit = asks(200, "/v1/messages", "x-turnpike-key: local-now", "authorization: Bearer " + FOREIGN);

        assertThat(visit.foreign()).hasSize(1);
        assertThat(visit.besideOurs()).isEmpty();
        assertThat(visit.marks()).doesNotContain(Mark.FOREIGN_AUTHORIZATION);
    }

    @Test
    void tellsAWrongKeyAndAMissingOne() {
        Visit wrong = asks(401, "/v1/messages", "authorization: Bearer " + FOREIGN);
        assertThat(wrong.admission()).isEqualTo(new Admission.Refused(Admission.Reason.WRONG_KEY));
        assertThat(wrong.foreign())
                .containsExactly(new ForeignCredential("authorization", ClientToken.hash(FOREIGN), "sk-••••9c1x"));
        assertThat(wrong.besideOurs()).isEmpty();

        Visit missing = asks(401, "/v1/messages", "authorization: Bearer ");
        assertThat(missing.admission()).isEqualTo(new Admission.Refused(Admission.Reason.NO_KEY));
        assertThat(asks(401, "/v1/messages", "authorization: local-now").admission())
                .as("without Bearer")
                .isEqualTo(new Admission.Refused(Admission.Reason.WRONG_KEY));
    }

    @Test
    void tellsABaseUrlThatIsTooLong() {
        Visit doubled = asks(200, "/v1/v1/messages?beta=true", "authorization: Bearer local-now");
        assertThat(doubled.doubledVersion()).isTrue();
        assertThat(doubled.aim()).isEqualTo(Visit.Aim.MESSAGES);
        assertThat(doubled.marks()).contains(Mark.DOUBLED_VERSION);

        Visit unknown = asks(404, "/v1/messages/v1/messages?beta=true", "authorization: Bearer local-now");
        assertThat(unknown.aim()).isEqualTo(Visit.Aim.NOTHING);
        assertThat(unknown.path()).isEqualTo("/v1/messages/v1/messages");
        assertThat(unknown.admission()).isEqualTo(new Admission.Token("a/settings.json"));
        assertThat(asks(404, "/v1/messages/v1/messages").admission()).isEqualTo(new Admission.Free());
    }

    @Test
    void tellsWhichProgramAsksAndFromWhere() {
        Visit code = asks(
                200,
                "/v1/messages",
                "authorization: Bearer local-now",
                "user-agent: claude-cli/2.1.329 (external, cli)",
                "x-claude-code-session-id: s1",
                "anthropic-version: 2023-06-01");
        assertThat(code.isClaudeCode()).isTrue();
        assertThat(code.program()).isEqualTo("claude-cli");
        assertThat(code.session()).isEqualTo("s1");
        assertThat(code.versioned()).isTrue();
        assertThat(code.loopback()).isTrue();
        assertThat(code.marks()).isEmpty();

        Visit other = asks(200, "/v1/messages", "authorization: Bearer local-now", "user-agent: curl/8.5.0");
        assertThat(other.program()).isEqualTo("curl");
        assertThat(other.marks()).containsExactly(Mark.OTHER_CLIENT, Mark.NO_VERSION);
        assertThat(asks(200, "/v1/messages", "authorization: Bearer the-access-key", "anthropic-version: 1")
                        .marks())
                .as("whoever knows the access key may be anybody")
                .isEmpty();
    }

    @Test
    void tellsWhoIsTurnedAwayForTheNameOrThePage() {
        assertThat(asks(403, "/v1/messages", "host: evil.example", "authorization: Bearer local-now")
                        .admission())
                .isEqualTo(new Admission.Refused(Admission.Reason.NAME));
        assertThat(asks(403, "/v1/messages", "origin: https://evil.example").admission())
                .isEqualTo(new Admission.Refused(Admission.Reason.WEB_PAGE));
    }

    @Test
    void hasTheNameOfTheExchangeThatFollows() {
        Visit visit = asks(200, "/v1/messages", "authorization: Bearer local-now", "x-api-key: " + FOREIGN);

        Moment.Arrived arrived = (Moment.Arrived) moments.next();
        assertThat(arrived.exchange()).isEqualTo(visit.id());
        assertThat(arrived.marks()).isEqualTo(visit.marks());
        assertThat(arrived.headers().toString()).doesNotContain(FOREIGN);
    }
}
