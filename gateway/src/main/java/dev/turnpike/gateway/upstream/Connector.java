package dev.turnpike.gateway.upstream;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/// Opens connections: plain or TLS, direct or through an HTTP or SOCKS proxy.
final class Connector {
    private final SSLSocketFactory tls;

    Connector(SSLSocketFactory tls) {
        this.tls = tls;
    }

    /// Connects, trying each address of the host in turn.
    ///
    /// @throws IOException when no address could be reached in time, or the certificate is not accepted
    Connection open(Origin origin, Duration timeout, Cancellation cancellation) throws IOException {
        Socket socket = origin.proxy() == null
                ? direct(origin, timeout, cancellation)
                : through(origin.proxy(), origin, timeout, cancellation);
        try {
            Socket secured = origin.secure() ? secure(socket, origin, timeout) : socket;
            return new Connection(origin, secured);
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    private static Socket direct(Origin origin, Duration timeout, Cancellation cancellation) throws IOException {
        IOException last = null;
        for (InetAddress address : InetAddress.getAllByName(origin.host())) {
            try {
                return connect(new Socket(), new InetSocketAddress(address, origin.port()), timeout, cancellation);
            } catch (IOException e) {
                last = e;
            }
            if (cancellation.requested()) {
                break;
            }
        }
        throw last == null ? new IOException("the host has no address") : last;
    }

    private static Socket through(URI proxy, Origin origin, Duration timeout, Cancellation cancellation)
            throws IOException {
        Proxy.Type type = proxy.getScheme().startsWith("socks") ? Proxy.Type.SOCKS : Proxy.Type.HTTP;
        Proxy way = new Proxy(type, new InetSocketAddress(proxy.getHost(), proxy.getPort()));
        // unresolved, so that the proxy looks the name up
        return connect(
                new Socket(way),
                InetSocketAddress.createUnresolved(origin.host(), origin.port()),
                timeout,
                cancellation);
    }

    private static Socket connect(
            Socket socket, InetSocketAddress address, Duration timeout, @Nullable Cancellation cancellation)
            throws IOException {
        if (cancellation != null) {
            cancellation.onRequest(() -> closeQuietly(socket));
        }
        try {
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            socket.connect(address, Math.toIntExact(timeout.toMillis()));
            return socket;
        } catch (IOException e) {
            closeQuietly(socket);
            throw e;
        }
    }

    private Socket secure(Socket socket, Origin origin, Duration timeout) throws IOException {
        SSLSocket secured = (SSLSocket) tls.createSocket(socket, origin.host(), origin.port(), true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setApplicationProtocols(new String[] {"http/1.1"});
        secured.setSSLParameters(parameters);
        secured.setSoTimeout(Math.toIntExact(timeout.toMillis()));
        secured.startHandshake();
        secured.setSoTimeout(0);
        return secured;
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // already unusable, and nobody waits for it
        }
    }
}
