package dev.turnpike.app.onboarding;

import dev.turnpike.app.agent.ClaudeHome;
import dev.turnpike.app.agent.ClaudeSetup;
import dev.turnpike.app.agent.ClientRegister;
import dev.turnpike.app.fx.SameThreadWork;
import dev.turnpike.app.hosting.HostedGateway;
import dev.turnpike.app.hosting.TestRequest;
import dev.turnpike.app.platform.Surroundings;
import dev.turnpike.app.preferences.PreferencesStore;
import dev.turnpike.gateway.Observers;
import dev.turnpike.gateway.channel.Preset;
import dev.turnpike.gateway.channel.PresetShelf;
import dev.turnpike.gateway.channel.SecretSource;
import dev.turnpike.gateway.configuration.ConfigurationEditor;
import dev.turnpike.gateway.configuration.ConfigurationFile;
import dev.turnpike.gateway.configuration.EnvironmentSecrets;
import dev.turnpike.testing.ScriptedUpstream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Folders, a real gateway and a vendor on loopback for tests of the first start.
final class OnboardingDesk implements AutoCloseable {
    static final String KEY = "sk-0123456789abcdef4f2a";

    private final Path folder;
    final Path home;
    final Path userHome;
    final Map<String, String> environment = new HashMap<>();
    final ScriptedUpstream upstream = new ScriptedUpstream();
    final FirstRequest requests = new FirstRequest();
    final PreferencesStore preferences;
    final ConfigurationEditor editor;
    final HostedGateway gateway;
    Instant now = Instant.parse("2026-11-21T14:02:06Z");
    private final SecretSource secrets = new EnvironmentSecrets(Map.of());

    OnboardingDesk(Path folder) {
        this.folder = folder;
        home = folder.resolve("turnpike");
        userHome = folder.resolve("user");
        write(folder.resolve("programs/2.1.303"), "#!/bin/sh\n");
        environment.put("TURNPIKE_CLAUDE", folder.resolve("programs/2.1.303").toString());
        if (!folder.resolve("programs/2.1.303").toFile().setExecutable(true)) {
            throw new IllegalStateException("a program of ours can be made one");
        }
        write(home.resolve("turnpike.json"), "{\"gateway\": {\"port\": " + freePort() + "}}\n");
        preferences = new PreferencesStore(home.resolve("preferences.json"), Runnable::run, trouble -> {});
        editor = new ConfigurationEditor(home.resolve("turnpike.json"));
        gateway = new HostedGateway(
                new ConfigurationFile(editor.file(), secrets),
                secrets,
                Observers.of(List.of(requests)),
                settings -> false);
    }

    OnboardingParts parts() {
        Surroundings around = new Surroundings(environment, folder, userHome, "Linux");
        ClaudeHome claude = new ClaudeHome(userHome.resolve(".claude"), folder.resolve("managed"), folder);
        return new OnboardingParts(
                preferences,
                editor,
                secrets,
                shelf(),
                gateway,
                requests,
                new ClaudeSetup(
                        claude, () -> environment, home, new ClientRegister(editor, () -> now), () -> now, "1.2.3"),
                claude,
                around,
                () -> now,
                new SameThreadWork());
    }

    OnboardingModel model() {
        return new OnboardingModel(parts(), Runnable::run);
    }

    /// The shipped presets, at addresses of this machine: a name in capitals counts as a vendor's, an address in
    /// digits as a local server's.
    private PresetShelf shelf() {
        List<Preset> moved = PresetShelf.shipped().presets().stream()
                .map(p -> new Preset(
                        p.id(),
                        p.name(),
                        p.protocol(),
                        p.auth(),
                        p.roots().stream().map(r -> moved(p, r)).toList(),
                        p.models(),
                        p.keyPage(),
                        p.asOf()))
                .toList();
        return new PresetShelf(LocalDate.EPOCH, moved);
    }

    private Preset.Root moved(Preset preset, Preset.Root root) {
        String host = preset.access() == Preset.Access.NOTHING ? "127.0.0.1" : "LOCALHOST";
        int port = preset.id().equals("lm-studio") ? freePort() : upstream.port();
        return new Preset.Root(
                root.label(),
                URI.create("http://" + host + ":" + port + root.baseUrl().getRawPath()));
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path settings() {
        return userHome.resolve(".claude/settings.json");
    }

    OnboardingDesk settings(String text) {
        write(settings(), text);
        return this;
    }

    /// Settings of an administrator.
    OnboardingDesk managed(String text) {
        write(folder.resolve("managed/managed-settings.json"), text);
        return this;
    }

    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// `turnpike.json` from its channels on.
    String channels() {
        String text = read(editor.file());
        int at = text.indexOf("\"channels\"");
        return at < 0 ? "" : text.substring(at).strip();
    }

    /// Asks the gateway as Claude Code does.
    int ask() {
        URI address = ((dev.turnpike.app.hosting.GatewayStatus.Running) gateway.status()).address();
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) address.resolve("/v1/messages").toURL().openConnection(Proxy.NO_PROXY);
            connection.setRequestMethod("POST");
            connection.setDoOutput(true);
            connection.setRequestProperty("user-agent", "claude-cli/2.1.303 (external, cli)");
            connection.setRequestProperty("anthropic-version", "2023-06-01");
            accessKey().ifPresent(key -> connection.setRequestProperty("authorization", "Bearer " + key));
            connection
                    .getOutputStream()
                    .write(
                            "{\"model\":\"claude-sonnet-5-5\",\"max_tokens\":9,\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}"
                                    .getBytes(StandardCharsets.UTF_8));
            int status = connection.getResponseCode();
            connection.disconnect();
            return status;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Asks as the button for a test does.
    int test() throws IOException {
        return TestRequest.send(
                ((dev.turnpike.app.hosting.GatewayStatus.Running) gateway.status()).address(), this::accessKey);
    }

    private Optional<String> accessKey() {
        return editor.gateway().accessKey();
    }

    @Override
    public void close() {
        gateway.close();
        upstream.close();
    }
}
