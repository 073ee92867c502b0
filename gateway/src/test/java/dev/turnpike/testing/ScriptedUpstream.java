package dev.turnpike.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A model server over a real socket that does exactly what its script says, however rude.
///
/// Each request takes the next script of the queue; without one it gets a 500. What arrived is kept for
/// the test to look at.
public final class ScriptedUpstream implements AutoCloseable {
    /// One thing that the server does on a connection once a request is read.
    public sealed interface Step {
        /// Sends these bytes as they are.
        record Send(byte[] bytes) implements Step {}

        /// Sends nothing until the test lets it go on ([ScriptedUpstream#stalled]), or the gateway leaves. The
        /// connection ends with the
        /// script then: a stalling server listens for the gateway's leaving, so it cannot read a next request.
        record Stall() implements Step {}

        /// Ends the connection without a word, or in the middle of one.
        record Cut() implements Step {}

        /// Resets the connection.
        record Reset() implements Step {}

        static Step send(String text) {
            return new Send(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /// A request as it came over the wire. Names of fields are in lower case.
    public record Request(String line, List<String> fields, byte[] body, int connection) {
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        public Optional<String> field(String name) {
            return fields.stream()
                    .filter(field -> field.startsWith(name + ":"))
                    .map(field -> field.substring(name.length() + 1).strip())
                    .findFirst();
        }
    }

    private final ServerSocket server;
    private final BlockingQueue<List<Step>> scripts = new LinkedBlockingQueue<>();
    private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
    private final BlockingQueue<Integer> departures = new LinkedBlockingQueue<>();
    private final BlockingQueue<CountDownLatch> stalls = new LinkedBlockingQueue<>();
    private final List<Socket> sockets = new ArrayList<>();
    private final Thread accepting;
    private int connections;
    private volatile boolean postsOnly;

    public ScriptedUpstream() {
        try {
            server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        accepting = Thread.ofVirtual().start(this::accept);
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + path);
    }

    public int port() {
        return server.getLocalPort();
    }

    /// Answers everything but POST with a 404 that takes no script: a client may ask for models whenever it likes.
    public ScriptedUpstream scriptingPostsOnly() {
        postsOnly = true;
        return this;
    }

    /// What the next request gets.
    public ScriptedUpstream script(Step... steps) {
        scripts.add(List.of(steps));
        return this;
    }

    /// A whole answer with a length.
    public static Step answer(int status, String type, String body, String... fields) {
        return Step.send("HTTP/1.1 " + status + " Scripted\r\ncontent-type: " + type + "\r\n"
                + String.join(
                        "",
                        List.of(fields).stream().map(field -> field + "\r\n").toList())
                + "content-length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body);
    }

    /// The head of a chunked event stream.
    public static Step streamHead(String... fields) {
        return Step.send("HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n"
                + String.join(
                        "",
                        List.of(fields).stream().map(field -> field + "\r\n").toList())
                + "transfer-encoding: chunked\r\n\r\n");
    }

    /// One chunk of it.
    public static Step chunk(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Step.send(Integer.toHexString(bytes.length) + "\r\n" + text + "\r\n");
    }

    /// Its proper end.
    public static Step lastChunk() {
        return Step.send("0\r\n\r\n");
    }

    /// The next request that arrived; waits for it.
    public Request request() {
        return take(requests, "no request reached the upstream");
    }

    /// Waits until the gateway has left a connection that was stalling.
    ///
    /// @return the number of that connection
    public int departure() {
        return take(departures, "the gateway kept the upstream connection");
    }

    /// Waits until a script has come to its next stall.
    public Runnable stalled() {
        return take(stalls, "the script did not stall")::countDown;
    }

    /// Requests that nobody has looked at yet.
    public int waiting() {
        return requests.size();
    }

    private static <T> T take(BlockingQueue<T> queue, String otherwise) {
        try {
            T taken = queue.poll(10, TimeUnit.SECONDS);
            if (taken == null) {
                throw new AssertionError(otherwise);
            }
            return taken;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                int number;
                synchronized (sockets) {
                    sockets.add(socket);
                    number = ++connections;
                }
                Thread.ofVirtual().start(() -> serve(socket, number));
            } catch (IOException e) {
                // closed by the test
            }
        }
    }

    private void serve(Socket socket, int number) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            boolean open = true;
            while (open) {
                Optional<Request> request = read(in, number);
                if (request.isEmpty()) {
                    return;
                }
                if (postsOnly && !request.get().line().startsWith("POST ")) {
                    open = play(List.of(answer(404, "text/plain", "")), socket, number);
                    continue;
                }
                requests.add(request.get());
                List<Step> script = scripts.poll();
                open = play(script == null ? List.of(answer(500, "text/plain", "no script")) : script, socket, number);
            }
        } catch (IOException e) {
            // the gateway left
        }
    }

    private boolean play(List<Step> script, Socket socket, int number) throws IOException {
        OutputStream out = socket.getOutputStream();
        boolean keep = true;
        for (Step step : script) {
            switch (step) {
                case Step.Send send -> {
                    out.write(send.bytes());
                    out.flush();
                }
                case Step.Stall stall -> {
                    keep = false;
                    if (!stall(socket, number)) {
                        return false;
                    }
                }
                case Step.Cut cut -> {
                    return false;
                }
                case Step.Reset reset -> {
                    socket.setSoLinger(true, 0);
                    return false;
                }
            }
        }
        return keep;
    }

    /// Waits for the test or for the gateway to leave, whichever comes first; false when it left.
    private boolean stall(Socket socket, int number) {
        CountDownLatch resumed = new CountDownLatch(1);
        Thread watch = Thread.ofVirtual().start(() -> {
            try {
                if (socket.getInputStream().read() < 0) {
                    left(number, resumed);
                }
            } catch (IOException e) {
                left(number, resumed);
            }
        });
        stalls.add(resumed);
        try {
            resumed.await();
        } catch (InterruptedException e) {
            return false;
        }
        return watch.isAlive();
    }

    private void left(int number, CountDownLatch resumed) {
        departures.add(number);
        resumed.countDown();
    }

    private static Optional<Request> read(InputStream in, int number) throws IOException {
        String line = line(in);
        if (line.isEmpty()) {
            return Optional.empty();
        }
        List<String> fields = new ArrayList<>();
        int length = 0;
        for (String field = line(in); !field.isEmpty(); field = line(in)) {
            int colon = field.indexOf(':');
            String name = field.substring(0, colon).toLowerCase(Locale.ROOT);
            fields.add(name + field.substring(colon));
            if (name.equals("content-length")) {
                length = Integer.parseInt(field.substring(colon + 1).strip());
            }
        }
        return Optional.of(new Request(line, fields, in.readNBytes(length), number));
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int b = in.read();
        while (b >= 0 && b != '\n') {
            if (b != '\r') {
                line.write(b);
            }
            b = in.read();
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            server.close();
            // until then the port still takes connections
            accepting.join();
            synchronized (sockets) {
                for (Socket socket : sockets) {
                    socket.close();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
