package dev.turnpike.gateway.upstream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// One thread that waits for all streams at once and takes each a step further when bytes have arrived.
///
/// A thread of its own for each stream, virtual or not, would have to be woken for every arrival; here an arrival costs
/// one call of the kernel to hear of it, one to read it and one to pass it on.
///
/// A step may block, as a client may read slowly. Then the others must not wait: [StallWatch] sees that the thread
/// is held up and lets another one lead. The stream that held it up is handed back to the thread that brought it.
final class StreamLoop implements AutoCloseable {
    /// A stream, as the loop knows it.
    interface Flow {
        /// In non-blocking mode.
        SocketChannel channel();

        /// Takes what has arrived.
        Step advance(Desk desk);
    }

    /// What a step may use while it lasts.
    ///
    /// @param landing for bytes from the channel
    /// @param buffer for what they mean; never smaller, so that all that landed finds room
    record Desk(ByteBuffer landing, byte[] buffer) {
        static Desk of(int bytes) {
            return new Desk(ByteBuffer.allocateDirect(bytes), new byte[bytes]);
        }
    }

    /// What comes next for a flow.
    enum Step {
        /// Nothing until more arrives.
        WAIT,
        /// Another step: not all was taken.
        AGAIN,
        /// Nothing, for good.
        OVER
    }

    private static final System.Logger LOG = System.getLogger(StreamLoop.class.getName());
    private static final int DESK_BYTES = 64 * 1024;

    private final Selector selector;
    private final Queue<Ticket> entering = new ConcurrentLinkedQueue<>();
    private final Queue<Ticket> leaving = new ConcurrentLinkedQueue<>();
    private final AtomicInteger inside = new AtomicInteger();
    /// Odd while the leader takes a step. Whoever moves it on from an odd number decides whether the leader goes on
    /// leading.
    private final AtomicLong turn = new AtomicLong();
    private final StallWatch watch;
    private volatile boolean asleep;
    private volatile boolean closed;
    private boolean started;

    // the leader's alone
    private final Deque<Ticket> ready = new ArrayDeque<>();
    private @Nullable Ticket working;

    StreamLoop() {
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException("the system gives no selector", e);
        }
        watch = new StallWatch(turn::get, this::depose, () -> inside.get() > 0);
    }

    private void lead() {
        Thread.ofPlatform().daemon().name("streams").start(this::run);
    }

    private synchronized void start() {
        if (!started && !closed) {
            started = true;
            lead();
            watch.start();
        }
    }

    /// Takes the flow as far as it goes; returns when it is over, was cancelled, or must go on elsewhere.
    ///
    /// @return false where whoever brought it must read on by itself: a step blocked, or the loop is closed
    boolean carry(Flow flow, Cancellation cancellation) {
        Ticket ticket = new Ticket(flow, Thread.currentThread());
        start();
        if (inside.getAndIncrement() == 0) {
            watch.wake();
        }
        entering.add(ticket);
        wake();
        cancellation.onRequest(() -> leave(ticket));
        try {
            return await(ticket);
        } finally {
            inside.decrementAndGet();
        }
    }

    private boolean await(Ticket ticket) {
        boolean interrupted = false;
        while (!ticket.done) {
            if (!selector.isOpen() && !ticket.busy) {
                return false;
            }
            LockSupport.park(this);
            if (Thread.interrupted()) {
                interrupted = true;
                ticket.heldUp = true;
                leave(ticket);
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        ticket.rethrow();
        return !ticket.heldUp;
    }

    private void leave(Ticket ticket) {
        leaving.add(ticket);
        wake();
    }

    private void wake() {
        if (asleep) {
            selector.wakeup();
        }
    }

    private void run() {
        Desk desk = Desk.of(DESK_BYTES);
        if (working != null) {
            working.ignore();
            working = null;
        }
        try {
            while (!closed) {
                if (!round(desk)) {
                    return;
                }
                next();
            }
        } catch (IOException | RuntimeException | Error e) {
            LOG.log(Level.ERROR, "streams are read one by one from now on", e);
            closed = true;
        }
        releaseAll();
    }

    /// A step for each flow that is ready; false where this thread does not lead any more.
    private boolean round(Desk desk) {
        for (int left = ready.size(); left > 0; left--) {
            Ticket ticket = ready.remove();
            ticket.queued = false;
            if (!ticket.done && !step(ticket, desk)) {
                return false;
            }
        }
        return true;
    }

    private boolean step(Ticket ticket, Desk desk) {
        long mine = turn.get() + 1;
        working = ticket;
        ticket.busy = true;
        turn.set(mine);
        Step next = ticket.advance(desk);
        if (!turn.compareAndSet(mine, mine + 1)) {
            ticket.heldUp = next != Step.OVER;
            ticket.busy = false;
            leave(ticket);
            // where the loop was closed meanwhile, nobody else wakes it
            LockSupport.unpark(ticket.waiter);
            return false;
        }
        ticket.busy = false;
        working = null;
        switch (next) {
            case WAIT -> {}
            case AGAIN -> enqueue(ticket);
            case OVER -> leaving.add(ticket);
        }
        return true;
    }

    private void enqueue(Ticket ticket) {
        if (!ticket.queued) {
            ticket.queued = true;
            ready.add(ticket);
        }
    }

    private void next() throws IOException {
        admit();
        dismiss();
        if (!ready.isEmpty()) {
            selector.selectNow(this::arrived);
        } else {
            asleep = true;
            // looked at after the flag is up, so that whoever comes in between wakes this thread or is seen here
            if (entering.isEmpty() && leaving.isEmpty() && !closed) {
                selector.select(this::arrived);
            }
            asleep = false;
        }
    }

    private void arrived(SelectionKey key) {
        if (key.attachment() instanceof Ticket ticket && !ticket.busy) {
            enqueue(ticket);
        }
    }

    private void admit() {
        for (Ticket ticket = entering.poll(); ticket != null; ticket = entering.poll()) {
            try {
                ticket.key = ticket.flow.channel().register(selector, SelectionKey.OP_READ, ticket);
            } catch (ClosedChannelException e) {
                leaving.add(ticket);
            }
        }
    }

    /// Lets go of those that are over. Their channels must be out of the selector before anybody else uses them.
    private void dismiss() throws IOException {
        if (leaving.isEmpty()) {
            return;
        }
        List<Ticket> gone = new ArrayList<>();
        for (Ticket ticket = leaving.poll(); ticket != null; ticket = leaving.poll()) {
            // one that another thread is still busy with comes again
            if (!ticket.busy) {
                ticket.cancelKey();
                gone.add(ticket);
            }
        }
        selector.selectNow(this::arrived);
        gone.forEach(Ticket::release);
    }

    /// Wakes everybody who waits; those see that the selector is closed, and that their channels are their own again.
    private void releaseAll() {
        List<Ticket> waiting = new ArrayList<>();
        for (SelectionKey key : selector.keys()) {
            if (key.attachment() instanceof Ticket ticket) {
                waiting.add(ticket);
            }
        }
        try {
            selector.close();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the selector of the streams could not be closed", e);
        }
        // asked for only now: whoever enters later finds it closed
        waiting.addAll(entering);
        waiting.forEach(ticket -> LockSupport.unpark(ticket.waiter));
    }

    /// The leader has been in the same step for too long: another one takes over.
    private void depose(long seen) {
        if (turn.compareAndSet(seen, seen + 1)) {
            lead();
        }
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        watch.close();
        if (started) {
            selector.wakeup();
        } else {
            releaseAll();
        }
    }

    /// A flow in the loop, and who waits for it.
    private static final class Ticket {
        private final Flow flow;
        private final Thread waiter;
        private @Nullable SelectionKey key;
        private boolean queued;
        private @Nullable Throwable failure;
        private volatile boolean heldUp;
        private volatile boolean busy;
        private volatile boolean done;

        Ticket(Flow flow, Thread waiter) {
            this.flow = flow;
            this.waiter = waiter;
        }

        private Step advance(Desk desk) {
            try {
                return flow.advance(desk);
            } catch (RuntimeException | Error e) {
                // whoever brought the flow gets it: one that fails must not stop all others
                failure = e;
                return Step.OVER;
            }
        }

        private void rethrow() {
            switch (failure) {
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                case null, default -> {}
            }
        }

        /// It would stay ready while the thread that has it is blocked.
        private void ignore() {
            try {
                if (key != null) {
                    key.interestOps(0);
                }
            } catch (CancelledKeyException e) {
                // it is on its way out
            }
        }

        private void cancelKey() {
            if (key != null) {
                key.cancel();
            }
        }

        private void release() {
            done = true;
            LockSupport.unpark(waiter);
        }
    }
}
