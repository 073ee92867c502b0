package dev.turnpike.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.testing.RawClient;
import dev.turnpike.testing.ScriptedUpstream;
import dev.turnpike.testing.ScriptedUpstream.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The desktop application as a process of its own, at the end of the user's session.
@Timeout(120)
class DesktopProcessTest {
    private static final String QUESTION = "{\"stream\":true,\"model\":\"claude-x\",\"max_tokens\":9,"
            + "\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";

    private static final long PAUSE_NANOS = 5_000_000;

    @TempDir
    Path folder;

    private final int port = Desk.freePort();
    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(folder)
                .set(
                        "JAVA_TOOL_OPTIONS",
                        "-Dglass.platform=Headless -Dprism.order=sw -Djava.awt.headless=true"
                                + " --enable-native-access=ALL-UNNAMED");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void finishesARunningStreamAndUndoesNothingWhenTheSessionEnds() {
        try (ScriptedUpstream upstream = new ScriptedUpstream()) {
            upstream.script(
                    ScriptedUpstream.streamHead(),
                    ScriptedUpstream.chunk(StreamedAnswer.beginning()),
                    new Step.Stall(),
                    ScriptedUpstream.chunk(StreamedAnswer.end()),
                    ScriptedUpstream.lastChunk());
            desk.configure(
                    "{\"gateway\":{\"port\":" + port + ",\"accessKey\":\"local-key\"},\"channels\":[{\"id\":\"one\","
                            + "\"protocol\":\"anthropic\",\"baseUrl\":\"" + upstream.uri("") + "\"}]}");
            assertThat(desk.run("configure", "claude-code", "--yes")).isZero();
            Path settings = desk.user().resolve(".claude/settings.json");
            assertThat(settings).content().contains("ANTHROPIC_BASE_URL");
            String written = read(settings);

            TurnpikeProcess desktop = desk.start("--hidden");
            untilIt(listens(true));
            try (RawClient client = new RawClient(port)
                    .post("/v1/messages", QUESTION, "content-type: application/json", "x-api-key: local-key")) {
                client.head();
                Runnable goOn = upstream.stalled();
                desktop.signal("TERM");
                untilIt(listens(false));
                goOn.run();
                assertThat(StreamedAnswer.read(client)).contains("Hel").endsWith(StreamedAnswer.LAST);
            }
            assertThat(desktop.exitCode()).isZero();
            assertThat(settings).content().isEqualTo(written);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BooleanSupplier listens(boolean wanted) {
        return () -> {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return wanted && socket.isConnected();
            } catch (IOException e) {
                return !wanted;
            }
        };
    }

    /// Until the time limit of the test.
    private static void untilIt(BooleanSupplier isSo) {
        while (!isSo.getAsBoolean()) {
            // each look is a connection, and the gateway has something better to do
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
