package dev.turnpike.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.testing.TestGateway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What `run` gives to Claude Code and to other programs.
class RunCommandTest {
    @TempDir
    Path folder;

    private Desk desk;
    private ClaudeScript claude;

    @BeforeEach
    void open() {
        desk = new Desk(folder).configure(8397, "local-key");
        claude = ClaudeScript.installOn(desk);
    }

    @Test
    void givesTheBlockTwiceAndPassesTheExitCodeOn() {
        desk.set("ANTHROPIC_API_KEY", "sk-foreign").set("CLAUDE_CODE_USE_BEDROCK", "1");
        desk.set("KEPT", "yes");
        assertThat(desk.run("run", "claude-code", "--no-server")).isEqualTo(7);
        assertThat(claude.environment())
                .contains(
                        "ANTHROPIC_BASE_URL=http://127.0.0.1:8397",
                        "ANTHROPIC_AUTH_TOKEN=local-key",
                        "ANTHROPIC_API_KEY=",
                        "CLAUDE_CODE_USE_BEDROCK=",
                        "KEPT=yes");
        JsonNode env = JsonMapper.shared().readTree(claude.settings()).path("env");
        assertThat(env.path("ANTHROPIC_BASE_URL").asString()).isEqualTo("http://127.0.0.1:8397");
        assertThat(env.path("ANTHROPIC_AUTH_TOKEN").asString()).isEqualTo("local-key");
        assertThat(env.path("ANTHROPIC_API_KEY").asString("absent")).isEmpty();
        assertThat(claude.settingsMode()).isEqualTo("-rw-------");
    }

    @Test
    void leavesNothingBehind() throws IOException {
        desk.run("run", "claude-code", "--no-server");
        try (Stream<Path> left = Files.list(desk.home().resolve("runs"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void putsNoSecretOnTheCommandLine() {
        desk.run(
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
        assertThat(claude.arguments().subList(2, 9))
                .containsExactly("--dangerously-skip-permissions", "--resume", "abc", "-p", "a b", "--model", "x");
        assertThat(claude.arguments()).noneMatch(argument -> argument.contains("local-key"));
    }

    @Test
    void mergesTheUsersSettings() {
        desk.run(
                "run",
                "claude-code",
                "--no-server",
                "--model",
                "m/x",
                "--",
                "--settings",
                "{\"hooks\":{}}",
                "-p",
                "hi");
        assertThat(claude.arguments()).hasSize(4).endsWith("-p", "hi");
        assertThat(claude.settings())
                .startsWith("{\"hooks\":{},\"env\":{")
                .contains("\"ANTHROPIC_DEFAULT_HAIKU_MODEL\":\"m/x\"");
    }

    @Test
    void beatsTheUsersAndTheProjectsSettingsFiles() {
        String elsewhere = "{\"env\":{\"ANTHROPIC_BASE_URL\":\"http://127.0.0.1:1\",\"CLAUDE_CODE_USE_VERTEX\":\"1\"}}";
        Desk.write(desk.user().resolve(".claude/settings.json"), elsewhere);
        Desk.write(desk.project().resolve(".claude/settings.json"), elsewhere);
        desk.run("run", "claude-code", "--no-server");
        // --settings is stronger than both files
        JsonNode env = JsonMapper.shared().readTree(claude.settings()).path("env");
        assertThat(env.path("ANTHROPIC_BASE_URL").asString()).isEqualTo("http://127.0.0.1:8397");
        assertThat(env.path("CLAUDE_CODE_USE_VERTEX").asString("absent")).isEmpty();
    }

    @Test
    void exemptsTheGatewayFromAProxyInASettingsFile() {
        Desk.write(desk.user().resolve(".claude/settings.json"), "{\"env\":{\"HTTPS_PROXY\":\"http://proxy:3128\"}}");
        desk.run("run", "claude-code", "--no-server");
        assertThat(claude.environment())
                .contains("NO_PROXY=127.0.0.1,localhost,::1", "no_proxy=127.0.0.1,localhost,::1");
    }

    @Test
    void givesAnotherProgramTheSameEnvironment() {
        desk.set("ANTHROPIC_API_KEY", "sk-foreign");
        assertThat(desk.run("run", "--no-server", "--", "../user/bin/claude", "--help", "--", "x"))
                .isEqualTo(7);
        assertThat(claude.arguments()).containsExactly("--help", "--", "x");
        assertThat(claude.environment())
                .contains("ANTHROPIC_AUTH_TOKEN=local-key")
                .noneMatch(line -> line.startsWith("ANTHROPIC_API_KEY"));
    }

    @Test
    void saysThatClaudeCodeIsMissing() {
        desk.set("PATH", "/nowhere");
        assertThat(desk.run("run", "claude-code", "--no-server")).isEqualTo(127);
        assertThat(desk.err())
                .isEqualTo("turnpike: cannot find claude on PATH: install Claude Code, or set TURNPIKE_CLAUDE to its"
                        + " program" + System.lineSeparator());
    }

    @Test
    void saysThatTheNamedClaudeCodeIsMissing() {
        desk.set("TURNPIKE_CLAUDE", "/nowhere/claude");
        assertThat(desk.run("run", "claude-code", "--no-server")).isEqualTo(127);
        assertThat(desk.err())
                .isEqualTo("turnpike: TURNPIKE_CLAUDE is /nowhere/claude, and there is no such program"
                        + System.lineSeparator());
    }

    @Test
    void saysThatAProgramIsMissing() {
        assertThat(desk.run("run", "--no-server", "--", "no-such-program")).isEqualTo(127);
        assertThat(desk.err()).isEqualTo("turnpike: cannot find the program no-such-program" + System.lineSeparator());
    }

    @Test
    void usesTheGatewayThatAnswers() {
        try (TestGateway gateway = TestGateway.with(Optional.of("local-key"), List.of())) {
            desk.configure(gateway.port(), "local-key");
            assertThat(desk.run("run", "claude-code")).isEqualTo(7);
            assertThat(claude.environment())
                    .contains("ANTHROPIC_BASE_URL=" + gateway.gateway().address());
        }
        assertThat(desk.home().resolve("gateway.log")).doesNotExist();
    }

    @Test
    void refusesAGatewayThatDoesNotKnowTheKey() {
        try (TestGateway gateway = TestGateway.with(Optional.of("another-key"), List.of())) {
            desk.configure(gateway.port(), "local-key");
            assertThat(desk.run("run", "claude-code")).isEqualTo(1);
            assertThat(desk.err())
                    .isEqualTo("turnpike: another program answers on "
                            + gateway.gateway().address()
                            + ", or a gateway with another access key: end it, or give gateway.port another value"
                            + System.lineSeparator());
        }
        assertThat(desk.project().resolve("seen.args")).doesNotExist();
    }
}
