package dev.turnpike.gateway.upstream;

import dev.turnpike.gateway.http.Headers;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/// A reply whose head has arrived and whose body is still on the wire.
final class OpenReply implements ReplyStream {
    private static final int DRAIN_MILLIS = 200;

    private final Connection connection;
    private final BasicClassicHttpRequest request;
    private final ClassicHttpResponse response;
    private final Sending sending;
    private final ConnectionPool pool;
    private final Cancellation cancellation;
    private final Headers headers;
    private final InputStream raw;
    private final InputStream body;
    private boolean decoded;
    private boolean ended;
    private boolean closed;
    private @Nullable String cut;

    OpenReply(
            Connection connection,
            BasicClassicHttpRequest request,
            ClassicHttpResponse response,
            Sending sending,
            ConnectionPool pool,
            Cancellation cancellation)
            throws IOException {
        this.connection = connection;
        this.request = request;
        this.response = response;
        this.sending = sending;
        this.pool = pool;
        this.cancellation = cancellation;
        this.headers = HttpUpstream.headers(response);
        HttpEntity entity = response.getEntity();
        this.raw = entity == null ? InputStream.nullInputStream() : entity.getContent();
        this.body = ContentCoding.decode(raw, headers.first("content-encoding").orElse("identity"));
    }

    int status() {
        return response.getCode();
    }

    /// As received, but for `content-encoding`: the body is handed on decoded.
    Headers headers() {
        return headers.where(name -> !name.equals("content-encoding"));
    }

    @Override
    public int read(byte[] buffer) {
        if (decoded || cut != null) {
            return -1;
        }
        int count = readFrom(body, buffer);
        decoded = count < 0 && cut == null;
        ended = decoded && !headers.contains("content-encoding");
        return count;
    }

    private int readFrom(InputStream source, byte[] buffer) {
        try {
            return source.read(buffer, 0, buffer.length);
        } catch (IOException | RuntimeException e) {
            cut = cancellation.reason().orElseGet(() -> Faults.talking(connection.origin(), e));
            return -1;
        }
    }

    @Override
    public Optional<String> cut() {
        return Optional.ofNullable(cut);
    }

    @Override
    public void drain() {
        if (ended || cut != null) {
            return;
        }
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(DRAIN_MILLIS);
        connection.wire().setSocketTimeout(Timeout.ofMilliseconds(DRAIN_MILLIS));
        byte[] rest = new byte[1024];
        while (!decoded && cut == null && System.nanoTime() < deadline) {
            read(rest);
        }
        // a decoder knows the end of its data, not the end of the message that carried it
        ended = ended || (decoded && readFrom(raw, rest) < 0 && cut == null);
        connection.wire().setSocketTimeout(Timeout.DISABLED);
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        cancellation.settle();
        if (reusable()) {
            pool.give(connection);
        } else {
            connection.drop();
        }
    }

    private boolean reusable() {
        return ended
                && !cancellation.requested()
                && sending.isWhole()
                && DefaultConnectionReuseStrategy.INSTANCE.keepAlive(request, response, HttpCoreContext.create());
    }
}
