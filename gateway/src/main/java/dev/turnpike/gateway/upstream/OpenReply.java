package dev.turnpike.gateway.upstream;

import dev.turnpike.gateway.http.Headers;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/// A reply whose head has arrived and whose body is still on the wire.
final class OpenReply implements ReplyStream {
    private static final Timeout DRAIN_TIME = Timeout.ofMilliseconds(200);
    private static final int MAX_DRAIN_READS = 16;

    private final Connection connection;
    private final BasicClassicHttpRequest request;
    private final ClassicHttpResponse response;
    private final boolean written;
    private final ConnectionPool pool;
    private final Cancellation cancellation;
    private final Headers headers;
    private final InputStream body;
    private boolean ended;
    private boolean closed;
    private @Nullable String cut;

    OpenReply(
            Connection connection,
            BasicClassicHttpRequest request,
            ClassicHttpResponse response,
            boolean written,
            ConnectionPool pool,
            Cancellation cancellation)
            throws IOException {
        this.connection = connection;
        this.request = request;
        this.response = response;
        this.written = written;
        this.pool = pool;
        this.cancellation = cancellation;
        this.headers = HttpUpstream.headers(response);
        HttpEntity entity = response.getEntity();
        InputStream raw = entity == null ? InputStream.nullInputStream() : entity.getContent();
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
        if (ended || cut != null) {
            return -1;
        }
        try {
            int count = body.read(buffer, 0, buffer.length);
            ended = count < 0;
            return count;
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
        if (!ended && cut == null) {
            connection.wire().setSocketTimeout(DRAIN_TIME);
            byte[] rest = new byte[1024];
            for (int reads = 0; reads < MAX_DRAIN_READS && !ended && cut == null; reads++) {
                read(rest);
            }
            connection.wire().setSocketTimeout(Timeout.DISABLED);
        }
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
                && written
                && !cancellation.requested()
                && DefaultConnectionReuseStrategy.INSTANCE.keepAlive(request, response, HttpCoreContext.create());
    }
}
