package dev.turnpike.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A server that leaves everything behind the connection to the test: for proxies, TLS, and servers that do not read.
public final class SocketServer implements AutoCloseable {
    /// What happens on one connection; the socket is closed when it returns.
    @FunctionalInterface
    public interface Play {
        void on(Socket socket) throws IOException;
    }

    private final ServerSocket server;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    public SocketServer(Play play) {
        this(plain(), play);
    }

    public SocketServer(ServerSocket server, Play play) {
        this.server = server;
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try {
                    Socket socket = server.accept();
                    sockets.add(socket);
                    Thread.ofVirtual().start(() -> play(play, socket));
                } catch (IOException e) {
                    // closed by the test
                }
            }
        });
    }

    private static ServerSocket plain() {
        try {
            return new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void play(Play play, Socket socket) {
        try (socket) {
            play.on(socket);
        } catch (IOException e) {
            // the other side left
        }
    }

    public int port() {
        return server.getLocalPort();
    }

    /// How many connections came in.
    public int connections() {
        return sockets.size();
    }

    /// Reads a head, up to and with its empty line; empty at the end of the connection.
    public static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int b = in.read();
        while (b >= 0) {
            head.write(b);
            if (b == '\n' && head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
                break;
            }
            b = in.read();
        }
        return head.toString(StandardCharsets.US_ASCII);
    }

    public static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Carries bytes both ways until one side ends.
    public static void join(Socket one, Socket other) throws IOException {
        Thread.ofVirtual().start(() -> {
            try {
                other.getInputStream().transferTo(one.getOutputStream());
                one.shutdownOutput();
            } catch (IOException e) {
                // one of them left
            }
        });
        one.getInputStream().transferTo(other.getOutputStream());
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
