package dev.turnpike.app.realclient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.json.JsonDocument;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Claude Code is configured, used and set back by the real programs.
@Tag("real-client")
class ConfiguredClientTest {
    /// As somebody wrote it by hand: every byte of it has to come back.
    private static final String BEFORE =
            "{\r\n\t\"cleanupPeriodDays\" :  30,   \"env\": { \"FOO\": \"b\\u0061r\" },\r\n\r\n"
                    + "\t\"permissions\": {\"allow\": [\"Bash(ls:*)\"]}\r\n}";

    @TempDir
    Path folder;

    private final Stub upstream = new Stub();
    private final Stub stranger = new Stub();
    private final Stub outside = new Stub();
    private Path settings = Path.of("");
    private Path home = Path.of("");

    @BeforeEach
    void open() throws IOException {
        home = Files.createDirectory(folder.resolve("home"));
        settings = Files.createDirectory(home.resolve(".claude")).resolve("settings.json");
        Files.writeString(settings, BEFORE);
        Files.writeString(Files.createDirectory(folder.resolve("turnpike")).resolve("turnpike.json"), """
                {"gateway": {"port": %d},
                 "channels": [{"id": "up", "protocol": "anthropic", "baseUrl": "%s", "models": {"*": "served"}}]}
                """.formatted(
                        freePort(), upstream.url()));
        Files.createDirectory(folder.resolve("work"));
    }

    @AfterEach
    void close() {
        upstream.close();
        stranger.close();
        outside.close();
    }

    @Test
    void isConfiguredUsedAndSetBack() throws Exception {
        assertThat(turnpike("configure", "claude-code", "--yes").code()).isZero();
        assertThat(settings).content().isNotEqualTo(BEFORE).contains("ANTHROPIC_AUTH_TOKEN");
        Process gateway = serve();
        try {
            assertThat(claude("").code()).isZero();
            assertThat(upstream.asked()).hasSize(1);
            assertThat(upstream.asked().getFirst().text()).contains("\"served\"");

            assertThat(claude(hostile()).code()).isZero();
            assertThat(upstream.asked()).hasSize(2);
            assertThat(stranger.seen()).isEmpty();

            assertThat(turnpike("configure", "claude-code", "--undo").code()).isZero();
            assertThat(Files.readString(settings)).isEqualTo(BEFORE);

            assertThat(claude("").said()).contains("Not logged in");
            assertThat(upstream.asked()).hasSize(2);
        } finally {
            gateway.destroy();
            gateway.waitFor();
        }
    }

    /// The client writes its settings anew when it finds an older way of saying the model.
    @Test
    void goesBackAlthoughTheClientWroteTheFileMeanwhile() throws Exception {
        Files.writeString(settings, "{ \"env\": {\"FOO\": \"bar\"}, \"model\": \"opus\" }");
        assertThat(turnpike("configure", "claude-code", "--yes").code()).isZero();
        Process gateway = serve();
        try {
            assertThat(claude("").code()).isZero();
            assertThat(upstream.asked()).hasSize(1);
        } finally {
            gateway.destroy();
            gateway.waitFor();
        }
        assertThat(turnpike("configure", "claude-code", "--undo").code()).isZero();
        JsonDocument left = JsonDocument.of(Files.readAllBytes(settings));
        assertThat(left.names("")).containsExactly("env", "model");
        assertThat(left.names("/env")).containsExactly("FOO");
    }

    /// What a user's shell may export, long before there was a gateway.
    private String hostile() {
        return "export ANTHROPIC_BASE_URL=%s ANTHROPIC_AUTH_TOKEN=foreign-token CLAUDE_CODE_OAUTH_TOKEN=foreign\n"
                .formatted(stranger.url());
    }

    /// Asks in a new login shell that reads that.
    private Client.Ended claude(String profile) throws Exception {
        Files.writeString(home.resolve(".bash_profile"), profile);
        String asked = "exec '" + Client.binary() + "' -p 'say ok' --output-format json";
        return Client.run(List.of("bash", "-lc", asked), environment(), folder.resolve("work"));
    }

    private Client.Ended turnpike(String... words) throws Exception {
        return Client.run(command(words), environment(), folder.resolve("work"));
    }

    private Process serve() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command("serve"))
                .directory(folder.resolve("work").toFile())
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment());
        Process process = builder.start();
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        String line = said.readLine();
        while (line != null && !line.contains("listening on")) {
            line = said.readLine();
        }
        assertThat(line).as("it serves").isNotNull();
        return process;
    }

    private static List<String> command(String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.turnpike.app.Main"));
        command.addAll(List.of(words));
        return command;
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>(Client.environment(home));
        environment.put("TURNPIKE_HOME", folder.resolve("turnpike").toString());
        environment.put("CLAUDE_CODE_MAX_RETRIES", "0");
        environment.put("PRETTY_LOGS", "false");
        environment.putAll(CompatRun.contained(outside));
        return environment;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
