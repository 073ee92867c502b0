package dev.turnpike.gateway.server;

import dev.turnpike.gateway.anthropic.ApiError;
import dev.turnpike.gateway.exchange.ClientGone;
import dev.turnpike.gateway.exchange.ReplySink;
import dev.turnpike.gateway.http.Headers;
import io.helidon.common.socket.SocketWriterException;
import io.helidon.webserver.ServerConnectionException;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/// Writes an answer through Helidon's response.
final class HelidonReplySink implements ReplySink {
    private final ServerResponse response;
    private final Answers answers;
    private final ClientConnection connection;
    private @Nullable OutputStream stream;
    private boolean mustClose = true;

    HelidonReplySink(ServerResponse response, Answers answers, ClientConnection connection) {
        this.response = response;
        this.answers = answers;
        this.connection = connection;
    }

    /// The connection cannot serve another request: nothing was answered, or not to the end.
    boolean mustClose() {
        return mustClose;
    }

    @Override
    public void open(Headers headers, byte[] frames) {
        writing(() -> {
            answers.apply(headers);
            response.header("content-type", "text/event-stream; charset=utf-8");
            response.header("cache-control", "no-cache");
            OutputStream opened = response.outputStream();
            stream = opened;
            ClientWriter writer = connection.writer();
            writer.hold();
            try {
                opened.write(frames);
                opened.flush();
                writer.release();
            } finally {
                writer.drop();
            }
        });
    }

    @Override
    public void write(byte[] frames) {
        writing(() -> {
            opened().write(frames);
            opened().flush();
        });
    }

    @Override
    public void end() {
        cut();
        mustClose = false;
    }

    @Override
    public void cut() {
        writing(() -> {
            opened().close();
            // Helidon ends the body when the handler returns; the client need not wait for what the gateway still does
            if (response instanceof RoutingResponse routing) {
                routing.commit();
            }
        });
    }

    @Override
    public void whole(Headers headers, byte[] json) {
        writing(() -> answers.json(200, headers, json));
        mustClose = false;
    }

    @Override
    public void fail(Headers headers, ApiError error) {
        writing(() -> answers.error(headers, error));
        mustClose = false;
    }

    @Override
    public void watch(Runnable gone) {
        connection.watch(gone);
    }

    private OutputStream opened() {
        if (stream == null) {
            throw new IllegalStateException("the stream was never opened");
        }
        return stream;
    }

    @FunctionalInterface
    private interface Writing {
        void run() throws IOException;
    }

    private void writing(Writing action) {
        try {
            action.run();
        } catch (IOException | UncheckedIOException | ServerConnectionException | SocketWriterException e) {
            throw new ClientGone();
        }
    }
}
