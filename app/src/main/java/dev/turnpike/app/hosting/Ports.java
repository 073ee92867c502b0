package dev.turnpike.app.hosting;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/// TCP ports of this machine.
public final class Ports {
    private static final int LAST = 65_535;
    private static final int FIRST_FOR_USERS = 1_024;

    private Ports() {}

    /// Whether the gateway could listen on that address now.
    ///
    /// @param host an address in numbers, or `localhost`
    public static boolean isFree(String host, int port) {
        InetAddress address = address(host);
        // some systems let one program have all addresses of a port and another one loopback
        return isFree(address, port)
                && (!address.isAnyLocalAddress() || isFree(InetAddress.getLoopbackAddress(), port));
    }

    private static InetAddress address(String host) {
        try {
            return host.equals("localhost") ? InetAddress.getLoopbackAddress() : InetAddress.ofLiteral(host);
        } catch (IllegalArgumentException e) {
            return InetAddress.getLoopbackAddress();
        }
    }

    private static boolean isFree(InetAddress address, int port) {
        try (Socket socket = new Socket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /// The next port above that is free.
    public static int freeAfter(String host, int port) {
        int candidate = port;
        do {
            candidate = candidate >= LAST ? FIRST_FOR_USERS : candidate + 1;
        } while (candidate != port && !isFree(host, candidate));
        return candidate;
    }
}
