package dev.turnpike.app.cli;

import static dev.turnpike.testing.ScriptedUpstream.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.testing.RawClient;
import dev.turnpike.testing.ScriptedUpstream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What happens at the bound of the heap: whoever finds no room is told so, and nothing else breaks.
@Timeout(120)
class MemoryBoundTest {
    private static final int CROWD = 24;
    private static final int MEGABYTE = 1 << 20;

    @TempDir
    Path folder;

    private final int port = Desk.freePort();
    private final ScriptedUpstream upstream = new ScriptedUpstream();
    private Desk desk;
    private TurnpikeProcess serve;

    @BeforeEach
    void open() {
        desk = new Desk(folder)
                .set("JAVA_TOOL_OPTIONS", "-Xmx80m")
                .configure("{\"gateway\":{\"port\":" + port
                        + "},\"channels\":[{\"id\":\"up\",\"protocol\":\"openai-chat\"," + "\"baseUrl\":\""
                        + upstream.uri("/v1") + "\"}]}");
        serve = desk.start("serve");
        serve.until("listening on");
    }

    @AfterEach
    void close() {
        desk.close();
        upstream.close();
    }

    private static String question(int bytes) {
        // a third of it is escapes, as in code
        return "{\"model\":\"m\",\"max_tokens\":9,\"messages\":[{\"role\":\"user\",\"content\":\""
                + "ab\\n".repeat(bytes / 4) + "\"}]}";
    }

    private void willAnswer(int times, int bytes) {
        for (int i = 0; i < times; i++) {
            upstream.script(answer(
                    200,
                    "application/json",
                    "{\"id\":\"c\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\""
                            + "y".repeat(bytes) + "\"},\"finish_reason\":\"stop\"}]}"));
        }
    }

    private RawClient.Reply ask(String question) {
        try (RawClient client = new RawClient(port)) {
            return client.post("/v1/messages", question, "content-type: application/json")
                    .reply();
        }
    }

    /// Everybody asks at once.
    private List<RawClient.Reply> crowd(String question) throws Exception {
        List<RawClient.Reply> replies = new ArrayList<>();
        try (ExecutorService everybody = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<RawClient.Reply>> calls = new ArrayList<>();
            for (int i = 0; i < CROWD; i++) {
                calls.add(() -> ask(question));
            }
            for (Future<RawClient.Reply> reply : everybody.invokeAll(calls)) {
                replies.add(reply.get());
            }
        }
        return replies;
    }

    private void assertNothingElseBroke() {
        willAnswer(1, 10);
        assertThat(ask(question(100)).status()).isEqualTo(200);
        serve.signal("TERM");
        assertThat(serve.exitCode()).isZero();
        assertThat(serve.rest()).noneMatch(line -> line.contains("Error") || line.contains("Exception"));
    }

    @Test
    void tellsWhomItHasNoRoomForToTryAgain() throws Exception {
        willAnswer(CROWD, 10);
        List<RawClient.Reply> replies = crowd(question(6 * MEGABYTE));
        assertThat(replies)
                .extracting(RawClient.Reply::status)
                .contains(200, 529)
                .containsOnly(200, 529);
        assertThat(replies).filteredOn(reply -> reply.status() == 529).allSatisfy(reply -> {
            assertThat(reply.field("retry-after")).contains("1");
            assertThat(reply.body()).contains("overloaded_error").contains("try again");
        });
        assertNothingElseBroke();
    }

    @Test
    void survivesAnswersThatItHasNoRoomFor() throws Exception {
        willAnswer(CROWD, 12 * MEGABYTE);
        List<RawClient.Reply> replies = crowd(question(100));
        assertThat(replies).extracting(RawClient.Reply::status).contains(529).isSubsetOf(200, 529);
        assertNothingElseBroke();
    }
}
