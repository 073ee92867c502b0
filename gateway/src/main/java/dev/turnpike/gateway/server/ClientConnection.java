package dev.turnpike.gateway.server;

import io.helidon.common.buffers.DataReader;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.webserver.ServerConnectionException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A client's socket, which can be watched while the client waits for an answer.
///
/// The server offers no notice of a client that leaves before anything is written to it. So a watch reads ahead: what
/// it finds is
/// either the end of the connection or the beginning of the next request, which the connection's own next read then
/// takes over.
final class ClientConnection implements Supplier<byte @Nullable []> {
    /// The connection that the current thread serves.
    static final ScopedValue<ClientConnection> CURRENT = ScopedValue.newInstance();

    private static final int MAX_DISCARDED_READS = 8192;
    private static final long DISCARD_MILLIS = 2_000;

    private final HelidonSocket socket;
    private final DataReader begun;
    private final Object lock = new Object();
    private @Nullable CompletableFuture<Optional<byte[]>> readAhead;

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

    private byte @Nullable [] read() {
        int first = begun.available();
        if (first > 0) {
            return begun.readBuffer(first).readBytes();
        }
        try {
            return socket.get();
        } catch (UncheckedIOException e) {
            throw new ServerConnectionException("failed to read from the client", e);
        }
    }

    /// Runs `gone` when the client closes the connection. The watch ends with the client's next bytes.
    void watch(Runnable gone) {
        CompletableFuture<Optional<byte[]>> watched;
        synchronized (lock) {
            if (readAhead == null) {
                CompletableFuture<Optional<byte[]>> fresh = new CompletableFuture<>();
                readAhead = fresh;
                Thread.ofVirtual().name("client-watch").start(() -> fresh.complete(readQuietly()));
            }
            watched = readAhead;
        }
        var _ = watched.thenAccept(bytes -> {
            if (bytes.isEmpty()) {
                gone.run();
            }
        });
    }

    /// A reset is an end like any other.
    private Optional<byte[]> readQuietly() {
        try {
            return Optional.ofNullable(socket.get());
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }

    /// Reads and forgets what the client still sends, for 2 s at most: closing at once would reset the connection, and
    /// the client
    /// might lose the answer that explains why.
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
