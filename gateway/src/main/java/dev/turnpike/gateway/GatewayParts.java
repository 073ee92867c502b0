package dev.turnpike.gateway;

import dev.turnpike.gateway.channel.ChannelBook;
import dev.turnpike.gateway.channel.SecretSource;
import dev.turnpike.gateway.configuration.Configuration;
import dev.turnpike.gateway.counting.TokenCounts;
import dev.turnpike.gateway.demo.DemoChannel;
import dev.turnpike.gateway.demo.DemoUpstream;
import dev.turnpike.gateway.exchange.ExchangeListener;
import dev.turnpike.gateway.exchange.Exchanges;
import dev.turnpike.gateway.exchange.Listeners;
import dev.turnpike.gateway.exchange.Pulse;
import dev.turnpike.gateway.exchange.VisitListener;
import dev.turnpike.gateway.routing.ModelCatalog;
import dev.turnpike.gateway.routing.Router;
import dev.turnpike.gateway.server.GatewayServer;
import dev.turnpike.gateway.upstream.ChannelCalls;
import dev.turnpike.gateway.upstream.HttpUpstream;
import dev.turnpike.gateway.upstream.Upstream;
import dev.turnpike.gateway.usage.UsageMeter;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// All parts of a gateway, put together by hand.
final class GatewayParts implements AutoCloseable {
    private static final Duration DEMO_PACE = Duration.ofMillis(25);
    private static final Duration SETTLE = Duration.ofSeconds(1);

    private final Supplier<Configuration> configuration;
    private final Observers observers;
    private final HeapTrim trim = new HeapTrim();
    private final TokenCounts tokens = new TokenCounts(System::nanoTime);
    private final Pulse pulse = new Pulse(this::rest);
    private final HttpUpstream http = new HttpUpstream();
    private final UsageMeter meter = new UsageMeter();
    private final Listeners listeners;
    private final Exchanges exchanges;
    private final CatalogRefresh catalog;

    GatewayParts(Supplier<Configuration> configuration, SecretSource secrets, Observers observers) {
        this.configuration = configuration;
        this.observers = observers;
        List<ExchangeListener> all = new ArrayList<>(observers.all().toList());
        all.add(meter);
        all.add(trim);
        this.listeners = new Listeners(all, Runtime.getRuntime().maxMemory() / 16);
        DemoUpstream demo = new DemoUpstream(DEMO_PACE);
        Upstream upstream = (call, cancellation) -> call.uri().getScheme().equals(DemoChannel.SCHEME)
                ? demo.send(call, cancellation)
                : http.send(call, cancellation);
        ChannelCalls calls = new ChannelCalls(secrets, Version.current());
        this.exchanges =
                new Exchanges(question -> Router.route(book(), question), upstream, calls, listeners, pulse, tokens);
        this.catalog = new CatalogRefresh(upstream, calls, pulse);
    }

    /// Nothing is running: memory that was needed for a while goes back.
    private long rest() {
        boolean idle = tokens.untilIdle() == 0;
        if (idle) {
            tokens.drop();
        }
        trim.rest(idle);
        return tokens.untilIdle();
    }

    private ChannelBook book() {
        Configuration now = configuration.get();
        return now.demo() ? DemoChannel.book() : now.channels();
    }

    /// All channels, or the one that a path names; empty where there is no such channel.
    private Optional<ChannelBook> named(Optional<String> pin) {
        return pin.isEmpty()
                ? Optional.of(book())
                : book().find(pin.get()).map(channel -> new ChannelBook(List.of(channel)));
    }

    Exchanges exchanges() {
        return exchanges;
    }

    GatewayServer.Services services() {
        return new GatewayServer.Services(
                Version.current(),
                exchanges,
                () -> configuration.get().gateway().accessKey(),
                () -> configuration.get().gateway().clients(),
                pin -> named(pin).map(book -> ModelCatalog.of(book, catalog.known(book()))),
                () -> meter.text(
                        listeners.dropped(),
                        observers.recording().map(Recording::dropped).orElse(0L)),
                VisitListener.all(observers.visits()));
    }

    /// Tells where the gateway listens.
    void listening(InetSocketAddress address) {
        http.avoid(address);
    }

    /// Lets listeners see the last moments.
    void settle() {
        listeners.settle(SETTLE);
    }

    @Override
    public void close() {
        pulse.close();
        listeners.close();
        http.close();
    }
}
