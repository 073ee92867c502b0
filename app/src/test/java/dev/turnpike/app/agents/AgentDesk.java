package dev.turnpike.app.agents;

import dev.turnpike.app.agent.ClaudeCode;
import dev.turnpike.app.agent.ClaudeHome;
import dev.turnpike.app.agent.ClaudeSetup;
import dev.turnpike.app.agent.ClientRegister;
import dev.turnpike.app.agent.Route;
import dev.turnpike.app.fx.SameThreadWork;
import dev.turnpike.app.fx.WorkRunner;
import dev.turnpike.gateway.anthropic.TokenUsage;
import dev.turnpike.gateway.channel.ChannelId;
import dev.turnpike.gateway.configuration.ConfigurationEditor;
import dev.turnpike.gateway.exchange.ExchangeId;
import dev.turnpike.gateway.exchange.ExchangeKind;
import dev.turnpike.gateway.exchange.Moment;
import dev.turnpike.gateway.http.Headers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/// A user with Claude Code, and a gateway that never runs: requests are told, not sent.
public final class AgentDesk {
    public final Path user;
    public final Path home;
    public final Map<String, String> environment = new HashMap<>();
    public final Witness witness = new Witness();
    public Instant now = Instant.parse("2026-11-21T14:02:11Z");
    public Optional<ClaudeCode> claude = Optional.of(new ClaudeCode(Path.of("/claude"), Optional.of("2.1.303")));
    public WorkRunner work = new SameThreadWork();
    public Route route = new Route(URI.create("http://127.0.0.1:8397"), false);
    /// Why turnpike.json cannot be read; empty where it can.
    public String unread = "";
    public final DoctorDesk doctor = new DoctorDesk();
    private final Path root;
    private int requests;

    public AgentDesk(Path root) {
        this.root = root;
        this.user = root.resolve("user");
        this.home = root.resolve("turnpike");
    }

    /// What a room is made of; what is drawn is drawn by that.
    public AgentParts parts(Executor drawing) {
        ClaudeSetup setup = new ClaudeSetup(
                new ClaudeHome(user.resolve(".claude"), root.resolve("managed"), user),
                () -> environment,
                home,
                new ClientRegister(editor(), () -> now),
                () -> now,
                "1.2.3");
        return new AgentParts(
                setup,
                () -> unread.isEmpty() ? Optional.of(route) : Optional.empty(),
                () -> unread,
                () -> claude,
                witness,
                work,
                drawing,
                () -> now,
                user,
                doctor.parts());
    }

    public AgentParts parts() {
        return parts(Runnable::run);
    }

    public ConfigurationEditor editor() {
        return new ConfigurationEditor(home.resolve("turnpike.json"));
    }

    public Path settings() {
        return user.resolve(".claude/settings.json");
    }

    public AgentDesk settings(String text) {
        return write(settings(), text);
    }

    public AgentDesk write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public AgentDesk managed(String text) {
        return write(root.resolve("managed/managed-settings.json"), text);
    }

    public String text() {
        try {
            return Files.readString(settings());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A request of Claude Code's arrives now; the answer tells which it is.
    public ExchangeId arrives(String userAgent) {
        ExchangeId id = new ExchangeId("req_" + ++requests);
        witness.on(new Moment.Arrived(
                id,
                0,
                ExchangeKind.MESSAGES,
                now.toEpochMilli(),
                "/v1/messages?beta=true",
                Headers.of("user-agent", userAgent),
                new byte[0]));
        return id;
    }

    public ExchangeId arrives() {
        return arrives("claude-cli/2.1.303 (external, cli)");
    }

    /// It is answered after that many milliseconds.
    public void answered(ExchangeId id, long millis) {
        witness.on(new Moment.Understood(id, 1, "claude-sonnet-5-5", true));
        witness.on(new Moment.Routed(id, 2, new ChannelId("deepseek"), "deepseek-v4-pro", "rule sonnet"));
        witness.on(new Moment.Finished(id, millis * 1_000_000, 200, TokenUsage.NONE, "end_turn"));
    }
}
