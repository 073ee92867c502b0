package dev.turnpike.app.agent;

import dev.turnpike.gateway.configuration.ConfigurationEditor;
import dev.turnpike.gateway.configuration.InvalidConfiguration;
import dev.turnpike.gateway.http.ClientToken;
import dev.turnpike.gateway.json.JsonDocument;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The tokens that the gateway accepts from configured clients: `gateway.clients` of `turnpike.json`.
public final class ClientRegister {
    private static final String CLIENTS = "/gateway/clients";
    private static final String KEY = "/gateway/accessKey";

    private final Book book;
    private final InstantSource clock;

    public ClientRegister(ConfigurationEditor editor, InstantSource clock) {
        this(
                new Book() {
                    @Override
                    public List<ClientToken> clients() {
                        return editor.gateway().clients();
                    }

                    @Override
                    public void change(UnaryOperator<JsonDocument> edit) {
                        editor.change(edit);
                    }
                },
                clock);
    }

    ClientRegister(Book book, InstantSource clock) {
        this.book = book;
        this.clock = clock;
    }

    /// The file in which they are kept.
    interface Book {
        List<ClientToken> clients();

        /// Changes it in one step.
        void change(UnaryOperator<JsonDocument> edit);
    }

    /// Whether that token was given to that target and is not retired.
    boolean knows(Path target, String token) {
        return of(target, token).anyMatch(client -> client.retired().isEmpty());
    }

    /// Whether that token was given to that target, as far as that is remembered.
    boolean gave(Path target, String token) {
        return of(target, token).findAny().isPresent();
    }

    private Stream<ClientToken> of(Path target, String token) {
        String hash = ClientToken.hash(token);
        try {
            return book.clients().stream()
                    .filter(client -> client.target().equals(target.toString()) && client.matches(hash));
        } catch (InvalidConfiguration e) {
            throw new EditRefused(String.valueOf(e.getMessage()), e);
        }
    }

    /// Accepts the token for the target; the target's earlier ones retire. Makes an access key where there is none.
    void admit(Path target, String token) {
        change(document -> {
            JsonDocument json = retired(document, target);
            if (json.string(KEY).filter(key -> !key.isBlank()).isEmpty()) {
                json = json.with(KEY, JsonDocument.quoted(LocalToken.random()));
            }
            String entry = "{\"target\":" + JsonDocument.quoted(target.toString()) + ",\"hash\":"
                    + JsonDocument.quoted(ClientToken.hash(token)) + ",\"since\":" + now() + "}";
            return json.with(CLIENTS + "/-", entry);
        });
    }

    /// The target's tokens retire.
    void retire(Path target) {
        change(document -> retired(document, target));
    }

    private void change(UnaryOperator<JsonDocument> edit) {
        try {
            book.change(edit);
        } catch (InvalidConfiguration e) {
            throw new EditRefused(String.valueOf(e.getMessage()), e);
        }
    }

    private JsonDocument retired(JsonDocument json, Path target) {
        JsonDocument rest = json;
        for (int i = json.size(CLIENTS) - 1; i >= 0; i--) {
            String client = CLIENTS + "/" + i;
            boolean isTheirs = rest.string(client + "/target").equals(Optional.of(target.toString()));
            if (isOver(rest.string(client + "/retired"))) {
                rest = rest.without(client);
            } else if (isTheirs && !rest.has(client + "/retired")) {
                rest = rest.with(client + "/retired", now());
            }
        }
        return rest;
    }

    private boolean isOver(Optional<String> retired) {
        try {
            return retired.isPresent()
                    && !clock.instant().isBefore(Instant.parse(retired.get()).plus(ClientToken.AFTERLIFE));
        } catch (DateTimeException e) {
            // the gateway complains about it; nothing to clear away here
            return false;
        }
    }

    private String now() {
        return JsonDocument.quoted(
                Instant.ofEpochSecond(clock.instant().getEpochSecond()).toString());
    }
}
