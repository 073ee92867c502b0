package dev.turnpike.gateway;

import dev.turnpike.gateway.channel.SecretSource;
import dev.turnpike.gateway.configuration.Configuration;
import dev.turnpike.gateway.configuration.ConfigurationSource;
import dev.turnpike.gateway.configuration.GatewaySettings;
import dev.turnpike.gateway.configuration.InvalidConfiguration;
import dev.turnpike.gateway.server.GatewayServer;
import dev.turnpike.gateway.server.PortHolder;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// A running gateway.
public final class Gateway implements AutoCloseable {
    /// How long running answers may take once the gateway is asked to end.
    public static final Duration GRACE = Duration.ofSeconds(10);

    private final GatewaySettings bound;
    private final Consumer<String> notices;
    private final Observers observers;
    private final GatewayParts parts;
    private final GatewayServer server;
    private final AutoCloseable watch;
    private volatile Configuration configuration;

    private Gateway(
            ConfigurationSource source,
            Configuration configuration,
            SecretSource secrets,
            Observers observers,
            Consumer<String> notices)
            throws IOException {
        this.configuration = configuration;
        this.observers = observers;
        observers.recording().ifPresent(recording -> recording.apply(configuration.recording()));
        this.bound = configuration.gateway();
        this.notices = notices;
        this.parts = new GatewayParts(this::configuration, secrets, observers);
        try {
            this.server = GatewayServer.start(bound.host(), bound.port(), GRACE, parts.services());
        } catch (IOException | RuntimeException e) {
            parts.close();
            throw e;
        }
        parts.listening(server.address());
        this.watch = source.watch(this::change, notices);
    }

    /// Starts a gateway; it answers when this returns.
    ///
    /// @param observers see every exchange
    /// @param notices gets one line for people whenever a changed configuration is taken or refused
    /// @throws InvalidConfiguration when the configuration cannot be used
    /// @throws BusyPort when the port is taken
    public static Gateway start(
            ConfigurationSource source, SecretSource secrets, Observers observers, Consumer<String> notices) {
        Configuration configuration = source.read();
        GatewaySettings settings = configuration.gateway();
        try {
            return new Gateway(source, configuration, secrets, observers, notices);
        } catch (GatewayServer.PortTaken e) {
            throw new BusyPort(settings.port(), e.holder());
        } catch (IOException e) {
            throw new InvalidConfiguration("--host, HOST or gateway.host: cannot listen on " + settings.host() + ":"
                    + settings.port() + ": " + e.getMessage());
        }
    }

    private void change(Configuration changed) {
        // channels that were there and are gone are not a reason to answer as a demo
        configuration = configuration.demo() ? changed : changed.withoutDemo();
        observers.recording().ifPresent(recording -> recording.apply(changed.recording()));
        changed.notices().forEach(notices);
        notices.accept("configuration taken from " + changed.origin());
        GatewaySettings now = changed.gateway();
        if (!now.host().equals(bound.host()) || now.port() != bound.port()) {
            notices.accept("gateway.host and gateway.port take effect at the next start");
        }
    }

    /// Who listens on a TCP port of this machine, for people: `node, process 4127`; empty where nobody
    /// does or it cannot be known.
    public static Optional<String> portHolder(int port) {
        return PortHolder.describe(port);
    }

    /// Where it answers, for example `http://127.0.0.1:8397`.
    public URI address() {
        String host = bound.host().indexOf(':') >= 0 ? "[" + bound.host() + "]" : bound.host();
        return URI.create("http://" + host + ":" + server.port());
    }

    /// What it goes by now.
    public Configuration configuration() {
        return configuration;
    }

    /// How many exchanges run now.
    public int inFlight() {
        return parts.exchanges().inFlight();
    }

    /// Takes no new exchange and waits for the running ones, [#GRACE] at most.
    ///
    /// @return how many were still running when the time was over
    public int drain() {
        closeWatch();
        server.close();
        parts.settle();
        return inFlight();
    }

    /// Ends at once, running exchanges included.
    @Override
    public void close() {
        closeWatch();
        parts.exchanges().cancelAll();
        server.close();
        parts.close();
    }

    private void closeWatch() {
        try {
            watch.close();
        } catch (Exception e) {
            throw new IllegalStateException("a watch only ends a thread", e);
        }
    }
}
