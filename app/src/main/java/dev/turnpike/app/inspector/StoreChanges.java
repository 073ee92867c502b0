package dev.turnpike.app.inspector;

import dev.turnpike.app.fx.FxThread;
import dev.turnpike.app.fx.WorkRunner;
import dev.turnpike.app.shell.Toast;
import dev.turnpike.app.shell.Toasts;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.exchange.ExchangeId;
import dev.turnpike.gateway.traffic.Recorder;
import dev.turnpike.gateway.traffic.store.Leaving;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Clears the list, deletes from it and pins. What is taken away is not shown any more at once, and deleted when it can
/// no
/// longer be undone: when the words about it have gone, the room is left, or something else is taken away.
final class StoreChanges {
    private final Recorder recorder;
    private final StoredTraffic stored;
    private final WorkRunner work;
    private final Toasts toasts;
    private final Runnable reload;
    private Leaving leaving = Leaving.NOTHING;
    // is being deleted now, and stands in the file a little longer
    private final List<Leaving> going = new ArrayList<>();
    private Runnable forgetting = () -> {};

    /// @param reload reads the list anew
    StoreChanges(Recorder recorder, StoredTraffic stored, WorkRunner work, Toasts toasts, Runnable reload) {
        this.recorder = recorder;
        this.stored = stored;
        this.work = work;
        this.toasts = toasts;
        this.reload = reload;
    }

    /// Takes away all that have ended and are not pinned.
    void clear() {
        commit();
        if (!stored.mayHold()) {
            recorder.clear();
            return;
        }
        work.run(
                stored::last,
                last -> take(new Leaving(last, Set.of()), recorder::clear, Text.of("traffic.cleared")),
                this::failed);
    }

    /// Takes one away, pinned or not.
    void delete(ExchangeRow row) {
        if (row.isStored()) {
            ExchangeId id = row.id();
            commit();
            take(new Leaving(0, Set.of(row.seq())), () -> recorder.forget(id), Text.of("traffic.deleted"));
        }
    }

    private void take(Leaving now, Runnable forget, String sentence) {
        leaving = now;
        forgetting = forget;
        leaveOut();
        toasts.show(Toast.ok(sentence)
                .with(Text.of("traffic.undo"), () -> undo(now))
                .whenGone(() -> commit(now)));
    }

    private void leaveOut() {
        Leaving all = going.stream().reduce(leaving, Leaving::with);
        work.run(
                () -> {
                    stored.leaveOut(all);
                    return true;
                },
                _ -> reload.run(),
                this::failed);
    }

    private void undo(Leaving taken) {
        if (leaving.equals(taken)) {
            leaving = Leaving.NOTHING;
            leaveOut();
        }
    }

    private void commit(Leaving taken) {
        if (leaving.equals(taken)) {
            commit();
        }
    }

    /// Deletes what was taken away last.
    void commit() {
        Leaving taken = leaving;
        leaving = Leaving.NOTHING;
        if (taken.equals(Leaving.NOTHING)) {
            return;
        }
        forgetting.run();
        going.add(taken);
        CompletableFuture<Void> _ =
                stored.delete(taken).whenComplete((_, problem) -> FxThread.run(() -> deleted(taken, problem)));
    }

    /// From now on the file itself says what is there.
    private void deleted(Leaving taken, @Nullable Throwable problem) {
        going.remove(taken);
        if (problem != null) {
            failed(problem);
        }
        leaveOut();
    }

    /// Pins one that is stored, or lets it go.
    void pin(ExchangeRow row) {
        boolean wanted = !row.isPinned();
        row.pin(wanted);
        CompletableFuture<Void> _ = stored.pin(row.seq(), wanted)
                .whenComplete((_, problem) -> FxThread.run(() -> {
                    if (problem != null) {
                        row.pin(!wanted);
                        failed(problem);
                    }
                }));
    }

    private void failed(Throwable problem) {
        Throwable cause = problem.getCause() == null ? problem : problem.getCause();
        toasts.show(Toast.failure(Text.of("traffic.change.failed", String.valueOf(cause.getMessage()))));
    }
}
