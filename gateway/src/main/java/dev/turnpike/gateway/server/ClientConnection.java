package dev.turnpike.gateway.server;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.webserver.ServerConnectionException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A client's socket, which can be watched while the client waits for an answer.
///
/// The server offers no notice of a client that leaves before anything is written to it. So a watch reads ahead: what
/// it finds is either the end of the connection or the beginning of the next request, which the connection's own next
/// read then takes over. It may begin while an answer is made and at no other time: else two threads would read at
/// once.
final class ClientConnection implements Supplier<byte @Nullable []> {
    /// The connection that the current thread serves.
    static final ScopedValue<ClientConnection> CURRENT = ScopedValue.newInstance();

    private static final int MAX_DISCARDED_READS = 8192;
    private static final int STEP = 4 * 1024;

    /// For a read that is likely to find nothing for as long as an answer takes.
    private static final int AHEAD = 256;

    /// A body is read in pieces of that size: few calls of the kernel, and no second copy of a large one.
    private static final int LARGE_STEP = 256 * 1024;

    private static final long DISCARD_MILLIS = 2_000;

    private final HelidonSocket socket;
    private final DataReader begun;
    private final DataReader reader = new ChunkedReader(this);
    private final Object lock = new Object();
    private @Nullable CompletableFuture<Optional<byte[]>> readAhead;
    private @Nullable Runnable gone;
    private boolean answering;
    private long expected;

    /// @param begun what was read from the socket before, to tell the protocol
    ClientConnection(HelidonSocket socket, DataReader begun) {
        this.socket = socket;
        this.begun = begun;
    }

    /// The next bytes, or null at the end of the connection.
    @Override
    public byte @Nullable [] get() {
        CompletableFuture<Optional<byte[]>> pending;
        synchronized (lock) {
            pending = readAhead;
            readAhead = null;
        }
        if (pending == null) {
            return read();
        }
        try {
            return pending.get().orElse(null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerConnectionException("interrupted while waiting for a request", e);
        } catch (ExecutionException e) {
            throw new ServerConnectionException("failed to read from the client", e);
        }
    }

    /// What the connection reads its requests from.
    DataReader reader() {
        return reader;
    }

    /// So many bytes of a body are to be read next; those that came with the head are among them.
    void expect(long bytes) {
        expected = bytes - reader.available();
    }

    private byte @Nullable [] read() {
        int first = begun.available();
        if (first > 0) {
            return begun.readBuffer(first).readBytes();
        }
        try {
            return expected > STEP ? large((int) Math.min(expected, LARGE_STEP)) : small(STEP);
        } catch (UncheckedIOException e) {
            throw new ServerConnectionException("failed to read from the client", e);
        }
    }

    private byte @Nullable [] small(int size) {
        BufferData step = BufferData.create(size);
        int count = read(step);
        if (count < 0) {
            return null;
        }
        expected = Math.max(0, expected - count);
        byte[] bytes = new byte[count];
        step.read(bytes);
        return bytes;
    }

    private byte @Nullable [] large(int size) {
        byte[] bytes = new byte[size];
        BufferData landing = BufferData.create(bytes).reset();
        int filled = 0;
        while (filled < size) {
            int count = read(landing);
            if (count < 0) {
                break;
            }
            filled += count;
        }
        expected -= filled;
        return filled == size ? bytes : filled == 0 ? null : Arrays.copyOf(bytes, filled);
    }

    /// What takes its place reads 8 kB at a time.
    @SuppressWarnings("removal")
    private int read(BufferData buffer) {
        return socket.read(buffer);
    }

    /// A request was read whole, and its answer is made. Until [#endAnswer] nothing reads but the watch.
    void beginAnswer() {
        synchronized (lock) {
            answering = true;
        }
    }

    /// The answer is over, and with it whatever was watched for.
    void endAnswer() {
        synchronized (lock) {
            answering = false;
            gone = null;
        }
    }

    /// Runs `action` when the client closes the connection before the answer is over. The watch ends with the client's
    /// next bytes.
    void watch(Runnable action) {
        CompletableFuture<Optional<byte[]>> watched;
        synchronized (lock) {
            if (!answering) {
                return;
            }
            gone = action;
            if (readAhead == null) {
                CompletableFuture<Optional<byte[]>> fresh = new CompletableFuture<>();
                readAhead = fresh;
                Thread.ofVirtual().name("client-watch").start(() -> found(fresh, readQuietly()));
            }
            watched = readAhead;
        }
        if (watched.isDone() && watched.join().isEmpty()) {
            tellGone();
        }
    }

    private void found(CompletableFuture<Optional<byte[]>> watched, Optional<byte[]> bytes) {
        watched.complete(bytes);
        if (bytes.isEmpty()) {
            tellGone();
        }
    }

    private void tellGone() {
        Runnable action;
        synchronized (lock) {
            action = gone;
            gone = null;
        }
        if (action != null) {
            action.run();
        }
    }

    /// Whatever fails is an end like any other, a reset above all.
    private Optional<byte[]> readQuietly() {
        try {
            return Optional.ofNullable(small(AHEAD));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /// Reads and forgets what the client still sends, for 2 s at most: closing at once would reset the connection, and
    /// the client might lose the answer that explains why.
    void discard() {
        Thread limit = Thread.ofVirtual().name("discard-limit").start(() -> {
            try {
                Thread.sleep(DISCARD_MILLIS);
                socket.close();
            } catch (InterruptedException | UncheckedIOException e) {
                // discarded in time, or closed already
            }
        });
        try {
            int reads = 0;
            while (reads < MAX_DISCARDED_READS && get() != null) {
                reads++;
            }
        } catch (ServerConnectionException e) {
            // the client closed it: nothing is left to discard
        } finally {
            limit.interrupt();
        }
    }
}
