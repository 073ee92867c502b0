package dev.turnpike.gateway.upstream;

import java.io.IOException;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.jspecify.annotations.Nullable;

/// A request on its way to the upstream.
///
/// An upstream may answer before it has read everything, and read no further. What of a large request does not fit into
/// the buffers on the way is therefore written by a thread of its own, so that its answer can be read meanwhile.
final class Sending {
    private static final long FITS_BUFFERS = 64 * 1024;
    private static final int STEP_BYTES = 128 * 1024;

    /// An upstream that answered after it had read everything leaves the writer no more to do than to say so.
    private static final Duration LAST_WORDS = Duration.ofMillis(100);

    private final Connection connection;
    private final BasicClassicHttpRequest request;
    private @Nullable Thread beside;
    private volatile boolean whole;

    private Sending(Connection connection, BasicClassicHttpRequest request) {
        this.connection = connection;
        this.request = request;
    }

    /// @throws IOException when it cannot be written, and not because the upstream stopped reading
    static Sending begin(Connection connection, BasicClassicHttpRequest request) throws HttpException, IOException {
        Sending sending = new Sending(connection, request);
        SocketChannel channel = connection.channel();
        if (request.getEntity() == null || request.getEntity().getContentLength() <= FITS_BUFFERS) {
            sending.write();
        } else if (channel == null) {
            sending.beside(sending::writeBeside);
        } else {
            sending.writeWhatFits(channel);
        }
        return sending;
    }

    private void beside(Runnable writing) {
        // a thread of the system: with TLS it is busy for as long as there is something to encrypt
        beside = Thread.ofPlatform().daemon().name("upstream-write").start(writing);
    }

    private void writeWhatFits(SocketChannel channel) throws HttpException, IOException {
        WireOutput output = connection.wire().output();
        output.hold();
        connection.wire().sendRequestHeader(request);
        connection.wire().sendRequestEntity(request);
        connection.wire().flush();
        ByteBuffer[] rest = output.release();
        try {
            channel.configureBlocking(false);
            writeWhatFits(channel, rest);
        } catch (IOException e) {
            // it stopped reading, perhaps to answer early: reading tells
            return;
        } finally {
            if (channel.isOpen()) {
                channel.configureBlocking(true);
            }
        }
        if (isLeft(rest)) {
            beside(() -> writeRest(channel, rest));
        } else {
            whole = true;
        }
    }

    private static void writeWhatFits(SocketChannel channel, ByteBuffer[] rest) throws IOException {
        long written = writeSome(channel, rest);
        while (written > 0 && isLeft(rest)) {
            written = writeSome(channel, rest);
        }
    }

    /// Writes a part, since the channel would copy all that it is given at once.
    private static long writeSome(SocketChannel channel, ByteBuffer[] rest) throws IOException {
        int first = 0;
        while (!rest[first].hasRemaining()) {
            first++;
        }
        int last = first;
        int room = STEP_BYTES - rest[first].remaining();
        while (room > 0 && last + 1 < rest.length) {
            last++;
            room -= rest[last].remaining();
        }
        int limit = rest[last].limit();
        rest[last].limit(limit + Math.min(room, 0));
        try {
            return channel.write(rest, first, last - first + 1);
        } finally {
            rest[last].limit(limit);
        }
    }

    private void writeRest(SocketChannel channel, ByteBuffer[] rest) {
        try {
            while (isLeft(rest)) {
                writeSome(channel, rest);
            }
            whole = true;
        } catch (IOException e) {
            // it stopped reading, perhaps to answer early: reading tells
        }
    }

    private static boolean isLeft(ByteBuffer[] buffers) {
        return buffers[buffers.length - 1].hasRemaining();
    }

    private void writeBeside() {
        try {
            write();
        } catch (IOException | HttpException | RuntimeException e) {
            connection.drop();
        }
    }

    private void write() throws HttpException, IOException {
        try {
            connection.wire().sendRequestHeader(request);
            if (request.getEntity() != null) {
                connection.wire().sendRequestEntity(request);
            }
            connection.wire().flush();
            whole = true;
        } catch (SocketException | SSLException e) {
            // it stopped reading, perhaps to answer early: reading tells
        }
    }

    /// The upstream has the whole request by now.
    boolean isWholeAlready() {
        return whole;
    }

    /// The upstream has the whole request. Asked once it has answered; waits for a moment at most.
    boolean isWhole() {
        Thread writer = beside;
        if (writer != null) {
            try {
                writer.join(LAST_WORDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return whole;
    }
}
