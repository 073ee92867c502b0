package dev.turnpike.app.cli;

import dev.turnpike.app.cli.panel.Panels;
import dev.turnpike.app.run.HealthCheck;
import dev.turnpike.gateway.Gateway;
import dev.turnpike.gateway.Observers;
import dev.turnpike.gateway.Recording;
import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.channel.ChannelBook;
import dev.turnpike.gateway.channel.ChannelId;
import dev.turnpike.gateway.channel.Endpoint;
import dev.turnpike.gateway.channel.UpstreamProtocol;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A start and some traffic, so that the build can archive the classes that they load, and what the
/// virtual machine learns of the methods that run most. Reads no configuration.
record Rehearsal(Parts parts) {
    private static final Duration EACH = Duration.ofMillis(1_500);
    private static final int LONG_TURNS = 60;

    /// Plays it.
    ///
    /// @return 0 when all was asked, 1 when something could not be
    int play() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        try (Gateway gateway = parts.start(
                new DemoOnAnyPort(), Observers.of(List.of(new Panels(nowhere, true, 1400))), notice -> {})) {
            new Announcement(parts, new PrintWriter(new StringWriter()), parts.configurationFile()).make(gateway);
            HealthCheck.ask(gateway.address(), Optional.empty());
            ask(gateway.address(), "", RehearsalWords.question(true, 0));
            ask(gateway.address(), "", RehearsalWords.question(false, 0));
            gateway.drain();
            traffic();
            return 0;
        } catch (IOException | RuntimeException e) {
            return Program.FAILED;
        }
    }

    /// Both dialects, streaming and not, short and long.
    private void traffic() throws IOException {
        Path folder = Files.createTempDirectory("turnpike-rehearsal");
        try (RehearsalUpstream upstream = new RehearsalUpstream();
                Recording recording = Recording.unwatched(folder, notice -> {});
                Gateway gateway = parts.start(
                        new TwoChannels(upstream.address()),
                        new Observers(List.of(), Optional.of(recording)),
                        notice -> {})) {
            for (UpstreamProtocol dialect : UpstreamProtocol.values()) {
                String pin = "/channel/" + id(dialect);
                askAgain(gateway.address(), pin, RehearsalWords.question(false, 0));
                askAgain(gateway.address(), pin, RehearsalWords.question(true, 0));
                askAgain(gateway.address(), pin, RehearsalWords.question(false, LONG_TURNS));
            }
            gateway.drain();
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path each : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private static void askAgain(URI gateway, String pin, String question) throws IOException {
        long end = System.nanoTime() + EACH.toNanos();
        while (System.nanoTime() < end) {
            ask(gateway, pin, question);
        }
    }

    private static String id(UpstreamProtocol dialect) {
        return switch (dialect) {
            case ANTHROPIC -> "messages";
            case OPENAI_CHAT -> "chat";
        };
    }

    private static void ask(URI gateway, String pin, String question) throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                gateway.resolve(pin + "/v1/messages").toURL().openConnection(Proxy.NO_PROXY);
        connection.setReadTimeout(5_000);
        connection.setDoOutput(true);
        connection.setRequestProperty("content-type", "application/json");
        try (OutputStream out = connection.getOutputStream()) {
            out.write(question.getBytes(StandardCharsets.UTF_8));
        }
        try (InputStream in = connection.getInputStream()) {
            in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static Configuration on(ChannelBook channels) {
        GatewaySettings anyPort = new GatewaySettings("127.0.0.1", 0, Optional.empty());
        return new Configuration(anyPort, channels, channels.channels().isEmpty(), "no configuration", List.of());
    }

    /// A channel for each dialect.
    private record TwoChannels(URI upstream) implements ConfigurationSource {
        @Override
        public Configuration read() {
            return on(new ChannelBook(Stream.of(UpstreamProtocol.values())
                    .map(dialect -> Channel.plain(
                            new ChannelId(id(dialect)), id(dialect), dialect, Endpoint.of(dialect, upstream)))
                    .toList()));
        }

        @Override
        public AutoCloseable watch(Consumer<Configuration> changed, Consumer<String> broken) {
            return () -> {};
        }
    }

    /// No channel and no access key: the demo channel answers, on a port that is free.
    private record DemoOnAnyPort() implements ConfigurationSource {
        @Override
        public Configuration read() {
            return on(new ChannelBook(List.of()));
        }

        @Override
        public AutoCloseable watch(Consumer<Configuration> changed, Consumer<String> broken) {
            return () -> {};
        }
    }
}
