package dev.turnpike.gateway.server;

import dev.turnpike.gateway.anthropic.ApiError;
import dev.turnpike.gateway.anthropic.ApiErrors;
import dev.turnpike.gateway.exchange.Exchanges;
import dev.turnpike.gateway.exchange.VisitListener;
import dev.turnpike.gateway.http.ClientToken;
import dev.turnpike.gateway.routing.ModelCatalog;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The listening half of the gateway.
public final class GatewayServer implements AutoCloseable {
    private static final int BACKLOG = 4096;

    /// Longer than the longest time a client waits for an answer, as a connection counts as idle while it waits.
    private static final Duration IDLE_CONNECTION = Duration.ofHours(1);

    private final WebServer server;
    private final InetAddress address;

    private GatewayServer(WebServer server, InetAddress address) {
        this.server = server;
        this.address = address;
    }

    /// What the server asks of the rest of the gateway.
    ///
    /// @param accessKey empty where there is none
    /// @param clients those with tokens of their own
    /// @param models all of them, or those of the channel that a path names; empty where there is no such channel
    /// @param metrics Prometheus text
    /// @param visits is told of each request
    public record Services(
            String version,
            Exchanges exchanges,
            Supplier<Optional<String>> accessKey,
            Supplier<List<ClientToken>> clients,
            Function<Optional<String>, Optional<ModelCatalog>> models,
            Supplier<String> metrics,
            VisitListener visits) {}

    /// Starts listening; it answers when this returns.
    ///
    /// @param grace how long [#close] waits for running answers
    /// @throws PortTaken when another process listens there
    /// @throws IOException when the address cannot be bound for another reason
    public static GatewayServer start(String host, int port, Duration grace, Services services) throws IOException {
        return start(host, port, grace, services, BodyBudget.ofHeap());
    }

    static GatewayServer start(String host, int port, Duration grace, Services services, BodyBudget budget)
            throws IOException {
        InetAddress address = InetAddress.getByName(host);
        probe(address, port);
        Front front = new Front(
                services.exchanges(),
                new SideReplies(services.version(), services.accessKey(), services.models(), services.metrics()),
                new HostRule(address.isLoopbackAddress()),
                () -> new AccessRule(
                        services.accessKey().get(), services.clients().get(), Instant.now()),
                budget,
                services.visits());
        WebServer server = WebServer.builder()
                .host(address.getHostAddress())
                .port(port)
                .backlog(BACKLOG)
                // frames come in batches already
                .writeBufferSize(0)
                // a channel's buffer would cut every body and every batch of frames into pieces of 8 kB
                .useNio(false)
                .contentEncoding(new RawBodies())
                .shutdownHook(false)
                .shutdownGracePeriod(grace)
                .idleConnectionTimeout(IDLE_CONNECTION)
                // without it a small frame waits for the acknowledgement of the one before
                .connectionOptions(options -> options.tcpNoDelay(true))
                .addConnectionSelector(new WatchedConnections(http1()))
                .directHandlers(directHandlers(services.exchanges()))
                .errorHandling(errors -> errors.includeEntity(true))
                .addRouting(HttpRouting.builder().any(front))
                .build()
                .start();
        if (!server.isRunning()) {
            throw new IOException("the server did not start");
        }
        return new GatewayServer(server, address);
    }

    /// Helidon logs a busy port instead of throwing, so it is asked about first.
    private static void probe(InetAddress address, int port) throws IOException {
        if (port == 0) {
            return;
        }
        // bound without listening: a client that comes in this moment would be taken and dropped
        try (Socket socket = new Socket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
        } catch (java.net.BindException e) {
            if (String.valueOf(e.getMessage()).contains("in use")) {
                throw new PortTaken(port, PortHolder.describe(port));
            }
            throw e;
        }
    }

    private static Http1ConnectionSelector http1() {
        return Http1ConnectionSelector.builder().config(Http1Config.create()).build();
    }

    /// What Helidon refuses by itself, in the shape that clients expect.
    private static DirectHandlers directHandlers(Exchanges exchanges) {
        DirectHandler handler = (request, type, status, headers, message) -> {
            String id = exchanges.nextId().value();
            headers.set(HeaderNames.CONTENT_TYPE, "application/json");
            headers.set(HeaderNames.create("request-id"), id);
            return DirectHandler.TransportResponse.builder()
                    .status(status)
                    .headers(headers)
                    .keepAlive(type.keepAlive())
                    .entity(ApiErrors.json(ApiError.of(status.code(), words(type, status, message)), id))
                    .build();
        };
        DirectHandlers.Builder handlers = DirectHandlers.builder();
        for (DirectHandler.EventType type : DirectHandler.EventType.values()) {
            handlers.addHandler(type, handler);
        }
        return handlers.build();
    }

    private static String words(DirectHandler.EventType type, Status status, @Nullable String message) {
        return switch (type) {
            case INTERNAL_ERROR -> "the gateway failed on this request";
            case HTTP_VERSION_NOT_SUPPORTED -> "the gateway speaks HTTP/1.1 and no older version";
            case BAD_REQUEST, PAYLOAD_TOO_LARGE, FORBIDDEN, OTHER ->
                "not a valid HTTP request: " + (message == null ? status.reasonPhrase() : message);
        };
    }

    public int port() {
        return server.port();
    }

    /// Where it listens.
    public InetSocketAddress address() {
        return new InetSocketAddress(address, port());
    }

    /// Takes no further request and waits for the running ones as long as the grace allows.
    @Override
    public void close() {
        server.stop();
    }

    /// Another process listens on the port; `holder` says which, where that can be known.
    public static final class PortTaken extends IOException {
        private static final long serialVersionUID = 1L;
        private final transient Optional<String> holder;

        PortTaken(int port, Optional<String> holder) {
            super("port " + port + " is in use");
            this.holder = holder;
        }

        public Optional<String> holder() {
            return holder;
        }
    }
}
