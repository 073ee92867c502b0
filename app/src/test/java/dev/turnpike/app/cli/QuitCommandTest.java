package dev.turnpike.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.instance.First;
import dev.turnpike.app.instance.Instance;
import dev.turnpike.app.instance.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class QuitCommandTest {
    @TempDir
    Path folder;

    private final int port = Desk.freePort();
    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(folder).configure(port, "right");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void isContentWhereNothingRuns() {
        assertThat(desk.run("quit")).isZero();
        assertThat(desk.out()).isEqualTo("Turnpike is not running in the background" + System.lineSeparator());
        assertThat(desk.home().resolve("instance")).doesNotExist();
    }

    @Test
    void endsTheDesktopApplication() throws IOException {
        List<Message> heard = new CopyOnWriteArrayList<>();
        First desktop = (First) Instance.claim(Instance.desktop(desk.home()));
        desktop.listen(message -> {
            heard.add(message);
            Thread.ofVirtual().start(() -> end(desktop));
        });
        assertThat(desk.run("quit")).isZero();
        assertThat(desk.out()).isEqualTo("The desktop application has ended" + System.lineSeparator());
        assertThat(heard).containsExactly(new Message.Quit());
    }

    private static void end(First first) {
        try {
            first.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void refusesToEndAnotherVersion() throws IOException {
        Path folder = Instance.desktop(desk.home());
        try (First desktop = (First) Instance.claim(folder)) {
            desktop.listen(message -> {});
            List<String> lines = Files.readAllLines(folder.resolve("address"));
            Files.write(folder.resolve("address"), List.of(lines.get(0), lines.get(1), "another secret"));
            assertThat(desk.run("quit")).isEqualTo(1);
            assertThat(desk.err())
                    .isEqualTo("turnpike: The desktop application is another version and was not ended: quit it from"
                            + " its menu" + System.lineSeparator());
        }
    }

    @Test
    void endsTheGatewayOfARunButNotTheRun() throws Exception {
        ClaudeScript.installOn(desk);
        TurnpikeProcess run = desk.start("run", "claude-code", "--", ClaudeScript.WAIT);
        run.until("ready");
        ProcessHandle gateway = run.background().orElseThrow();
        assertThat(desk.run("quit")).isZero();
        assertThat(desk.out()).isEqualTo("The background gateway has ended" + System.lineSeparator());
        assertThat(gateway.onExit().get(60, TimeUnit.SECONDS)).isNotNull();
        run.signal("TERM");
        assertThat(run.exitCode()).isEqualTo(9);
    }

    @Test
    void leavesATypedGatewayAlone() {
        TurnpikeProcess serve = desk.start("serve");
        serve.until("listening");
        assertThat(desk.run("quit")).isZero();
        assertThat(desk.out()).contains("not running in the background");
        serve.signal("TERM");
        assertThat(serve.exitCode()).isZero();
    }
}
