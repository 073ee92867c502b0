package dev.turnpike.app.agent;

import dev.turnpike.app.platform.PrivateFiles;
import dev.turnpike.gateway.http.ClientToken;
import dev.turnpike.gateway.json.InvalidJson;
import dev.turnpike.gateway.json.JsonDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// The tokens in `gateway.clients` of `turnpike.json`. Everything else in that file stays as it is.
public final class ClientRegister implements ClientTokens {
    private static final String CLIENTS = "/gateway/clients";

    private final Path file;
    private final InstantSource clock;

    public ClientRegister(Path file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    @Override
    public boolean knows(Path target, String token) {
        try {
            JsonDocument json = read();
            String hash = ClientToken.hash(token);
            for (int i = 0; i < json.size(CLIENTS); i++) {
                if (isOf(json, i, target)
                        && json.string(place(i, "hash")).filter(hash::equals).isPresent()
                        && !json.has(place(i, "retired"))) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new EditRefused(file + " cannot be read", e);
        }
    }

    @Override
    public void admit(Path target, String token) throws IOException {
        JsonDocument json = retired(read(), target);
        if (json.string("/gateway/accessKey").filter(key -> !key.isBlank()).isEmpty()) {
            json = json.with("/gateway/accessKey", JsonDocument.quoted(LocalToken.random()));
        }
        String entry = "{\"target\":" + JsonDocument.quoted(target.toString()) + ",\"hash\":"
                + JsonDocument.quoted(ClientToken.hash(token)) + ",\"since\":"
                + JsonDocument.quoted(now().toString()) + "}";
        write(json.with(CLIENTS + "/-", entry));
    }

    @Override
    public void retire(Path target) throws IOException {
        JsonDocument json = read();
        JsonDocument retired = retired(json, target);
        if (!retired.text().equals(json.text())) {
            write(retired);
        }
    }

    private JsonDocument retired(JsonDocument json, Path target) {
        JsonDocument rest = json;
        for (int i = json.size(CLIENTS) - 1; i >= 0; i--) {
            if (isOver(rest, i)) {
                rest = rest.without(CLIENTS + "/" + i);
            } else if (isOf(rest, i, target) && !rest.has(place(i, "retired"))) {
                rest = rest.with(place(i, "retired"), JsonDocument.quoted(now().toString()));
            }
        }
        return rest;
    }

    private boolean isOver(JsonDocument json, int i) {
        Optional<String> retired = json.string(place(i, "retired"));
        try {
            return retired.isPresent()
                    && !now().isBefore(Instant.parse(retired.get()).plus(ClientToken.AFTERLIFE));
        } catch (DateTimeException e) {
            // the gateway complains about it; nothing to clear away here
            return false;
        }
    }

    private static boolean isOf(JsonDocument json, int i, Path target) {
        return json.string(place(i, "target")).filter(target.toString()::equals).isPresent();
    }

    private static String place(int i, String name) {
        return CLIENTS + "/" + i + "/" + name;
    }

    private Instant now() {
        return Instant.ofEpochSecond(clock.instant().getEpochSecond());
    }

    private JsonDocument read() throws IOException {
        try {
            return JsonDocument.of(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return JsonDocument.of("");
        } catch (InvalidJson e) {
            throw new EditRefused(file + ": " + e.getMessage() + "; correct it there first", e);
        }
    }

    private void write(JsonDocument json) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file;
        Path folder = target.getParent();
        if (folder != null) {
            PrivateFiles.createFolder(folder);
        }
        PrivateFiles.replace(target, json.bytes());
    }
}
