import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/// One client with one connection: asks, takes the answer in, and says whether it was whole.
final class Caller {
    private static final byte[] STOP = Dialect.bytes("message_stop");
    private static final byte[] MESSAGE = Dialect.bytes("\"message\"");

    private final Measurement measurement;
    private final Wire wire = new Wire(this::take);
    private final SelectionKey key;
    private final SocketChannel channel;
    private final ByteBuffer request;
    private long asked;
    private long readAt;
    private int deltas;
    private long number;
    private boolean inNumber;
    private int endMatched;
    private boolean ended;

    Caller(Measurement measurement, Selector selector, Target target, ByteBuffer request) throws IOException {
        this.measurement = measurement;
        this.request = request.duplicate();
        channel = SocketChannel.open(target.address());
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        key = channel.register(selector, SelectionKey.OP_READ, this);
    }

    void ask() throws IOException {
        request.rewind();
        deltas = 0;
        inNumber = false;
        endMatched = 0;
        ended = false;
        wire.next();
        asked = System.nanoTime();
        write();
    }

    void attend(byte[] buffer) throws IOException {
        if (key.isWritable()) {
            write();
        }
        if (key.isReadable()) {
            read(buffer);
        }
    }

    private void write() throws IOException {
        channel.write(request);
        key.interestOps(request.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }

    private void read(byte[] buffer) throws IOException {
        int read = channel.read(ByteBuffer.wrap(buffer));
        if (read < 0) {
            throw new IOException("closed");
        }
        readAt = System.nanoTime();
        int at = 0;
        while (at < read && !wire.isComplete()) {
            at = wire.accept(buffer, at, read);
        }
        if (wire.isComplete()) {
            Order order = measurement.scenario().order();
            measurement.answered(this, readAt - asked, wire.status() == 200 && ended && deltas == order.deltas());
        }
    }

    /// Looks for times between tildes, and for the word that ends an answer.
    private void take(byte[] bytes, int from, int to) {
        byte[] end = measurement.scenario().isStream() ? STOP : MESSAGE;
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if (inNumber && b != '~') {
                number = number * 10 + (b - '0');
            } else if (b == '~') {
                inNumber = !inNumber;
                if (inNumber) {
                    number = 0;
                } else {
                    delta();
                }
            } else if (!ended) {
                endMatched = b == end[endMatched] ? endMatched + 1 : b == end[0] ? 1 : 0;
                ended = endMatched == end.length;
                endMatched = ended ? 0 : endMatched;
            }
        }
    }

    private void delta() {
        if (deltas++ == 0) {
            measurement.first(readAt - asked);
        }
        measurement.delayed(readAt - number);
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
