package dev.turnpike.gateway.upstream;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.function.Supplier;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/// Opens connections: plain or TLS, direct or through an HTTP or SOCKS proxy.
final class Connector {
    private final Supplier<SSLSocketFactory> tls;
    private final NameLookup names;
    private final TrustFiles trustFiles = new TrustFiles();
    private volatile @Nullable InetSocketAddress own;

    /// @param tls asked for when the first TLS connection is made: trust takes long to load
    Connector(Supplier<SSLSocketFactory> tls, NameLookup names) {
        this.tls = tls;
        this.names = names;
    }

    /// Names the address at which this gateway itself listens: it leads nowhere but back here, without end.
    void avoid(InetSocketAddress listening) {
        own = listening;
    }

    /// Connects, trying each address of the host in turn.
    ///
    /// @throws IOException when no address could be reached in time, or the certificate is not accepted
    Connection open(Origin origin, Duration timeout, Cancellation cancellation) throws IOException {
        Deadline deadline = new Deadline(System.nanoTime() + timeout.toNanos());
        URI proxy = origin.proxy();
        Socket socket = proxy == null
                ? direct(origin.host(), origin.port(), deadline, cancellation)
                : through(proxy, origin, deadline, cancellation);
        try {
            // trust takes long to load, and a handshake to compute
            Socket secured = origin.secure() ? Aside.call(() -> secure(socket, origin, deadline)) : socket;
            return new Connection(origin, secured, socket);
        } catch (IOException | RuntimeException e) {
            closeQuietly(socket);
            throw e;
        }
    }

    private Socket direct(String host, int port, Deadline deadline, Cancellation cancellation) throws IOException {
        IOException last = new IOException("the host has no address");
        for (InetAddress address : names.addresses(host, deadline.millisLeft(), cancellation)) {
            try {
                if (isOwn(address, port)) {
                    throw new LeadsBack();
                }
                // a socket with a channel, so that its streams can be waited for together
                Socket socket = SocketChannel.open().socket();
                return connect(socket, new InetSocketAddress(address, port), deadline, cancellation);
            } catch (IOException e) {
                last = e;
            }
            if (cancellation.requested()) {
                break;
            }
        }
        throw last;
    }

    private Socket through(URI proxy, Origin origin, Deadline deadline, Cancellation cancellation) throws IOException {
        if (proxy.getScheme().startsWith("socks")) {
            return throughSocks(proxy, origin, deadline, cancellation);
        }
        Socket socket = direct(proxy.getHost(), proxy.getPort(), deadline, cancellation);
        try {
            socket.setSoTimeout(deadline.millisLeft());
            ProxyTunnel.open(socket, origin.toString());
            socket.setSoTimeout(0);
            return socket;
        } catch (IOException e) {
            closeQuietly(socket);
            throw e;
        }
    }

    private Socket throughSocks(URI proxy, Origin origin, Deadline deadline, Cancellation cancellation)
            throws IOException {
        InetAddress server = names.addresses(proxy.getHost(), deadline.millisLeft(), cancellation)[0];
        Proxy way = new Proxy(Proxy.Type.SOCKS, new InetSocketAddress(server, proxy.getPort()));
        // unresolved, so that the proxy looks the name up
        InetSocketAddress address = InetSocketAddress.createUnresolved(origin.host(), origin.port());
        try {
            return connect(new Socket(way), address, deadline, cancellation);
        } catch (UnknownHostException e) {
            // Java takes a proxy without SOCKS5 for one of SOCKS4, which looks no names up
            throw new IOException("the proxy speaks no SOCKS5", e);
        } catch (SocketException e) {
            // the proxy itself, of which Java does not say what it says of other servers
            throw "Connection refused".equals(e.getMessage()) ? new ConnectException(e.getMessage()) : e;
        }
    }

    private static Socket connect(
            Socket socket, InetSocketAddress address, Deadline deadline, Cancellation cancellation) throws IOException {
        cancellation.onRequest(() -> closeQuietly(socket));
        try {
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            socket.connect(address, deadline.millisLeft());
            return socket;
        } catch (IOException e) {
            closeQuietly(socket);
            throw e;
        }
    }

    private Socket secure(Socket socket, Origin origin, Deadline deadline) throws IOException {
        TrustFile trust = origin.trust();
        SSLSocketFactory factory = trust == null ? tls.get() : trustFiles.factory(trust);
        SSLSocket secured = (SSLSocket) factory.createSocket(socket, origin.host(), origin.port(), true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setApplicationProtocols(new String[] {"http/1.1"});
        secured.setSSLParameters(parameters);
        secured.setSoTimeout(deadline.millisLeft());
        secured.startHandshake();
        secured.setSoTimeout(0);
        return secured;
    }

    private boolean isOwn(InetAddress address, int port) throws SocketException {
        InetSocketAddress listening = own;
        if (listening == null || listening.getPort() != port) {
            return false;
        }
        // to connect to no address in particular means this machine
        return address.equals(listening.getAddress())
                || address.isAnyLocalAddress()
                || (listening.getAddress().isAnyLocalAddress()
                        && (address.isLoopbackAddress() || NetworkInterface.getByInetAddress(address) != null));
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // already unusable, and nobody waits for it
        }
    }

    /// When the connection has to stand.
    private record Deadline(long nanos) {
        int millisLeft() throws SocketTimeoutException {
            long left = (nanos - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new SocketTimeoutException("the time to connect is over");
            }
            return Math.toIntExact(Math.min(left, Integer.MAX_VALUE));
        }
    }
}
