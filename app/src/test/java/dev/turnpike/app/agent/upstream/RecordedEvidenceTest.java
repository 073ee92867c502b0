package dev.turnpike.app.agent.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.agent.doctor.Checked;
import dev.turnpike.app.agent.doctor.Finding;
import dev.turnpike.app.agent.doctor.Inquiry;
import dev.turnpike.app.agent.doctor.Report;
import dev.turnpike.gateway.Observers;
import dev.turnpike.gateway.Recording;
import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.channel.ChannelBook;
import dev.turnpike.gateway.channel.UpstreamProtocol;
import dev.turnpike.gateway.configuration.GatewaySettings;
import dev.turnpike.gateway.http.ClientToken;
import dev.turnpike.testing.RawClient;
import dev.turnpike.testing.ScriptedUpstream;
import dev.turnpike.testing.TestGateway;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What one process recorded is evidence for another.
class RecordedEvidenceTest {
    private static final Inquiry INQUIRY = new Inquiry(Optional.empty(), false);

    @TempDir
    Path home;

    private final Instant now = Instant.now();

    private Report look(List<Channel> channels, Instant at, Optional<Instant> configured) {
        return new RecordedEvidence(
                        Recording.file(home),
                        () -> at,
                        () -> URI.create("http://127.0.0.1:8397"),
                        () -> new ChannelBook(channels),
                        configured)
                .look(INQUIRY);
    }

    @Test
    void findsWhatWasRecordedAndNothingADayLater() {
        ClientToken client = new ClientToken("settings.json", ClientToken.hash("local-now"), now, Optional.empty());
        try (ScriptedUpstream upstream = new ScriptedUpstream().scriptingPostsOnly()) {
            List<Channel> channels = List.of(TestGateway.channel(UpstreamProtocol.ANTHROPIC, upstream.uri("")));
            try (Recording recording = Recording.unwatched(home, _ -> {});
                    TestGateway gateway = TestGateway.with(
                            new GatewaySettings("127.0.0.1", 0, Optional.empty(), List.of(client)),
                            channels,
                            new Observers(List.of(), Optional.of(recording)));
                    RawClient caller = gateway.client()) {
                upstream.script(ScriptedUpstream.answer(404, "application/json", "{\"detail\":\"Not Found\"}"));
                caller.post(
                                "/v1/messages",
                                "{\"model\":\"claude-x\",\"messages\":[]}",
                                "authorization: Bearer local-now",
                                "x-api-key: " + WitnessDesk.FOREIGN,
                                "user-agent: claude-cli/2.1.329 (external, cli)",
                                "anthropic-version: 2023-06-01")
                        .reply();
                gateway.gateway().drain();
            }
            Report report = look(channels, now.plusSeconds(60), Optional.of(now.minus(Duration.ofHours(2))));

            assertThat(report.findings()).extracting(Finding::id).containsExactly("foreign-api-key-seen", "wrong-path");
            assertThat(report.findings().getFirst().title()).isEqualTo("A foreign API key arrives beside ours");
            assertThat(report.checked()).extracting(Checked::ok).containsExactly(true);
            assertThat(look(channels, now.plus(Duration.ofHours(25)), Optional.empty())
                            .findings())
                    .isEmpty();
        }
    }

    @Test
    void saysThatNothingCameOrThatItCannotTell() throws Exception {
        assertThat(look(List.of(), now, Optional.of(now.minus(Duration.ofHours(2))))
                        .findings())
                .extracting(Finding::id)
                .containsExactly("no-requests");
        assertThat(look(List.of(), now, Optional.empty()).findings()).isEmpty();
        Files.writeString(Recording.file(home), "this is no database at all, only some words in a file of that name");
        Report broken = look(List.of(), now, Optional.of(now.minus(Duration.ofHours(2))));
        assertThat(broken.findings()).isEmpty();
        assertThat(broken.checked()).extracting(Checked::ok).containsExactly(false);
    }
}
