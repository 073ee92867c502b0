package dev.turnpike.app.cli;

import dev.turnpike.app.cli.panel.Panels;
import dev.turnpike.app.run.HealthCheck;
import dev.turnpike.gateway.Gateway;
import dev.turnpike.gateway.channel.ChannelBook;
import dev.turnpike.gateway.configuration.Configuration;
import dev.turnpike.gateway.configuration.ConfigurationSource;
import dev.turnpike.gateway.configuration.GatewaySettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A start and a few questions, so that the build can archive the classes that they load. Reads no configuration.
record Rehearsal(Parts parts) {
    /// Plays it.
    ///
    /// @return 0 when all was asked, 1 when something could not be
    int play() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        try (Gateway gateway =
                parts.start(new DemoOnAnyPort(), List.of(new Panels(nowhere, true, 1400)), notice -> {})) {
            new Announcement(parts, new PrintWriter(new StringWriter()), parts.configurationFile()).make(gateway);
            HealthCheck.ask(gateway.address(), Optional.empty());
            ask(gateway.address(), true);
            ask(gateway.address(), false);
            gateway.drain();
            return 0;
        } catch (IOException | RuntimeException e) {
            return Program.FAILED;
        }
    }

    private static void ask(URI gateway, boolean stream) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) gateway.resolve("/v1/messages").toURL().openConnection(Proxy.NO_PROXY);
        connection.setReadTimeout(5_000);
        connection.setDoOutput(true);
        connection.setRequestProperty("content-type", "application/json");
        try (OutputStream out = connection.getOutputStream()) {
            out.write(question(stream).getBytes(StandardCharsets.UTF_8));
        }
        try (InputStream in = connection.getInputStream()) {
            in.transferTo(OutputStream.nullOutputStream());
        }
    }

    /// No channel and no access key: the demo channel answers, on a port that is free.
    private record DemoOnAnyPort() implements ConfigurationSource {
        @Override
        public Configuration read() {
            GatewaySettings settings = new GatewaySettings("127.0.0.1", 0, Optional.empty());
            return new Configuration(settings, new ChannelBook(List.of()), true, "no configuration", List.of());
        }

        @Override
        public AutoCloseable watch(Consumer<Configuration> changed, Consumer<String> broken) {
            return () -> {};
        }
    }

    private static String question(boolean stream) {
        return "{\"model\":\"claude-rehearsal\",\"max_tokens\":64,\"stream\":" + stream
                + ",\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}";
    }
}
