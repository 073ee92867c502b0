package dev.turnpike.gateway.server;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.webserver.ServerConnectionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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

    private static final long DISCARD_MILLIS = 2_000;

    private final HelidonSocket socket;
    private final DataReader begun;
    private final ClientReader reader = new ClientReader(this);
    private final ClientWriter writer;
    private final Object lock = new Object();
    private @Nullable CompletableFuture<Optional<byte[]>> readAhead;
    private @Nullable Runnable gone;
    private boolean answering;

    /// @param begun what was read from the socket before, to tell the protocol
    ClientConnection(HelidonSocket socket, DataReader begun, DataWriter writer) {
        this.socket = socket;
        this.begun = begun;
        this.writer = new ClientWriter(writer);
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

    /// What the connection writes its answers to.
    ClientWriter writer() {
        return writer;
    }

    /// Reads a body straight into the array that is to hold it.
    ///
    /// @param body what the server takes it from
    /// @return null where the client left before its end
    byte @Nullable [] body(InputStream body, int length) throws IOException {
        takeReadAhead(length);
        byte[] bytes = new byte[length];
        BufferData landing = BufferData.create(bytes).reset();
        // what came with the head
        landing.write(body.readNBytes(Math.min(length, reader.available())));
        int missing = landing.capacity();
        while (landing.capacity() > 0) {
            if (read(landing) < 0) {
                return null;
            }
        }
        reader.readElsewhere(missing);
        return body.read() < 0 ? bytes : null;
    }

    /// What a watch reads belongs to this body, where the head of its request came before the last answer was over.
    private void takeReadAhead(int length) {
        boolean watched;
        synchronized (lock) {
            watched = readAhead != null;
        }
        if (watched && reader.available() < length) {
            reader.pullData();
        }
    }

    private byte @Nullable [] read() {
        int first = begun.available();
        if (first > 0) {
            return begun.readBuffer(first).readBytes();
        }
        try {
            return small(STEP);
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
        byte[] bytes = new byte[count];
        step.read(bytes);
        return bytes;
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
