package dev.turnpike.app.agent.doctor;

import dev.turnpike.gateway.http.ClientToken;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A machine as settings alone: what stands where, and what the doctor says of it.
final class Bench {
    static final URI GATEWAY = URI.create("http://127.0.0.1:8397");
    static final String TOKEN = "local-0123456789abcdefghij";
    static final String RETIRED = "local-retired0123456789abc";

    private final List<Setting> settings = new ArrayList<>();
    private final List<Source> sources = new ArrayList<>();
    private final Path folder;
    private Map<String, String> written = Map.of();
    private boolean login;

    /// @param folder Turnpike's own
    Bench(Path folder) {
        this.folder = folder;
    }

    /// The user's settings as we write them.
    Bench configured() {
        written = Map.of(
                "ANTHROPIC_BASE_URL",
                GATEWAY.toString(),
                "ANTHROPIC_AUTH_TOKEN",
                TOKEN,
                "CLAUDE_CODE_ENABLE_GATEWAY_MODEL_DISCOVERY",
                "1");
        written.forEach((name, value) -> set(PlaceKind.USER, "", name, value));
        return this;
    }

    /// The user's settings for a channel that keeps Claude Code's own login.
    Bench configuredForLogin() {
        login = true;
        written = Map.of(
                "ANTHROPIC_BASE_URL", GATEWAY.toString(), "ANTHROPIC_CUSTOM_HEADERS", "x-turnpike-key: " + TOKEN);
        written.forEach((name, value) -> set(PlaceKind.USER, "", name, value));
        return this;
    }

    Bench set(PlaceKind kind, String name, String variable, String value) {
        settings.add(Setting.of(variable, value, Place.of(kind, name)));
        return this;
    }

    Bench shell(String variable, String value) {
        return set(PlaceKind.SHELL, "zsh", variable, value);
    }

    Bench user(String variable, String value) {
        return set(PlaceKind.USER, "", variable, value);
    }

    Bench project(String variable, String value) {
        return set(PlaceKind.PROJECT, "", variable, value);
    }

    /// What is set for the one command alone that the shell runs as `claude`.
    Bench wrapper(String variable, String value) {
        return set(PlaceKind.WRAPPER, "zsh", variable, value);
    }

    /// One of the places cannot be looked into.
    Bench failing(String why) {
        sources.add(inquiry -> {
            throw new IllegalStateException(why);
        });
        return this;
    }

    Doctor doctor() {
        Report report = new Report(List.of(), settings, List.of());
        List<Source> all = new ArrayList<>(sources);
        all.add(inquiry -> report);
        return new Doctor(
                all,
                OursHere::new,
                () -> "zsh",
                new Accepted(folder.resolve("accepted.json")),
                InstantSource.fixed(Instant.EPOCH));
    }

    Examination examined() {
        return doctor().examine(new Inquiry(Optional.empty(), true));
    }

    /// The findings as `severity id variable`.
    List<String> found() {
        return examined().findings().stream()
                .map(f -> (f.severity().id() + " " + f.id() + " " + f.variable().orElse("")).strip())
                .toList();
    }

    private final class OursHere implements Ours {
        @Override
        public URI gateway() {
            return GATEWAY;
        }

        @Override
        public Path claudeFolder() {
            return Path.of("/home/u/.claude");
        }

        @Override
        public boolean keepsLogin() {
            return login;
        }

        @Override
        public boolean isConfigured() {
            return !written.isEmpty();
        }

        @Override
        public boolean isOpen() {
            return false;
        }

        @Override
        public TokenState token(String hash) {
            if (hash.equals(ClientToken.hash(TOKEN))) {
                return TokenState.ACCEPTED;
            }
            return hash.equals(ClientToken.hash(RETIRED)) ? TokenState.RETIRED : TokenState.FOREIGN;
        }

        @Override
        public boolean isWritten(String variable, String hash) {
            return Optional.ofNullable(written.get(variable))
                    .map(ClientToken::hash)
                    .filter(hash::equals)
                    .isPresent();
        }
    }
}
