package dev.turnpike.gateway.upstream;

import dev.turnpike.gateway.http.ContentCoding;
import dev.turnpike.gateway.http.Headers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
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
    private static final int BUFFER_BYTES = 16 * 1024;
    private static final int FIRST_BYTES = 8 * 1024;

    private final Connection connection;
    private final BasicClassicHttpRequest request;
    private final ClassicHttpResponse response;
    private final Sending sending;
    private final ConnectionPool pool;
    private final StreamLoop loop;
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
            StreamLoop loop,
            Cancellation cancellation)
            throws IOException {
        this.connection = connection;
        this.request = request;
        this.response = response;
        this.sending = sending;
        this.pool = pool;
        this.loop = loop;
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
        return read(buffer, 0, buffer.length);
    }

    /// Into a part of the buffer; where that is empty, looks for the end alone.
    int read(byte[] buffer, int offset, int length) {
        if (isOver()) {
            return -1;
        }
        int count = length == 0 ? readFrom(body, new byte[1], 0, 1) : readFrom(body, buffer, offset, length);
        finished(count < 0 && cut == null);
        return count;
    }

    /// How many bytes the body has; -1 where that is not known.
    long length() {
        HttpEntity entity = response.getEntity();
        return entity == null || headers.contains("content-encoding") ? -1 : entity.getContentLength();
    }

    private boolean isOver() {
        return decoded || cut != null;
    }

    private void finished(boolean whole) {
        decoded = whole;
        ended = whole && !headers.contains("content-encoding");
    }

    private int readFrom(InputStream source, byte[] buffer, int offset, int length) {
        try {
            return source.read(buffer, offset, length);
        } catch (IOException | RuntimeException e) {
            fail(e);
            return -1;
        }
    }

    private void fail(Exception fault) {
        cut = cancellation.reason().orElseGet(() -> Faults.talking(connection.origin(), fault));
    }

    @Override
    public void pass(Receiver receiver) {
        if (headers.contains("content-encoding")) {
            // decoders do not stop in the middle
            ReplyStream.super.pass(receiver);
            return;
        }
        SocketChannel channel = connection.channel();
        if (sending.isWholeAlready()) {
            // it may be large, and the stream long
            request.setEntity(null);
        }
        boolean more = channel == null || !sending.isWholeAlready() || together(channel, receiver);
        if (more) {
            alone(receiver);
        }
        connection.wire().input().all();
    }

    /// Lets the loop read; false where nothing is left to do.
    private boolean together(SocketChannel channel, Receiver receiver) {
        try {
            channel.configureBlocking(false);
            Arrivals arrivals = new Arrivals(channel, receiver);
            // what came with the head need not wait for the loop
            StreamLoop.Step step =
                    arrivals.advance(new StreamLoop.Desk(ByteBuffer.allocate(FIRST_BYTES), new byte[2 * FIRST_BYTES]));
            boolean left = step == StreamLoop.Step.OVER || loop.carry(arrivals, cancellation);
            channel.configureBlocking(true);
            return !left;
        } catch (IOException e) {
            fail(e);
            return false;
        }
    }

    private void alone(Receiver receiver) {
        byte[] buffer = new byte[BUFFER_BYTES];
        WireInput input = connection.wire().input();
        boolean wanted = true;
        while (wanted && !isOver()) {
            input.nextArrival();
            int count = arrived(buffer);
            wanted = count == 0 || receiver.take(buffer, count);
        }
    }

    /// Takes what arrived together, as far as the buffer holds it; possibly nothing, of a chunk's head for example.
    private int arrived(byte[] buffer) {
        int filled = 0;
        try {
            while (filled < buffer.length && !decoded) {
                int count = body.read(buffer, filled, buffer.length - filled);
                filled += Math.max(count, 0);
                finished(count < 0);
            }
        } catch (WireInput.NotYet e) {
            return filled;
        } catch (IOException | RuntimeException e) {
            fail(e);
        }
        return filled;
    }

    /// The stream, as the loop sees it.
    private final class Arrivals implements StreamLoop.Flow {
        private final SocketChannel channel;
        private final Receiver receiver;

        Arrivals(SocketChannel channel, Receiver receiver) {
            this.channel = channel;
            this.receiver = receiver;
        }

        @Override
        public SocketChannel channel() {
            return channel;
        }

        @Override
        public StreamLoop.Step advance(StreamLoop.Desk desk) {
            WireInput input = connection.wire().input();
            input.whatIsThere(desk.landing());
            int count = arrived(desk.buffer());
            input.leaveLanding();
            boolean wanted = count == 0 || receiver.take(desk.buffer(), count);
            if (!wanted || isOver()) {
                return StreamLoop.Step.OVER;
            }
            return input.mayHaveMore() ? StreamLoop.Step.AGAIN : StreamLoop.Step.WAIT;
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
        ended = ended || (decoded && readFrom(raw, rest, 0, rest.length) < 0 && cut == null);
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
