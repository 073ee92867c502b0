package dev.turnpike.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// An HTTP client on one bare connection, so that a test sees and sends every byte.
public final class RawClient implements AutoCloseable {
    /// An answer. `body` of a chunked one is without its framing.
    public record Reply(int status, List<String> fields, String body) {
        public Optional<String> field(String name) {
            return fields.stream()
                    .filter(field -> field.startsWith(name + ":"))
                    .map(field -> field.substring(name.length() + 1).strip())
                    .findFirst();
        }
    }

    private final Socket socket;
    private final InputStream in;

    public RawClient(int port) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(30_000);
            in = new BufferedInputStream(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Sends a request with these further fields.
    public RawClient send(String method, String path, byte[] body, String... fields) {
        StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
        if (List.of(fields).stream().noneMatch(f -> f.toLowerCase(Locale.ROOT).startsWith("host:"))) {
            head.append("host: 127.0.0.1\r\n");
        }
        for (String field : fields) {
            head.append(field).append("\r\n");
        }
        if (!method.equals("GET") && !method.equals("HEAD")) {
            head.append("content-length: ").append(body.length).append("\r\n");
        }
        return write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8))
                .write(body);
    }

    public RawClient post(String path, String body, String... fields) {
        return send("POST", path, body.getBytes(StandardCharsets.UTF_8), fields);
    }

    public RawClient get(String path, String... fields) {
        return send("GET", path, new byte[0], fields);
    }

    public RawClient write(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The whole answer.
    public Reply reply() {
        Reply head = head();
        StringBuilder body = new StringBuilder();
        if (head.field("transfer-encoding").isPresent()) {
            for (Optional<String> chunk = chunk(); chunk.isPresent(); chunk = chunk()) {
                body.append(chunk.get());
            }
        } else {
            int length = head.field("content-length").map(Integer::parseInt).orElse(0);
            body.append(new String(bytes(length), StandardCharsets.UTF_8));
        }
        return new Reply(head.status(), head.fields(), body.toString());
    }

    /// The head of an answer, without touching its body.
    public Reply head() {
        String status = line();
        List<String> fields = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            fields.add(line.substring(0, colon).toLowerCase(Locale.ROOT) + line.substring(colon));
        }
        return new Reply(Integer.parseInt(status.substring(9, 12)), fields, "");
    }

    /// The next chunk; empty at the end of the body.
    public Optional<String> chunk() {
        int length = Integer.parseInt(line(), 16);
        String text = new String(bytes(length), StandardCharsets.UTF_8);
        line();
        return length == 0 ? Optional.empty() : Optional.of(text);
    }

    /// Ends its half of the connection: what was sent is all there is.
    public RawClient finish() {
        try {
            socket.shutdownOutput();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether the gateway has closed the connection.
    public boolean isClosed() {
        try {
            return in.read() < 0;
        } catch (IOException e) {
            return true;
        }
    }

    private byte[] bytes(int length) {
        try {
            byte[] bytes = in.readNBytes(length);
            if (bytes.length < length) {
                throw new AssertionError("the connection ended in the middle of a body");
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String line() {
        try {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            int b = in.read();
            while (b != '\n') {
                if (b < 0) {
                    throw new AssertionError("the connection ended in the middle of an answer: " + line);
                }
                if (b != '\r') {
                    line.write(b);
                }
                b = in.read();
            }
            return line.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
