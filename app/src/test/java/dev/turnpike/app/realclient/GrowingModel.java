package dev.turnpike.app.realclient;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/// An upstream whose conversation grows by so many tokens with each turn: it calls a tool again and again, summarizes
/// when it is asked to, and says that it is done when it sees the summary.
final class GrowingModel implements AutoCloseable {
    static final String DONE = "COUNTED-TO-THE-END";
    private static final int MOST_TURNS = 60;

    /// What Claude Code's own prompt takes.
    private static final int BEGIN = 12_000;

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> models = Collections.synchronizedList(new ArrayList<>());
    private final int step;
    private int used = BEGIN;
    private int turns;
    private volatile int summarizedAt;

    /// @param step how much each turn adds; 0 for a model that is done at once
    GrowingModel(int step) {
        this.step = step;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                Socket socket = server.accept();
                threads.execute(() -> serve(socket));
            }
        } catch (IOException e) {
            // the test is over
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /// The models that were asked for, each once.
    List<String> models() {
        return List.copyOf(models).stream().distinct().toList();
    }

    /// How many tokens the last answer before the summary had reported; 0 where none was asked for.
    int summarizedAt() {
        return summarizedAt;
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            String head = head(in);
            int length = head.lines()
                    .map(line -> line.toLowerCase(Locale.ROOT))
                    .filter(line -> line.startsWith("content-length:"))
                    .mapToInt(line -> Integer.parseInt(
                            line.substring(line.indexOf(':') + 1).strip()))
                    .findFirst()
                    .orElse(0);
            String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
            boolean asks = head.startsWith("POST");
            String type = asks ? "text/event-stream" : "application/json";
            byte[] reply = (asks ? reply(body) : "{\"data\":[]}").getBytes(StandardCharsets.UTF_8);
            OutputStream out = socket.getOutputStream();
            out.write(("HTTP/1.1 200 OK\r\ncontent-type: " + type + "\r\ncontent-length: " + reply.length
                            + "\r\nconnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            out.write(reply);
        } catch (IOException e) {
            // the client left
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return head.toString();
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private synchronized String reply(String body) {
        models.add(body.replaceFirst("(?s).*?\"model\":\"([^\"]*)\".*", "$1"));
        if (body.substring(body.lastIndexOf("\"role\":\"user\"")).contains("TEXT ONLY")) {
            summarizedAt = used - step;
            used = BEGIN;
            return text("<analysis>counted</analysis><summary>all was counted</summary>");
        }
        boolean over = step == 0 || summarizedAt > 0 || turns > MOST_TURNS;
        turns++;
        String reply = over ? text(DONE) : tool();
        used += step;
        return reply;
    }

    private String text(String said) {
        return stream(
                "{\"type\":\"text\",\"text\":\"\"}", "{\"type\":\"text_delta\",\"text\":\"" + said + "\"}", "end_turn");
    }

    private String tool() {
        String id = "toolu_" + turns;
        return stream(
                "{\"type\":\"tool_use\",\"id\":\"" + id + "\",\"name\":\"Bash\",\"input\":{}}",
                "{\"type\":\"input_json_delta\",\"partial_json\":\"{\\\"command\\\":\\\"echo " + id + "\\\"}\"}",
                "tool_use");
    }

    private String stream(String block, String delta, String reason) {
        String usage = "{\"input_tokens\":" + used + ",\"output_tokens\":20}";
        return List.of(
                        "message_start:\"message\":{\"id\":\"m\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"m\","
                                + "\"content\":[],\"usage\":" + usage + "}",
                        "content_block_start:\"index\":0,\"content_block\":" + block,
                        "content_block_delta:\"index\":0,\"delta\":" + delta,
                        "content_block_stop:\"index\":0",
                        "message_delta:\"delta\":{\"stop_reason\":\"" + reason + "\"},\"usage\":" + usage,
                        "message_stop:\"end\":true")
                .stream()
                .map(event -> {
                    int colon = event.indexOf(':');
                    String name = event.substring(0, colon);
                    return "event: " + name + "\ndata: {\"type\":\"" + name + "\"," + event.substring(colon + 1)
                            + "}\n\n";
                })
                .collect(Collectors.joining());
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}
