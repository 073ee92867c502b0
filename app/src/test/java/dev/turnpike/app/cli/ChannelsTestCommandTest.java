package dev.turnpike.app.cli;

import static dev.turnpike.testing.ScriptedUpstream.answer;
import static dev.turnpike.testing.ScriptedUpstream.chunk;
import static dev.turnpike.testing.ScriptedUpstream.lastChunk;
import static dev.turnpike.testing.ScriptedUpstream.streamHead;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.testing.ScriptedUpstream;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChannelsTestCommandTest {
    private static final String KEY = "sk-0123456789abcdef4f2a";

    @TempDir
    Path folder;

    private final ScriptedUpstream upstream = new ScriptedUpstream();

    @AfterEach
    void close() {
        upstream.close();
    }

    private Desk desk() {
        return new Desk(folder)
                .configure(
                        "{\"channels\":[{\"id\":\"local\",\"name\":\"Local\",\"protocol\":\"openai-chat\",\"baseUrl\":\""
                                + upstream.uri("/v1") + "\",\"keys\":[{\"value\":\"" + KEY + "\"}]}]}");
    }

    @Test
    void printsTheFourSteps() {
        upstream.script(answer(200, "application/json", "{\"data\":[{\"id\":\"a\"}]}"))
                .script(
                        streamHead(),
                        chunk(
                                "data: {\"choices\":[{\"delta\":{\"content\":\"ready\"},\"finish_reason\":\"stop\"}]}\n\n"),
                        chunk("data: [DONE]\n\n"),
                        lastChunk());
        Desk desk = desk();
        assertThat(desk.run("channels", "test", "local")).isZero();
        assertThat(desk.out().lines())
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("Local, POST " + upstream.uri("/v1/chat/completions")),
                        line -> assertThat(line).matches("✓ reach   \\d+ ms"),
                        line -> assertThat(line).isEqualTo("✓ key     accepted"),
                        line -> assertThat(line).isEqualTo("✓ models  1 listed"),
                        line -> assertThat(line).matches("✓ stream  first token, \\d+\\.\\d s"));
    }

    @Test
    void quotesTheUpstreamAndFails() {
        upstream.script(answer(401, "text/plain", "no")).script(answer(401, "text/plain", "wrong key " + KEY));
        Desk desk = desk();
        assertThat(desk.run("channels", "test", "local")).isEqualTo(1);
        assertThat(desk.out())
                .contains("▲ key     401: wrong key sk-••••4f2a")
                .contains("  Check the key")
                .doesNotContain(KEY);
    }

    @Test
    void refusesAChannelThatIsNotThere() {
        Desk desk = desk();
        assertThat(desk.run("channels", "test", "other")).isEqualTo(2);
        assertThat(desk.err()).isEqualTo("turnpike: no such channel: other (there is local)" + System.lineSeparator());
    }

    @Test
    void wantsAnId() {
        Desk desk = desk();
        assertThat(desk.run("channels", "test")).isEqualTo(2);
        assertThat(desk.err()).contains("missing required parameter");
    }
}
