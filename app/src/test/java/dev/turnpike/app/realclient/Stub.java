package dev.turnpike.app.realclient;

import dev.turnpike.testing.ScriptedUpstream.Request;
import dev.turnpike.testing.SocketServer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/// A server that writes down who asked it for what: a model server, a proxy that passes nothing on, a stranger.
final class Stub implements AutoCloseable {
    private final List<Request> seen = new CopyOnWriteArrayList<>();
    private final Function<Request, List<String>> answer;
    private final SocketServer server;

    /// One that says `ok` to every question.
    Stub() {
        this(request -> ScriptedModel.ANTHROPIC.events("", Map.of(), "ok"));
    }

    /// @param answer the events with which a question is answered
    Stub(Function<Request, List<String>> answer) {
        this.answer = answer;
        this.server = new SocketServer(this::serve);
    }

    String url() {
        return "http://127.0.0.1:" + server.port();
    }

    int port() {
        return server.port();
    }

    /// Everything that arrived, in order.
    List<Request> seen() {
        return List.copyOf(seen);
    }

    /// The questions to a model that arrived, in whatever dialect.
    List<Request> asked() {
        return seen.stream().filter(Stub::isQuestion).toList();
    }

    private static boolean isQuestion(Request request) {
        String line = request.line();
        return line.startsWith("POST ")
                && (line.contains("/messages") || line.contains("/model/") || line.contains("RawPredict"));
    }

    private void serve(Socket socket) throws IOException {
        InputStream in = new BufferedInputStream(socket.getInputStream());
        for (String head = SocketServer.head(in); !head.isEmpty(); head = SocketServer.head(in)) {
            Request request = request(head, in);
            seen.add(request);
            if (request.line().startsWith("CONNECT ")) {
                SocketServer.write(socket, "HTTP/1.1 403 No\r\ncontent-length: 0\r\n\r\n");
                return;
            }
            SocketServer.write(socket, reply(request));
        }
    }

    private String reply(Request request) {
        if (isQuestion(request) && request.line().contains("/messages")) {
            return whole("200 OK", "text/event-stream", String.join("", answer.apply(request)));
        }
        if (request.line().contains("/v1/models")) {
            return whole("200 OK", "application/json", "{\"data\":[]}");
        }
        String refused = "{\"type\":\"error\",\"error\":{\"type\":\"permission_error\",\"message\":\"a stub\"}}";
        return whole("403 No", "application/json", refused);
    }

    private static String whole(String status, String type, String body) {
        return "HTTP/1.1 " + status + "\r\ncontent-type: " + type + "\r\ncontent-length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }

    private static Request request(String head, InputStream in) throws IOException {
        List<String> lines = head.lines().filter(line -> !line.isEmpty()).toList();
        List<String> fields = lines.stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT)
                        + line.substring(line.indexOf(':')))
                .toList();
        int length = fields.stream()
                .filter(field -> field.startsWith("content-length:"))
                .map(field -> Integer.parseInt(field.substring(15).strip()))
                .findFirst()
                .orElse(0);
        return new Request(lines.getFirst(), fields, in.readNBytes(length), 0);
    }

    @Override
    public void close() {
        server.close();
    }
}
