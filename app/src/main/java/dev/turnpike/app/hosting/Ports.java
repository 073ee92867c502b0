package dev.turnpike.app.hosting;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/// TCP ports of this machine.
public final class Ports {
    private static final int LAST = 65_535;
    private static final int FIRST_FOR_USERS = 1_024;

    private Ports() {}

    /// Whether the gateway could listen there now.
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /// The next port above that is free.
    public static int freeAfter(int port) {
        int candidate = port;
        do {
            candidate = candidate >= LAST ? FIRST_FOR_USERS : candidate + 1;
        } while (candidate != port && !isFree(candidate));
        return candidate;
    }
}
