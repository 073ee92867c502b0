package dev.turnpike.app.agent;

import dev.turnpike.gateway.configuration.ConfigurationEditor;
import dev.turnpike.gateway.json.JsonDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/// A user's folders for tests of the setup: Claude Code's, Turnpike's, and a clock that stands.
final class SetupDesk {
    static final Route ROUTE = new Route(URI.create("http://127.0.0.1:8397"), false);
    static final Route KEEPS_LOGIN = new Route(URI.create("http://127.0.0.1:8397"), true);

    final Path user;
    final Path home;
    final Map<String, String> environment = new HashMap<>();
    Instant now = Instant.parse("2026-11-21T14:02:11Z");

    SetupDesk(Path root) {
        this.user = root.resolve("claude");
        this.home = root.resolve("turnpike");
    }

    ClaudeSetup setup() {
        InstantSource clock = () -> now;
        return new ClaudeSetup(
                new ClaudeHome(user, home.resolveSibling("managed"), home.resolveSibling("project")),
                environment,
                home,
                new ClientRegister(new ConfigurationEditor(home.resolve("turnpike.json")), clock),
                clock,
                "1.2.3");
    }

    Path settings() {
        return user.resolve("settings.json");
    }

    SetupDesk settings(String text) {
        return write(settings(), text);
    }

    SetupDesk write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        return read(settings());
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String env(String name) {
        return JsonDocument.of(text()).string("/env/" + name).orElse("(none)");
    }

    JsonDocument turnpike() {
        return JsonDocument.of(read(home.resolve("turnpike.json")));
    }

    SetupPlan.Ready ready(Route route) {
        return (SetupPlan.Ready) setup().plan(route);
    }

    void configure() {
        setup().configure(ready(ROUTE));
    }
}
