package dev.turnpike.app.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.testing.ClaudeRequest;
import dev.turnpike.testing.ScriptedExchange;
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

    private ScriptedExchange asks(String id) {
        return new ScriptedExchange(witness, id)
                .arrived(ClaudeRequest.main("claude-opus-5-5", "4f2a", "/work/shop")
                        .user("Fix it"));
    }
}
