package dev.turnpike.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Runs a shell script in the place of Claude Code, which writes down what it got.
class RunCommandTest {
    private static final String SCRIPT = """
            #!/bin/sh
            env > seen.env
            for argument; do echo "$argument"; done > seen.args
            case "$1" in --settings) cp "$2" seen.json; ls -l "$2" | cut -c1-10 > seen.mode ;; esac
            exit 7
            """;

    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();
    private final Map<String, String> environment = new HashMap<>(Map.of("PATH", "/usr/bin:/bin"));

    @BeforeEach
    void installClaude() throws IOException {
        Path claude = Files.writeString(folder.resolve("claude"), SCRIPT);
        Files.setPosixFilePermissions(claude, PosixFilePermissions.fromString("rwxr-xr-x"));
        environment.put("TURNPIKE_CLAUDE", claude.toString());
    }

    private int run(String... args) {
        Parts parts = new FakeParts(folder, FakeGateway.configured(8397, Optional.of("local-key")), environment);
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        return Program.run(List.of(args), parts, new Screen(nowhere, new PrintWriter(err, true), false, false));
    }

    private List<String> seen(String what) throws IOException {
        return Files.readAllLines(folder.resolve("seen." + what));
    }

    @Test
    void givesTheBlockTwiceAndPassesTheExitCodeOn() throws IOException {
        environment.put("ANTHROPIC_API_KEY", "sk-foreign");
        environment.put("CLAUDE_CODE_USE_BEDROCK", "1");
        environment.put("KEPT", "yes");
        assertThat(run("run", "claude-code", "--no-server")).isEqualTo(7);
        assertThat(seen("env"))
                .contains(
                        "ANTHROPIC_BASE_URL=http://127.0.0.1:8397",
                        "ANTHROPIC_AUTH_TOKEN=local-key",
                        "ANTHROPIC_API_KEY=",
                        "CLAUDE_CODE_USE_BEDROCK=",
                        "KEPT=yes");
        JsonNode env = JsonMapper.shared()
                .readTree(Files.readString(folder.resolve("seen.json")))
                .path("env");
        assertThat(env.path("ANTHROPIC_BASE_URL").asString()).isEqualTo("http://127.0.0.1:8397");
        assertThat(env.path("ANTHROPIC_AUTH_TOKEN").asString()).isEqualTo("local-key");
        assertThat(env.path("ANTHROPIC_API_KEY").asString("absent")).isEmpty();
        assertThat(seen("mode")).containsExactly("-rw-------");
    }

    @Test
    void leavesNothingBehind() throws IOException {
        run("run", "claude-code", "--no-server");
        try (Stream<Path> left = Files.list(folder.resolve("turnpike/runs"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void putsNoSecretOnTheCommandLine() throws IOException {
        run(
                "run",
                "claude-code",
                "--no-server",
                "--auto-approve",
                "--session",
                "abc",
                "--",
                "-p",
                "a b",
                "--model",
                "x");
        assertThat(seen("args").subList(2, 9))
                .containsExactly("--dangerously-skip-permissions", "--resume", "abc", "-p", "a b", "--model", "x");
        assertThat(String.join("\n", seen("args"))).doesNotContain("local-key");
    }

    @Test
    void mergesTheUsersSettings() throws IOException {
        run("run", "claude-code", "--no-server", "--model", "m/x", "--", "--settings", "{\"hooks\":{}}", "-p", "hi");
        assertThat(seen("args")).hasSize(4).endsWith("-p", "hi");
        assertThat(Files.readString(folder.resolve("seen.json")))
                .startsWith("{\"hooks\":{},\"env\":{")
                .contains("\"ANTHROPIC_DEFAULT_HAIKU_MODEL\":\"m/x\"");
    }

    @Test
    void exemptsTheGatewayFromAProxyInASettingsFile() throws IOException {
        Path settings = Files.createDirectories(folder.resolve("user/.claude")).resolve("settings.json");
        Files.writeString(settings, "{\"env\":{\"HTTPS_PROXY\":\"http://proxy:3128\"}}");
        run("run", "claude-code", "--no-server");
        assertThat(seen("env")).contains("NO_PROXY=127.0.0.1,localhost,::1", "no_proxy=127.0.0.1,localhost,::1");
    }

    @Test
    void givesAnotherProgramTheSameEnvironment() throws IOException {
        environment.put("ANTHROPIC_API_KEY", "sk-foreign");
        assertThat(run("run", "--no-server", "--", "./claude", "--help", "--", "x"))
                .isEqualTo(7);
        assertThat(seen("args")).containsExactly("--help", "--", "x");
        assertThat(seen("env"))
                .contains("ANTHROPIC_AUTH_TOKEN=local-key")
                .noneMatch(line -> line.startsWith("ANTHROPIC_API_KEY"));
    }

    @Test
    void saysThatClaudeCodeIsMissing() {
        environment.put("TURNPIKE_CLAUDE", "/nowhere/claude");
        assertThat(run("run", "claude-code", "--no-server")).isEqualTo(127);
        assertThat(err)
                .hasToString("turnpike: TURNPIKE_CLAUDE is /nowhere/claude, and there is no such program"
                        + System.lineSeparator());
    }

    @Test
    void saysThatAProgramIsMissing() {
        assertThat(run("run", "--no-server", "--", "no-such-program")).isEqualTo(127);
        assertThat(err).hasToString("turnpike: cannot find the program no-such-program" + System.lineSeparator());
    }

    @Test
    void usesTheGatewayThatAnswers() throws IOException {
        try (FakeGateway gateway = new FakeGateway(FakeGateway.configured(0, Optional.of("local-key")))) {
            Parts parts = new FakeParts(
                    folder, FakeGateway.configured(gateway.address().getPort(), Optional.of("local-key")), environment);
            PrintWriter nowhere = new PrintWriter(new StringWriter());
            Screen screen = new Screen(nowhere, new PrintWriter(err, true), false, false);
            assertThat(Program.run(List.of("run", "claude-code"), parts, screen))
                    .isEqualTo(7);
            assertThat(seen("env")).contains("ANTHROPIC_BASE_URL=" + gateway.address());
        }
    }
}
