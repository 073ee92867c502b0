package dev.turnpike.app.realclient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.channel.UpstreamProtocol;
import dev.turnpike.gateway.exchange.Moment;
import dev.turnpike.testing.RecordingListener;
import dev.turnpike.testing.ScriptedUpstream;
import dev.turnpike.testing.TestGateway;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real Claude Code works through the gateway: it writes a file, checks it and answers.
///
/// Not among the everyday tests: `.ci/real-client` installs the client and runs these with `claude.binary` set.
@Tag("real-client")
class ClaudeCodeTest {
    private static final String CONTENT = "line one\nline \"two\" \\ é€😀漢字\n";
    private static final String KEY = "local-key-of-the-test";

    @TempDir
    Path folder;

    private final ScriptedUpstream upstream = new ScriptedUpstream().scriptingPostsOnly();
    private final RecordingListener listener = new RecordingListener();
    private Path work = Path.of("");
    private Path home = Path.of("");
    private Path file = Path.of("");

    @BeforeEach
    void makeFolders() throws IOException {
        work = Files.createDirectory(folder.resolve("work"));
        home = Files.createDirectory(folder.resolve("home"));
        file = work.resolve("written.txt");
    }

    @AfterEach
    void close() {
        upstream.close();
    }

    @Test
    void writesAndChecksAFileThroughATranslatingChannel() throws Exception {
        ScriptedModel.CHAT.play(upstream, file.toString(), CONTENT);
        try (TestGateway gateway = gateway(UpstreamProtocol.OPENAI_CHAT, "/v1")) {
            assertThat(claude(directly(gateway))).contains(ScriptedModel.DONE);
        }
        assertThat(file).hasContent(CONTENT);
        upstream.request();
        upstream.request();
        assertThat(upstream.request().text()).as("what the check saw").contains("\\\"two\\\" \\\\ é€😀漢字");
    }

    @Test
    void writesAndChecksAFileThroughAPassingChannelThatChangesTheModelAlone() throws Exception {
        ScriptedModel.ANTHROPIC.play(upstream, file.toString(), CONTENT);
        try (TestGateway gateway = gateway(UpstreamProtocol.ANTHROPIC, "")) {
            assertThat(claude(directly(gateway))).contains(ScriptedModel.DONE);
        }
        assertThat(file).hasContent(CONTENT);
        for (int turn = 0; turn < 3; turn++) {
            String asked = nextAsked();
            assertThat(asked).contains("\"model\":\"claude-");
            assertThat(upstream.request().text())
                    .isEqualTo(asked.replaceFirst("\"model\":\"claude-[^\"]*\"", "\"model\":\"served\""));
        }
    }

    @Test
    void reachesTheGatewayByRunAlthoughTheUsersSettingsPointElsewhere() throws Exception {
        ScriptedModel.CHAT.play(upstream, file.toString(), CONTENT);
        Path settings = Files.createDirectory(home.resolve(".claude")).resolve("settings.json");
        String foreign = "{\"env\":{\"ANTHROPIC_BASE_URL\":\"http://127.0.0.1:9\",\"ANTHROPIC_AUTH_TOKEN\":\"foreign\","
                + "\"CLAUDE_CODE_USE_BEDROCK\":\"1\"}}";
        Files.writeString(settings, foreign);
        Files.writeString(work.resolve(".env"), "UPSTREAM_BASE_URL=http://127.0.0.1:9/v1/chat/completions\nPORT=9\n");
        Path turnpike = Files.createDirectory(folder.resolve("turnpike"));
        Files.writeString(turnpike.resolve("turnpike.json"), """
                {"gateway": {"port": %d, "accessKey": "%s"},
                 "channels": [{"id": "up", "protocol": "openai-chat", "baseUrl": "%s", "models": {"*": "served"}}]}
                """.formatted(freePort(), KEY, upstream.uri("/v1")));
        Map<String, String> environment = client().environment();
        environment.put("TURNPIKE_HOME", turnpike.toString());
        environment.put("TURNPIKE_CLAUDE", ClientHome.binary());
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.turnpike.app.Main",
                "run",
                "claude-code",
                "--auto-approve",
                "--"));
        command.addAll(prompt());
        String said = client().run(command, environment);
        assertThat(said).contains(ScriptedModel.DONE);
        assertThat(file).as(said).hasContent(CONTENT);
        assertThat(settings).hasContent(foreign);
    }

    private ClientHome client() {
        return new ClientHome(home, work);
    }

    private TestGateway gateway(UpstreamProtocol protocol, String path) {
        return TestGateway.with(Optional.of(KEY), List.of(TestGateway.channel(protocol, upstream.uri(path))), listener);
    }

    /// What a user would set by hand.
    private Map<String, String> directly(TestGateway gateway) {
        Map<String, String> environment = client().environment();
        environment.put("ANTHROPIC_BASE_URL", "http://127.0.0.1:" + gateway.port());
        environment.put("ANTHROPIC_AUTH_TOKEN", KEY);
        return environment;
    }

    private String claude(Map<String, String> environment) throws Exception {
        List<String> command = new ArrayList<>(List.of(ClientHome.binary(), "--dangerously-skip-permissions"));
        command.addAll(prompt());
        return client().run(command, environment);
    }

    private static List<String> prompt() {
        return List.of(
                "-p",
                "Write the file, check it, and say when it is done.",
                "--output-format",
                "stream-json",
                "--verbose");
    }

    private String nextAsked() {
        Moment moment = listener.next();
        while (!(moment instanceof Moment.Arrived)) {
            moment = listener.next();
        }
        return new String(((Moment.Arrived) moment).body(), StandardCharsets.UTF_8);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
