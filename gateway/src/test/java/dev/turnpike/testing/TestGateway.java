package dev.turnpike.testing;

import dev.turnpike.gateway.Gateway;
import dev.turnpike.gateway.Observers;
import dev.turnpike.gateway.channel.AuthStyle;
import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.channel.ChannelBook;
import dev.turnpike.gateway.channel.ChannelId;
import dev.turnpike.gateway.channel.Compat;
import dev.turnpike.gateway.channel.Endpoint;
import dev.turnpike.gateway.channel.ModelMap;
import dev.turnpike.gateway.channel.SecretRef;
import dev.turnpike.gateway.channel.Timeouts;
import dev.turnpike.gateway.channel.UpstreamProtocol;
import dev.turnpike.gateway.configuration.Configuration;
import dev.turnpike.gateway.configuration.ConfigurationSource;
import dev.turnpike.gateway.configuration.GatewaySettings;
import dev.turnpike.gateway.exchange.ExchangeListener;
import dev.turnpike.gateway.http.Headers;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// A gateway on a free port, with whatever channels a test needs.
public final class TestGateway implements AutoCloseable {
    private final Changeable source;
    private final Gateway gateway;

    private TestGateway(Changeable source, Gateway gateway) {
        this.source = source;
        this.gateway = gateway;
    }

    public static TestGateway with(List<Channel> channels, ExchangeListener... listeners) {
        return with(Optional.empty(), channels, listeners);
    }

    public static TestGateway with(Optional<String> accessKey, List<Channel> channels, ExchangeListener... listeners) {
        return with(new GatewaySettings("127.0.0.1", 0, accessKey), channels, Observers.of(List.of(listeners)));
    }

    public static TestGateway with(GatewaySettings settings, List<Channel> channels, Observers observers) {
        Changeable source = new Changeable(
                new Configuration(settings, new ChannelBook(channels), channels.isEmpty(), "the test", List.of()));
        return new TestGateway(
                source,
                Gateway.start(
                        source,
                        reference -> reference instanceof SecretRef.LiteralSecret secret
                                ? Optional.of(secret.value())
                                : Optional.empty(),
                        observers,
                        line -> {}));
    }

    /// Changes the channels, as a file that is written while the gateway runs does.
    public void change(List<Channel> channels) {
        source.change(new Configuration(
                source.read().gateway(), new ChannelBook(channels), channels.isEmpty(), "the test", List.of()));
    }

    /// A channel that maps every model to `served`.
    public static Channel channel(UpstreamProtocol protocol, URI baseUrl) {
        return channel("up", protocol, baseUrl, AuthStyle.AUTO, Timeouts.DEFAULT);
    }

    public static Channel channel(
            String id, UpstreamProtocol protocol, URI baseUrl, AuthStyle auth, Timeouts timeouts) {
        return channel(id, protocol, baseUrl, auth, timeouts, "served");
    }

    public static Channel channel(
            String id, UpstreamProtocol protocol, URI baseUrl, AuthStyle auth, Timeouts timeouts, String served) {
        return new Channel(
                new ChannelId(id),
                id,
                protocol,
                Endpoint.of(protocol, baseUrl),
                List.of(new SecretRef.LiteralSecret("sk-upstream-key")),
                auth,
                ModelMap.of(Map.of("*", served)),
                List.of("*"),
                Headers.empty(),
                null,
                null,
                true,
                Channel.Failover.PRIVATE,
                timeouts,
                Compat.DEFAULT);
    }

    /// The channel with a file of certificates that it trusts.
    public static Channel trusting(Channel base, Path trust) {
        return new Channel(
                base.id(),
                base.name(),
                base.protocol(),
                base.endpoint(),
                base.keys(),
                base.auth(),
                base.models(),
                base.allow(),
                base.headers(),
                base.proxy(),
                trust,
                base.enabled(),
                base.failover(),
                base.timeouts(),
                base.compat());
    }

    public int port() {
        return gateway.address().getPort();
    }

    public Gateway gateway() {
        return gateway;
    }

    public RawClient client() {
        return new RawClient(port());
    }

    @Override
    public void close() {
        gateway.close();
    }

    private static final class Changeable implements ConfigurationSource {
        private final Configuration first;
        private Consumer<Configuration> watcher = changed -> {};

        Changeable(Configuration first) {
            this.first = first;
        }

        @Override
        public Configuration read() {
            return first;
        }

        @Override
        public AutoCloseable watch(Consumer<Configuration> changed, Consumer<String> broken) {
            watcher = changed;
            return () -> {};
        }

        void change(Configuration next) {
            watcher.accept(next);
        }
    }
}
