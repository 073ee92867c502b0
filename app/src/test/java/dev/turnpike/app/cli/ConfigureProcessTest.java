package dev.turnpike.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.json.JsonDocument;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `configure` as a process of its own.
@Timeout(120)
class ConfigureProcessTest {
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

    @Test
    void doesNotWriteWhereNobodyCanBeAsked() {
        TurnpikeProcess process = desk.start("configure", "claude-code");

        assertThat(process.until("there is no terminal"))
                .isEqualTo("turnpike: there is no terminal to ask on, so nothing was written;"
                        + " add --yes to write, or --show to look");
        assertThat(process.exitCode()).isEqualTo(2);
        assertThat(desk.user().resolve(".claude")).doesNotExist();
    }

    @Test
    void aRunningGatewayAcceptsTheTokenThatWasWritten() throws IOException {
        TurnpikeProcess gateway = desk.start("serve");
        gateway.until("listening on");

        TurnpikeProcess configure = desk.start("configure", "claude-code", "--yes");
        configure.until("Written.");
        assertThat(configure.exitCode()).isZero();
        gateway.until("configuration taken from");

        Path settings = desk.user().resolve(".claude/settings.json");
        String token = JsonDocument.of(Files.readAllBytes(settings))
                .string("/env/ANTHROPIC_AUTH_TOKEN")
                .orElseThrow();
        assertThat(status(token)).isEqualTo(200);
        assertThat(status("local-wrong")).isEqualTo(401);
        assertThat(desk.start("configure", "claude-code", "--undo").exitCode()).isZero();
        assertThat(settings).doesNotExist();
    }

    @Test
    void takesItBackWithNothingRunningAndABrokenConfiguration() throws IOException {
        String before = "{\r\n\t\"model\" : \"opus\" }";
        Path settings = Desk.write(desk.user().resolve(".claude/settings.json"), before);
        assertThat(desk.start("configure", "claude-code", "--yes").exitCode()).isZero();
        assertThat(settings).content().isNotEqualTo(before);
        desk.configure("{ \"gateway\": { \"port\": ");

        TurnpikeProcess undo = desk.start("configure", "claude-code", "--undo");
        assertThat(undo.until("is back")).contains(settings.toString(), "but: ", "turnpike.json");
        assertThat(undo.exitCode()).isEqualTo(1);
        assertThat(settings).content().isEqualTo(before);
        assertThat(desk.start("configure", "claude-code", "--undo").until("Nothing of Turnpike's"))
                .contains(settings.toString());
    }

    private int status(String token) throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                URI.create("http://127.0.0.1:" + port + "/v1/models").toURL().openConnection(Proxy.NO_PROXY);
        connection.setRequestProperty("authorization", "Bearer " + token);
        return connection.getResponseCode();
    }
}
