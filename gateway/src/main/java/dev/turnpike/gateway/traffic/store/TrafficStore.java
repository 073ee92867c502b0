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
/// as
/// lost. What was handed over is in the file within half a second, and stays there when the process is killed.
public final class TrafficStore implements Keeper, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(TrafficStore.class.getName());
    private static final long MOST_WAITING_BYTES = 16L << 20;
    private static final int BATCH = 512;
    private static final long GATHER = 200_000_000;
    private static final long TRY_AGAIN = Intake.seconds(2);
    private static final long LOOK_AFTER = Intake.seconds(600);
    private static final int LOOK_AFTER_EXCHANGES = 500;

    private final Path file;
    private final Supplier<KeepRule> rule;
    private final Consumer<String> notices;
    private final InstantSource clock;
    private final Intake intake = new Intake(MOST_WAITING_BYTES);
    private final Thread thread;
    private volatile StoreStatus status = new StoreStatus.Working();

    // the thread's alone
    private @Nullable OpenStore open;
    private int sinceLook = LOOK_AFTER_EXCHANGES;

    /// @param file made when there is something to write
    /// @param rule asked for each exchange and each time something may be too old
    /// @param notices gets one line for people when it cannot write any more, and when it can again
    public TrafficStore(Path file, Supplier<KeepRule> rule, Consumer<String> notices, InstantSource clock) {
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

    /// What the deleted exchanges used stays counted.
    @Override
    public void clear() {
        // whether it failed is told as the status
        CompletableFuture<Void> _ = ask(database -> new Deletion(database).clear());
    }

    /// Is done when all that was handed over before is written.
    public CompletableFuture<Void> settled() {
        return ask(_ -> {});
    }

    private interface Change {
        void on(Database database) throws SQLException;
    }

    private CompletableFuture<Void> ask(Change change) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Act act = new Act() {
            @Override
            public void on(Database database) throws SQLException {
                change.on(database);
                done.complete(null);
            }

            @Override
            public void refused(Exception why) {
                done.completeExceptionally(
                        new IllegalStateException(StoreFault.of(why, file).sentence(), why));
            }
        };
        if (!intake.add(act)) {
            act.refused(new IOException("the store is closed"));
        }
        return done;
    }

    private void run() {
        try {
            while (!intake.isDone()) {
                List<Job> jobs = intake.take(LOOK_AFTER, GATHER, BATCH);
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

    /// Writes the exchanges of a batch in one transaction, and does the tasks between them in their order.
    private void work(List<Job> jobs) throws InterruptedException {
        List<Job> group = new ArrayList<>();
        for (Job job : jobs) {
            switch (job) {
                case Job.Keep keep -> group.add(keep);
                case Job.Task(var act) -> {
                    write(group);
                    group.clear();
                    task(act);
                }
            }
        }
        write(group);
    }

    private void task(Act act) {
        try {
            act.on(opened().database());
        } catch (Exception e) {
            act.refused(e);
            failed(e);
        }
    }

    private void write(List<Job> group) throws InterruptedException {
        if (group.isEmpty()) {
            return;
        }
        try {
            opened().write(group, rule.get());
            sinceLook += group.size();
            works();
        } catch (SQLException | IOException e) {
            if (failed(e)) {
                write(group);
            } else if (intake.isClosed()) {
                intake.lost(group.size());
            } else {
                intake.putBack(group);
                intake.pause(TRY_AGAIN);
            }
        } catch (RuntimeException e) {
            apart(group, e);
        }
    }

    /// One of them is what nobody thought of: the others are written all the same.
    private void apart(List<Job> group, RuntimeException e) throws InterruptedException {
        if (group.size() == 1) {
            LOG.log(Level.WARNING, "an exchange could not be recorded", e);
            intake.lost(1);
            return;
        }
        for (Job job : group) {
            write(List.of(job));
        }
    }

    private OpenStore opened() throws SQLException, IOException {
        OpenStore now = open;
        if (now == null) {
            now = new OpenStore(Database.writing(file));
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
                notices.accept("recording: " + fault.sentence() + "; it is kept as "
                        + aside.get().getFileName() + ", and a new one is begun");
                return true;
            }
        }
        if (!(status instanceof StoreStatus.Failing(var why) && why.equals(fault.sentence()))) {
            status = new StoreStatus.Failing(fault.sentence());
            notices.accept("recording: " + fault.sentence() + ". Requests go on, and are not recorded until then");
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
        if (now == null || (!idle && sinceLook < LOOK_AFTER_EXCHANGES)) {
            return;
        }
        sinceLook = 0;
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
            thread.join(java.time.Duration.ofSeconds(3));
            if (thread.isAlive()) {
                thread.interrupt();
                thread.join(java.time.Duration.ofSeconds(1));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
