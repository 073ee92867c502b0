import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.PriorityQueue;
import java.util.concurrent.locks.LockSupport;

/// A model server without a model: answers `POST /v1/messages` and `POST /v1/chat/completions` on 127.0.0.1 as the
/// [Order] in a request says. One thread.
///
/// `java Upstream.java PORT-FILE`: listens on a free port, which it writes into that file.
public final class Upstream {
    /// It ends by itself, should nobody end it.
    private static final Duration LIFE = Duration.ofMinutes(45);

    /// Within that time of the next delta it looks at the sockets in short steps, since a selector waits for whole
    /// milliseconds.
    private static final long NEAR_NANOS = 1_500_000;

    private static final long STEP_NANOS = 150_000;

    private final Selector selector;
    private final ServerSocketChannel server;
    private final byte[] buffer = new byte[256 << 10];
    private final PriorityQueue<Call> paced = new PriorityQueue<>();

    private Upstream() throws IOException {
        selector = Selector.open();
        server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 4096);
        server.configureBlocking(false);
        server.register(selector, SelectionKey.OP_ACCEPT);
    }

    public static void main(String[] arguments) throws IOException {
        Upstream upstream = new Upstream();
        int port = ((InetSocketAddress) upstream.server.getLocalAddress()).getPort();
        Path file = Path.of(arguments[0]);
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, Integer.toString(port));
        Files.move(fresh, file);
        upstream.serve(System.nanoTime() + LIFE.toNanos());
    }

    private void serve(long end) throws IOException {
        while (System.nanoTime() < end) {
            await();
            Iterator<SelectionKey> keys = selector.selectedKeys().iterator();
            while (keys.hasNext()) {
                SelectionKey key = keys.next();
                keys.remove();
                attend(key);
            }
            sendDue();
        }
    }

    private void await() throws IOException {
        Call next = paced.peek();
        if (next == null) {
            selector.select(1_000);
            return;
        }
        long wait = next.due() - System.nanoTime();
        if (wait > NEAR_NANOS) {
            selector.select((wait - STEP_NANOS) / 1_000_000);
        } else if (selector.selectNow() == 0 && wait > 0) {
            LockSupport.parkNanos(Math.min(wait, STEP_NANOS));
            selector.selectNow();
        }
    }

    private void attend(SelectionKey key) throws IOException {
        if (key.isAcceptable()) {
            for (SocketChannel channel = server.accept(); channel != null; channel = server.accept()) {
                channel.configureBlocking(false);
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                SelectionKey accepted = channel.register(selector, SelectionKey.OP_READ);
                accepted.attach(new Call(accepted, channel, paced));
            }
            return;
        }
        Call call = (Call) key.attachment();
        try {
            if (key.isWritable()) {
                call.write();
            }
            if (key.isValid() && key.isReadable()) {
                call.read(buffer);
            }
        } catch (IOException _) {
            // the other side is gone
            call.close();
        }
    }

    private void sendDue() {
        long now = System.nanoTime();
        for (Call call = paced.peek(); call != null && call.due() <= now; call = paced.peek()) {
            paced.poll();
            try {
                call.write();
            } catch (IOException _) {
                call.close();
            }
        }
    }
}
