package dev.turnpike.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnpike.testing.ScriptedUpstream;
import dev.turnpike.testing.ScriptedUpstream.Step;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BriefCallTest {
    private static final BriefCall BRIEF = new BriefCall(Duration.ofMillis(200), 1024);

    @Test
    void leavesAStrangerThatNeverEndsItsHead() {
        leaves(Step.send("HTTP/1.1 200 O"));
    }

    @Test
    void leavesAStrangerThatNeverEndsItsBody() {
        leaves(Step.send("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{"));
    }

    private static void leaves(Step beginning) {
        try (ScriptedUpstream stranger = new ScriptedUpstream()) {
            stranger.script(beginning, new Step.Stall());
            assertThatThrownBy(() -> BRIEF.get(stranger.uri("/health"), Optional.empty()))
                    .isInstanceOf(SocketTimeoutException.class);
            assertThat(stranger.departure()).isPositive();
        }
    }

    @Test
    void readsNoMoreThanItHasUseFor() throws IOException {
        try (ScriptedUpstream stranger = new ScriptedUpstream()) {
            stranger.script(ScriptedUpstream.answer(200, "text/plain", "x".repeat(5_000)));
            BriefCall call = new BriefCall(Duration.ofSeconds(30), 1024);
            assertThat(call.get(stranger.uri("/health"), Optional.of("key"))).hasSize(1024);
            assertThat(stranger.request().field("authorization")).contains("Bearer key");
        }
    }
}
