package dev.turnpike.gateway.upstream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Asks an HTTP proxy for a way through to an origin.
final class ProxyTunnel {
    private static final int MAX_HEAD_BYTES = 16 * 1024;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] [1-5]\\d\\d( [ -~]{0,200})?");

    private ProxyTunnel() {}

    /// Returns once bytes go through to the origin.
    ///
    /// @throws IOException when the proxy refuses, or answers something that is no HTTP
    static void open(Socket proxy, String authority) throws IOException {
        String ask = "CONNECT " + authority + " HTTP/1.1\r\nHost: " + authority + "\r\n\r\n";
        proxy.getOutputStream().write(ask.getBytes(StandardCharsets.US_ASCII));
        String head = head(proxy.getInputStream());
        String status = head.lines().findFirst().orElse("");
        if (status.isBlank()) {
            throw new IOException("the proxy answered nothing");
        }
        if (!STATUS.matcher(status).matches()) {
            throw new IOException("the proxy answered something that is no HTTP");
        }
        if (status.charAt("HTTP/1.x ".length()) != '2') {
            throw new IOException("the proxy answered " + status);
        }
        if (!isWhole(head)) {
            throw new IOException("the proxy closed the connection in the middle of its answer");
        }
    }

    /// Byte by byte, as what follows the head is the origin's.
    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int last = 0;
        while (last != '\n' || !isWhole(head.toString(StandardCharsets.ISO_8859_1))) {
            last = in.read();
            if (last < 0) {
                break;
            }
            head.write(last);
            if (head.size() > MAX_HEAD_BYTES) {
                throw new IOException("the proxy sent a header that is too long");
            }
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private static boolean isWhole(String head) {
        return head.endsWith("\r\n\r\n") || head.endsWith("\n\n");
    }
}
