package dev.turnpike.app.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// A model server that says the same thing to everybody, in either dialect, for a rehearsal. Listens on loopback, on a
/// free port.
final class RehearsalUpstream implements AutoCloseable {
    private static final int CHUNKS = 200;
    private static final String JSON = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ";
    private static final String STREAM =
            "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n";

    private final ServerSocket listener;

    RehearsalUpstream() throws IOException {
        listener = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("rehearsal-upstream").start(this::accept);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                Thread.ofVirtual().name("rehearsal-answer").start(() -> serve(socket));
            }
        } catch (IOException e) {
            // closed: the rehearsal is over
        }
    }

    private static void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
            String head = head(in);
            while (!head.isEmpty()) {
                String body = new String(in.readNBytes(length(head)), StandardCharsets.UTF_8);
                answer(socket.getOutputStream(), head.contains("/chat/"), body.contains("\"stream\":true"));
                head = head(in);
            }
        } catch (IOException e) {
            // the gateway closed its connection
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream(1024);
        int lineFeeds = 0;
        while (lineFeeds < 2) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.write(next);
            lineFeeds = next == '\n' ? lineFeeds + 1 : next == '\r' ? lineFeeds : 0;
        }
        return head.toString(StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    }

    private static int length(String head) {
        int at = head.indexOf("content-length:");
        int end = head.indexOf('\r', at);
        return at < 0
                ? 0
                : Integer.parseInt(
                        head.substring(at + "content-length:".length(), end).strip());
    }

    private static void answer(OutputStream out, boolean chat, boolean stream) throws IOException {
        if (!stream) {
            byte[] json = (chat ? RehearsalWords.CHAT_REPLY : RehearsalWords.MESSAGE).getBytes(StandardCharsets.UTF_8);
            out.write((JSON + json.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(json);
            return;
        }
        out.write(STREAM.getBytes(StandardCharsets.US_ASCII));
        chunk(out, chat ? RehearsalWords.CHAT_START : RehearsalWords.STREAM_START);
        for (int i = 0; i < CHUNKS; i++) {
            chunk(out, chat ? RehearsalWords.chatDelta(i) : RehearsalWords.streamDelta(i));
        }
        chunk(out, chat ? RehearsalWords.CHAT_END : RehearsalWords.STREAM_END);
        out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private static void chunk(OutputStream out, String events) throws IOException {
        byte[] bytes = events.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream chunk = new ByteArrayOutputStream(bytes.length + 16);
        chunk.writeBytes((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        chunk.writeBytes(bytes);
        chunk.writeBytes(new byte[] {'\r', '\n'});
        chunk.writeTo(out);
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
