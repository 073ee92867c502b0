package dev.turnpike.app.instance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/// One line of text on a socket, bounded in length and in time.
final class Line {
    private static final int LONGEST = 4_096;

    private Line() {}

    /// Reads up to the end of a line; empty when it does not come in time, is too long, or the other side is gone.
    static Optional<String> read(SocketChannel channel, Duration patience) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        ByteBuffer one = ByteBuffer.allocate(1);
        channel.configureBlocking(false);
        try (Selector selector = Selector.open()) {
            channel.register(selector, SelectionKey.OP_READ);
            while (line.size() < LONGEST) {
                one.clear();
                int read = channel.read(one);
                if (read < 0) {
                    return Optional.empty();
                }
                if (read == 0) {
                    long left = (end - System.nanoTime()) / 1_000_000;
                    if (left <= 0) {
                        return Optional.empty();
                    }
                    selector.select(left);
                } else if (one.get(0) == '\n') {
                    return Optional.of(line.toString(StandardCharsets.UTF_8));
                } else {
                    line.write(one.get(0));
                }
            }
            return Optional.empty();
        }
    }

    /// Writes a line; so short that a socket always takes it.
    static void write(SocketChannel channel, String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            if (channel.write(bytes) == 0) {
                throw new IOException("the other side does not read");
            }
        }
    }
}
