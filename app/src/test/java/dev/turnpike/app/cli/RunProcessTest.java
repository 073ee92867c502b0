package dev.turnpike.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `run` as a process of its own, with the gateway that it starts in the background.
@Timeout(120)
class RunProcessTest {
    @TempDir
    Path folder;

    private final int port = Desk.freePort();
    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(folder).configure("{\"gateway\":{\"port\":" + port + "}}");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private static void awaitEnd(ProcessHandle process)
            throws ExecutionException, InterruptedException, TimeoutException {
        assertThat(process.onExit().get(60, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void sharesOneGatewayThatEndsAfterTheLastRun() throws Exception {
        ClaudeScript claude = ClaudeScript.installOn(desk);
        // what a cloned repository may bring along
        Desk.write(
                desk.project().resolve(".env"), "UPSTREAM_BASE_URL=http://127.0.0.1:1/v1/chat/completions\nPORT=1\n");
        desk.set("HOST", "0.0.0.0").set("PORT", "1").set("UPSTREAM_API_KEY", "k");

        List<TurnpikeProcess> runs = List.of(ask(), ask());
        for (TurnpikeProcess run : runs) {
            assertThat(run.until("answered")).isEqualTo("answered: Turnpike demo");
        }
        assertThat(claude.environment()).contains("ANTHROPIC_BASE_URL=http://127.0.0.1:" + port);
        List<ProcessHandle> gateways =
                runs.stream().flatMap(run -> run.background().stream()).toList();
        assertThat(gateways).hasSize(1);
        ProcessHandle gateway = gateways.getFirst();
        for (TurnpikeProcess run : runs) {
            assertThat(gateway.isAlive()).isTrue();
            run.type("go");
            assertThat(run.exitCode()).isEqualTo(7);
        }
        awaitEnd(gateway);
        assertThat(desk.home().resolve("gateway.log"))
                .content()
                .contains("listening on http://127.0.0.1:" + port)
                .contains("Nobody needs this gateway any more");
        try (Stream<Path> left = Files.list(desk.home().resolve("runs"))) {
            assertThat(left.map(file -> file.getFileName().toString())).containsExactly("start.lock");
        }
    }

    private TurnpikeProcess ask() {
        return desk.start("run", "claude-code", "--linger=1", "--", ClaudeScript.ASK);
    }

    @Test
    void passesTermOnAndRemovesTheSettings() throws IOException {
        ClaudeScript claude = ClaudeScript.installOn(desk);
        TurnpikeProcess run = desk.start("run", "claude-code", "--no-server", "--", ClaudeScript.WAIT);
        run.until("ready");
        Path settings = Path.of(claude.arguments().get(1));
        assertThat(settings).exists();
        run.signal("TERM");
        assertThat(run.exitCode()).isEqualTo(9);
        assertThat(settings).doesNotExist();
    }

    @Test
    void saysWhatIsWrongInTheConfiguration() {
        ClaudeScript.installOn(desk);
        desk.configure(
                "{\"gateway\":{\"port\":" + port + "},\"channels\":[{\"id\":\"a\",\"protocol\":\"carrier-pigeon\"}]}");
        TurnpikeProcess run = desk.start("run", "claude-code");
        assertThat(run.rest())
                .singleElement()
                .asString()
                .startsWith("turnpike: ")
                .contains("protocol");
        assertThat(run.exitCode()).isEqualTo(2);
    }
}
