package dev.turnpike.gateway.traffic.store;

import dev.turnpike.gateway.traffic.Ended;
import dev.turnpike.gateway.traffic.KeepRule;
import dev.turnpike.gateway.traffic.Keeper;
import dev.turnpike.gateway.traffic.StoreStatus;
import dev.turnpike.gateway.traffic.store.Intake.Act;
import dev.turnpike.gateway.traffic.store.Intake.Job;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Writes exchanges that are over into the database, many in one transaction, on a thread of its own.
///
/// Whatever happens to the file, nobody waits: what cannot be written is kept for a while within bounds, then counted
/// as lost. What was handed over is in the file within half a second, and stays there when the process is killed.
public final class TrafficStore implements Keeper, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(TrafficStore.class.getName());
    private static final long MOST_WAITING_BYTES = 16L << 20;
    private static final int BATCH = 512;
    private static final long GATHER = 200_000_000;
    private static final Duration TRY_AGAIN = Duration.ofSeconds(2);
    private static final Duration LOOK_AFTER = Duration.ofMinutes(10);
    private static final int LOOK_AFTER_EXCHANGES = 500;

    private final Path file;
    private final Supplier<KeepRule> rule;
    private final Consumer<String> notices;
    private final InstantSource clock;
    private final Opening opening;
    private final Intake intake = new Intake(MOST_WAITING_BYTES);
    private final Thread thread;
    private volatile StoreStatus status = new StoreStatus.Working();

    // the thread's alone
    private @Nullable OpenStore open;
    private int sinceLook = LOOK_AFTER_EXCHANGES;
    private long lastLook;

    /// @param file made when there is something to write
    /// @param rule asked for each exchange and each time something may be too old
    /// @param notices gets one line for people when it cannot write any more, and when it can again
    public TrafficStore(Path file, Supplier<KeepRule> rule, Consumer<String> notices, InstantSource clock) {
        this(file, rule, notices, clock, Database::writing);
    }

    TrafficStore(Path file, Supplier<KeepRule> rule, Consumer<String> notices, InstantSource clock, Opening opening) {
        this.opening = opening;
        this.file = file;
        this.rule = rule;
        this.notices = notices;
        this.clock = clock;
        this.thread = Thread.ofPlatform().daemon().name("recording").start(this::run);
    }

    @Override
    public void keep(Ended ended) {
        intake.add(ended);
    }

    public StoreStatus status() {
        return status;
    }

    /// How many exchanges could not be kept.
    public long dropped() {
        return intake.dropped();
    }

    /// How many were kept without their bodies, because too much was to be written.
    public long bodiesDropped() {
        return intake.bodiesDropped();
    }

    /// A pinned exchange stays when the rest is cleared or becomes old.
    public CompletableFuture<Void> pin(long seq, boolean pinned) {
        return ask(database -> database.change("UPDATE exchange SET pinned = ? WHERE seq = ?", pinned, seq));
    }

    /// Deletes one exchange, and what only it needs.
    public CompletableFuture<Void> delete(long seq) {
        return ask(database -> new Deletion(database).one(seq));
    }

    /// Deletes the exchanges that are not pinned, up to and including that place. What they used stays counted.
    public CompletableFuture<Void> clear(long upTo) {
        return ask(database -> new Deletion(database).clear(upTo));
    }

    /// Is done when all that was handed over before is written.
    public CompletableFuture<Void> settled() {
        return ask(_ -> {});
    }

    /// Opens the file to write to it.
    interface Opening {
        Database open(Path file) throws SQLException, IOException;
    }

    private CompletableFuture<Void> ask(Act act) {
        Job.Task task = new Job.Task(act, new CompletableFuture<>());
        if (!intake.add(task)) {
            refuse(task, new IOException("the store is closed"));
        }
        return task.done();
    }

    private void refuse(Job.Task task, Exception why) {
        task.done()
                .completeExceptionally(
                        new IllegalStateException(StoreFault.of(why, file).sentence(), why));
    }

    private void run() {
        try {
            while (!intake.isDone()) {
                List<Job> jobs = intake.take(LOOK_AFTER.toNanos(), GATHER, BATCH);
                if (!jobs.isEmpty()) {
                    work(jobs);
                }
                lookAfter(jobs.isEmpty());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            closeFile();
        }
    }

    /// Writes the exchanges of a batch in one transaction, and does the tasks between them in their order: none that
    /// came behind an exchange that could not be written.
    private void work(List<Job> jobs) throws InterruptedException {
        List<Job> group = new ArrayList<>();
        Exception trouble = null;
        for (Job job : jobs) {
            switch (job) {
                case Job.Keep keep -> group.add(keep);
                case Job.Task task -> {
                    trouble = trouble == null ? write(group) : trouble;
                    if (trouble == null) {
                        perform(task);
                    } else {
                        refuse(task, trouble);
                    }
                }
            }
        }
        trouble = trouble == null ? write(group) : trouble;
        if (trouble != null && intake.isClosed()) {
            intake.lost(group.size());
        } else if (trouble != null) {
            intake.putBack(group);
            intake.pause(TRY_AGAIN.toNanos());
        }
    }

    private void perform(Job.Task task) {
        try {
            task.act().on(opened().database());
            task.done().complete(null);
            works();
        } catch (SQLException | IOException | RuntimeException e) {
            refuse(task, e);
            failed(e);
        }
    }

    /// Takes what is written, or never will be, out of the group.
    ///
    /// @return why the rest could not be written now
    private @Nullable Exception write(List<Job> group) {
        if (group.isEmpty()) {
            return null;
        }
        try {
            opened().write(group, rule.get());
            sinceLook += group.size();
            group.clear();
            works();
            return null;
        } catch (SQLException | IOException e) {
            return failed(e) ? write(group) : e;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return apart(group, e);
        }
    }

    /// One of them is what nobody thought of: the others are written all the same.
    private @Nullable Exception apart(List<Job> group, Throwable why) {
        if (group.size() == 1) {
            // without its message, which may quote what was recorded
            StackTraceElement[] where = why.getStackTrace();
            LOG.log(
                    Level.WARNING,
                    "an exchange could not be recorded: {0} at {1}",
                    why.getClass().getName(),
                    where.length == 0 ? "?" : where[0]);
            intake.lost(1);
            group.clear();
            return null;
        }
        while (!group.isEmpty()) {
            Exception trouble = write(new ArrayList<>(group.subList(0, 1)));
            if (trouble != null) {
                return trouble;
            }
            group.removeFirst();
        }
        return null;
    }

    private OpenStore opened() throws SQLException, IOException {
        OpenStore now = open;
        if (now != null && !now.database().isInPlace()) {
            closeFile();
            notices.accept("recording: " + file + " was moved or deleted; a new one is begun");
            now = null;
        }
        if (now == null) {
            now = new OpenStore(opening.open(file));
            open = now;
        }
        return now;
    }

    /// @return whether it is worth trying again at once
    private boolean failed(Exception e) {
        closeFile();
        StoreFault fault = StoreFault.of(e, file);
        if (fault.damaged()) {
            Optional<Path> aside = DamagedFile.setAside(file, clock.instant());
            if (aside.isPresent()) {
                notices.accept("recording: " + file + " is damaged. It is kept as "
                        + aside.get().getFileName() + ", and a new one is begun");
                return true;
            }
        }
        if (!(status instanceof StoreStatus.Failing(var why) && why.equals(fault.sentence()))) {
            status = new StoreStatus.Failing(fault.sentence());
            notices.accept("recording: " + fault.sentence() + ". Requests go on; recording goes on when that is done");
        }
        return false;
    }

    private void works() {
        if (status instanceof StoreStatus.Failing) {
            status = new StoreStatus.Working();
            notices.accept("recording: works again");
        }
    }

    /// Deletes what has become too old or too much.
    private void lookAfter(boolean idle) {
        OpenStore now = open;
        boolean due = idle
                || sinceLook >= LOOK_AFTER_EXCHANGES
                || Math.abs(clock.millis() - lastLook) >= LOOK_AFTER.toMillis();
        if (now == null || !due) {
            return;
        }
        sinceLook = 0;
        lastLook = clock.millis();
        try {
            new Deletion(now.database()).keep(rule.get(), clock.millis());
        } catch (SQLException | RuntimeException e) {
            failed(e);
        }
    }

    private void closeFile() {
        OpenStore last = open;
        open = null;
        if (last != null) {
            last.database().close();
        }
    }

    /// Writes what waits, for a while, and closes the file.
    @Override
    public void close() {
        intake.close();
        try {
            thread.join(Duration.ofSeconds(3));
            if (thread.isAlive()) {
                thread.interrupt();
                thread.join(Duration.ofSeconds(1));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
