import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.PriorityQueue;
import java.util.concurrent.ThreadLocalRandom;

/// One connection to the [Upstream], and the request that it answers.
final class Call implements Comparable<Call> {
    /// The order stands near the end of a request; of a longer body only as much is kept.
    private static final int KEPT = 256 << 10;

    private static final byte[] STREAM_HEAD = Dialect.bytes(
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-cache\r\nTransfer-Encoding: chunked\r\n\r\n");
    private static final byte[] MODELS = Dialect.bytes(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{\"object\":\"list\",\"data\":[{\"id\":\"m\",\"x\":\"padded\"}]}");
    private static final byte[] LAST_CHUNK = Dialect.bytes("0\r\n\r\n");
    private static final int LARGEST_DELTA = 400;

    /// Room for the size of a chunk, eight digits, before it is known.
    private static final int CHUNK_FRONT = 10;

    private final SelectionKey key;
    private final SocketChannel channel;
    private final PriorityQueue<Call> paced;
    private final Wire wire = new Wire(this::keep);
    private byte[] tail = new byte[4096];
    private int tailSize;
    private Order order = Order.WHOLE;
    private Dialect dialect = Dialect.MESSAGES;
    private int sent;
    private long due;
    private byte[] room = new byte[4096];
    private ByteBuffer out = ByteBuffer.allocate(0);

    Call(SelectionKey key, SocketChannel channel, PriorityQueue<Call> paced) {
        this.key = key;
        this.channel = channel;
        this.paced = paced;
    }

    /// When the next delta leaves, on the clock of [System#nanoTime].
    long due() {
        return due;
    }

    @Override
    public int compareTo(Call other) {
        return Long.compare(due - other.due, 0);
    }

    private void keep(byte[] bytes, int from, int to) {
        int length = to - from;
        if (tailSize + length > tail.length) {
            int kept = Math.min(tailSize, KEPT);
            byte[] larger = tail.length >= kept + length ? tail : new byte[Math.max(kept + length, tail.length * 2)];
            System.arraycopy(tail, tailSize - kept, larger, 0, kept);
            tail = larger;
            tailSize = kept;
        }
        System.arraycopy(bytes, from, tail, tailSize, length);
        tailSize += length;
    }

    void read(byte[] buffer) throws IOException {
        int read = channel.read(ByteBuffer.wrap(buffer));
        if (read < 0) {
            close();
            return;
        }
        int at = 0;
        while (at < read && !wire.isComplete()) {
            at = wire.accept(buffer, at, read);
        }
        if (wire.isComplete()) {
            answer();
        }
    }

    private void answer() throws IOException {
        String head = wire.head();
        dialect = head.startsWith("POST /v1/chat/completions") ? Dialect.CHAT : Dialect.MESSAGES;
        order = Order.in(tail, tailSize);
        tailSize = 0;
        wire.next();
        sent = 0;
        if (!head.startsWith("POST ")) {
            order = Order.WHOLE;
            out = ByteBuffer.wrap(MODELS);
        } else if (order.deltas() == 0) {
            out = ByteBuffer.wrap(dialect.whole);
        } else {
            due = System.nanoTime();
            fill();
        }
        write();
    }

    /// The next deltas, with what stands before the first and behind the last.
    private void fill() {
        int most = STREAM_HEAD.length + dialect.opening.length + dialect.closing.length + order.batch() * LARGEST_DELTA;
        if (room.length < most) {
            room = new byte[most];
        }
        int start = sent == 0 ? copy(STREAM_HEAD, 0) : 0;
        int at = start + CHUNK_FRONT;
        if (sent == 0) {
            at = copy(dialect.opening, at);
        }
        for (int i = 0; i < order.batch() && sent < order.deltas(); i++) {
            at = dialect.delta(System.nanoTime(), room, at);
            sent++;
        }
        boolean last = sent == order.deltas();
        if (last) {
            at = copy(dialect.closing, at);
        }
        size(at - start - CHUNK_FRONT, start);
        room[at++] = '\r';
        room[at++] = '\n';
        if (last) {
            at = copy(LAST_CHUNK, at);
        }
        out = ByteBuffer.wrap(room, 0, at);
        // the first gap is of a length of its own, so that streams that begin together do not beat together
        int gap = order.gapMicros();
        due += 1_000L
                * (sent > order.batch() || gap == 0
                        ? gap
                        : ThreadLocalRandom.current().nextInt(gap) + 1);
    }

    private void size(int size, int at) {
        for (int i = 0; i < 8; i++) {
            room[at + i] = (byte) Character.forDigit(size >>> (28 - 4 * i) & 0xF, 16);
        }
        room[at + 8] = '\r';
        room[at + 9] = '\n';
    }

    private int copy(byte[] bytes, int at) {
        System.arraycopy(bytes, 0, room, at, bytes.length);
        return at + bytes.length;
    }

    /// Writes what there is to write now.
    void write() throws IOException {
        if (!key.isValid()) {
            return;
        }
        while (out.hasRemaining() || sent < order.deltas()) {
            if (!out.hasRemaining()) {
                if (due > System.nanoTime()) {
                    key.interestOps(SelectionKey.OP_READ);
                    paced.add(this);
                    return;
                }
                fill();
            }
            channel.write(out);
            if (out.hasRemaining()) {
                key.interestOps(SelectionKey.OP_WRITE);
                return;
            }
        }
        key.interestOps(SelectionKey.OP_READ);
    }

    void close() {
        key.cancel();
        try {
            channel.close();
        } catch (IOException _) {
            // nothing is lost with it
        }
    }
}
