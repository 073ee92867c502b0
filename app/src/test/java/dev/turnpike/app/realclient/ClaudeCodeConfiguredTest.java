package dev.turnpike.app.realclient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.agent.ClaudeHome;
import dev.turnpike.app.agent.ClaudeSetup;
import dev.turnpike.app.agent.ClientRegister;
import dev.turnpike.app.agent.Route;
import dev.turnpike.app.agent.SetupPlan;
import dev.turnpike.gateway.Gateway;
import dev.turnpike.gateway.Observers;
import dev.turnpike.gateway.configuration.ConfigurationEditor;
import dev.turnpike.gateway.configuration.ConfigurationFile;
import dev.turnpike.gateway.configuration.EnvironmentSecrets;
import dev.turnpike.gateway.json.JsonDocument;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The real Claude Code, configured by its settings alone, believes what it is told of models.
///
/// Not among the everyday tests, as [ClaudeCodeTest].
@Tag("real-client")
class ClaudeCodeConfiguredTest {
    private static final Pattern WINDOW = Pattern.compile("\"contextWindow\":([0-9]+)");

    @TempDir
    Path folder;

    private ClientHome client = new ClientHome(Path.of(""), Path.of(""));
    private Path turnpike = Path.of("");
    private int port;

    @BeforeEach
    void makeFolders() throws IOException {
        client = new ClientHome(
                Files.createDirectory(folder.resolve("home")), Files.createDirectory(folder.resolve("work")));
        turnpike = Files.createDirectory(folder.resolve("turnpike"));
    }

    @ParameterizedTest
    @CsvSource({"32000, served", "128000, served", "200000, served", "262144, served", "1000000, served"})
    void assumesTheWindowThatItIsTold(int window, String served) throws Exception {
        try (GrowingModel model = new GrowingModel(0)) {
            String said = configuredRun(model, "{\"*\": \"" + served + "\"}", window, "Say hello.");

            assertThat(windows(said)).containsOnly((long) window);
            assertThat(model.models()).containsExactly(served);
        }
    }

    @Test
    void keepsItsOwnModelsWhereTheChannelMapsNone() throws Exception {
        try (GrowingModel model = new GrowingModel(0)) {
            String said = configuredRun(model, "{}", 0, "Say hello.");

            assertThat(windows(said)).containsOnly(1_000_000L);
            assertThat(model.models()).allMatch(name -> name.matches("claude-(opus|sonnet|haiku)-.*"));
        }
    }

    @Test
    void isServedTheVendorsModelAfterTheChannelIsExchanged() throws Exception {
        try (GrowingModel model = new GrowingModel(0)) {
            configuredRun(model, "{\"*\": \"served\"}", 128_000, "Say hello.");
            write(model, "{}", 0, port());
            run("Say hello again.");

            assertThat(model.models()).containsExactly("served", "claude-opus-5-5");
        }
    }

    @ParameterizedTest
    @CsvSource({"32000, 3000", "32000, 3000", "128000, 12000", "262144, 30000"})
    void summarizesALongSessionBeforeTheWindowIsFull(int window, int step) throws Exception {
        try (GrowingModel model = new GrowingModel(step)) {
            String said = configuredRun(model, "{\"*\": \"served\"}", window, "Count for a long time.");

            assertThat(said).contains(GrowingModel.DONE);
            assertThat(model.summarizedAt()).isBetween(step, window);
        }
    }

    private int port() throws IOException {
        if (port == 0) {
            try (ServerSocket socket = new ServerSocket(0)) {
                port = socket.getLocalPort();
            }
        }
        return port;
    }

    private void write(GrowingModel model, String models, int window, int at) throws IOException {
        String compat = window > 0 ? ", \"compat\": {\"contextTokens\": " + window + "}" : "";
        Path file = turnpike.resolve("turnpike.json");
        String clients = Files.exists(file)
                ? ", \"clients\": "
                        + JsonDocument.of(Files.readString(file))
                                .raw("/gateway/clients")
                                .orElse("[]")
                : "";
        Files.writeString(file, """
                {"gateway": {"port": %d, "accessKey": "key-of-the-gateway"%s},
                 "channels": [{"id": "up", "protocol": "anthropic", "baseUrl": "%s", "models": %s, "auth": "none"%s}]}
                """.formatted(at, clients, model.address(), models, compat));
    }

    private String configuredRun(GrowingModel model, String models, int window, String prompt) throws Exception {
        write(model, models, window, port());
        ConfigurationFile file =
                new ConfigurationFile(turnpike.resolve("turnpike.json"), new EnvironmentSecrets(Map.of()));
        ClaudeSetup setup = new ClaudeSetup(
                ClaudeHome.of(Map.of(), client.home(), client.work(), "Linux"),
                Map::of,
                turnpike,
                new ClientRegister(new ConfigurationEditor(turnpike.resolve("turnpike.json")), InstantSource.system()),
                InstantSource.system(),
                "1");
        setup.configure((SetupPlan.Ready) setup.plan(Route.of(file.read())));
        return run(prompt);
    }

    private String run(String prompt) throws Exception {
        EnvironmentSecrets secrets = new EnvironmentSecrets(Map.of());
        ConfigurationFile file = new ConfigurationFile(turnpike.resolve("turnpike.json"), secrets);
        try (Gateway gateway = Gateway.start(file, secrets, Observers.NONE, notice -> {})) {
            assertThat(gateway.address()).hasPort(port());
            return client.run(
                    List.of(
                            ClientHome.binary(),
                            "--dangerously-skip-permissions",
                            "-p",
                            prompt,
                            "--output-format",
                            "json"),
                    client.environment());
        }
    }

    private static List<Long> windows(String said) {
        return WINDOW.matcher(said)
                .results()
                .map((MatchResult found) -> Long.parseLong(found.group(1)))
                .toList();
    }
}
