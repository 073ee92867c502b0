package dev.turnpike.app.onboarding;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/// Looks whether a server of this machine is running.
final class LocalServer {
    private static final int PATIENCE_MILLIS = 500;

    private LocalServer() {}

    /// Whether somebody listens where that URL leads; asks for nothing.
    static boolean listens(URI url) {
        int port = url.getPort() > 0 ? url.getPort() : 80;
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(url.getHost(), port), PATIENCE_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
