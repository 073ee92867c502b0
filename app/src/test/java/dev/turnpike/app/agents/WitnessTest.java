package dev.turnpike.app.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.testing.ClaudeRequest;
import dev.turnpike.testing.ScriptedExchange;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WitnessTest {
    private final Witness witness = new Witness();

    @Test
    void forgetsTheOldestWhoseEndWasNotTold() {
        ScriptedExchange first = asks("x0");
        for (int i = 1; i < 1_500; i++) {
            asks("x" + i);
        }
        ScriptedExchange last = asks("last");
        assertThat(witness.running()).isEqualTo(1_000);
        first.finished(1, 1);
        assertThat(witness.last().orElseThrow().took()).isEmpty();
        last.finished(1, 1);

        assertThat(witness.last().orElseThrow().took()).isPresent();
        assertThat(witness.running()).isEqualTo(999);
    }

    @Test
    void remembersTheNewestOfWhatWasRecordedAndNeverBeforeWhatItSaw() {
        Instant early = Instant.EPOCH.plusSeconds(60);
        witness.remember(early, "curl/8.5");
        assertThat(witness.last()).isEmpty();
        witness.remember(early, "claude-cli/2.1.303 (external, cli)");
        witness.remember(Instant.EPOCH, "claude-cli/2.1.302 (external, cli)");
        assertThat(witness.last()).map(Sighting::version).contains("2.1.303");
        assertThat(witness.last()).map(Sighting::at).contains(early);
    }

    private ScriptedExchange asks(String id) {
        return new ScriptedExchange(witness, id)
                .arrived(ClaudeRequest.main("claude-opus-5-5", "4f2a", "/homes/me/shop")
                        .user("Fix it"));
    }
}
