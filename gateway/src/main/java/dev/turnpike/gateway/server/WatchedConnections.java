package dev.turnpike.gateway.server;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.common.socket.PeerInfo;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ListenerContext;
import io.helidon.webserver.ProxyProtocolData;
import io.helidon.webserver.Router;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;

/// Helidon's HTTP/1.1 connections, each reading and writing through a [ClientConnection] so that it can be watched.
final class WatchedConnections implements ServerConnectionSelector {
    private final ServerConnectionSelector http1;

    WatchedConnections(ServerConnectionSelector http1) {
        this.http1 = http1;
    }

    @Override
    public int bytesToIdentifyConnection() {
        return 0;
    }

    @Override
    public Support supports(BufferData data) {
        // whatever comes is read as HTTP/1.1, so that what is none gets an answer that says so
        return Support.SUPPORTED;
    }

    @Override
    public Set<String> supportedApplicationProtocols() {
        return http1.supportedApplicationProtocols();
    }

    @Override
    public ServerConnection connection(ConnectionContext ctx) {
        ClientConnection client = new ClientConnection(ctx.serverSocket(), ctx.dataReader(), ctx.dataWriter());
        return new Scoped(client, http1.connection(new Watched(ctx, client.reader(), client.writer())));
    }

    /// A connection whose thread knows its client.
    private static final class Scoped implements ServerConnection {
        private final ClientConnection client;
        private final ServerConnection connection;
        private volatile boolean stopping;

        Scoped(ClientConnection client, ServerConnection connection) {
            this.client = client;
            this.connection = connection;
        }

        @Override
        public void handle(Limit limit) throws InterruptedException {
            ScopedValue.where(ClientConnection.CURRENT, client).<Void, InterruptedException>call(() -> {
                connection.handle(limit);
                return null;
            });
            if (!stopping) {
                // it returned without an exception, so it refused a request that it could not read to its end
                client.discard();
            }
        }

        @Override
        public Duration idleTime() {
            return connection.idleTime();
        }

        @Override
        public void close(boolean interrupt) {
            stopping = true;
            connection.close(interrupt);
        }
    }

    /// Helidon's own context, with another reader and another writer.
    private record Watched(ConnectionContext ctx, DataReader dataReader, DataWriter dataWriter)
            implements ConnectionContext {
        @Override
        public ListenerContext listenerContext() {
            return ctx.listenerContext();
        }

        @Override
        public ExecutorService executor() {
            return ctx.executor();
        }

        @Override
        public Router router() {
            return ctx.router();
        }

        @Override
        public Optional<ProxyProtocolData> proxyProtocolData() {
            return ctx.proxyProtocolData();
        }

        @Override
        public HelidonSocket serverSocket() {
            return ctx.serverSocket();
        }

        @Override
        public PeerInfo remotePeer() {
            return ctx.remotePeer();
        }

        @Override
        public PeerInfo localPeer() {
            return ctx.localPeer();
        }

        @Override
        public boolean isSecure() {
            return ctx.isSecure();
        }

        @Override
        public String socketId() {
            return ctx.socketId();
        }

        @Override
        public String childSocketId() {
            return ctx.childSocketId();
        }
    }
}
