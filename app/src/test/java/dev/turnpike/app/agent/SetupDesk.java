package dev.turnpike.app.agent;

import dev.turnpike.app.platform.FileSteps;
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
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// A user's folders for tests of the setup: Claude Code's, Turnpike's, and a clock that stands.
final class SetupDesk {
    static final Route ROUTE = new Route(URI.create("http://127.0.0.1:8397"), false);
    static final Route KEEPS_LOGIN = new Route(URI.create("http://127.0.0.1:8397"), true);

    /// To a channel with models of its own, which read 128,000 tokens.
    static final Route MAPPED =
            ROUTE.with(TierModels.of(Configurations.channel("ds", Map.of("*", "deepseek-v9"), 128_000)));

    final Path root;
    final Path user;
    final Path home;
    final Map<String, String> environment = new HashMap<>();
    Instant now = Instant.parse("2026-11-21T14:02:11Z");

    SetupDesk(Path root) {
        this.root = root;
        this.user = root.resolve("claude");
        this.home = root.resolve("turnpike");
    }

    ClaudeSetup setup() {
        return setup(Ownership.SYSTEM);
    }

    ClaudeSetup setup(Ownership ownership) {
        InstantSource clock = () -> now;
        return setup(
                FileSteps.SYSTEM,
                new ClientRegister(new ConfigurationEditor(home.resolve("turnpike.json")), clock),
                ownership);
    }

    ClaudeSetup setup(FileSteps steps, ClientRegister register, Ownership ownership) {
        EditJournal journal = new EditJournal(home.resolve("edits.json"), steps);
        return new ClaudeSetup(
                new ClaudeHome(user, home.resolveSibling("managed"), home.resolveSibling("project")),
                () -> environment,
                home,
                register,
                new JournalledFile(journal, steps, () -> now, "1.2.3"),
                ownership);
    }

    Path settings() {
        return user.resolve("settings.json");
    }

    /// The file in which Claude Code remembers things.
    Path state() {
        return root.resolve(".claude.json");
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

    /// With these choices on, and all others switched off.
    static SetupPlan.Ready only(ClaudeSetup setup, Route route, String... chosen) {
        Set<String> on = Set.of(chosen);
        Set<String> off = ((SetupPlan.Ready) setup.plan(route))
                .choices().stream()
                        .map(EditChoice::variable)
                        .filter(variable -> !on.contains(variable))
                        .collect(Collectors.toSet());
        return (SetupPlan.Ready) setup.plan(route, new Wishes(on, off, Set.of()));
    }

    SetupPlan.Ready only(Route route, String... chosen) {
        return only(setup(), route, chosen);
    }

    void configure() {
        setup().configure(ready(ROUTE));
    }

    /// With everything that can be chosen, to a channel with models of its own.
    void configureAll() {
        configureAll(setup());
    }

    void configureAll(ClaudeSetup setup) {
        Set<String> all = new LinkedHashSet<>();
        ready(MAPPED).choices().forEach(choice -> all.add(choice.variable()));
        setup.configure(only(setup, MAPPED, all.toArray(String[]::new)));
    }
}
