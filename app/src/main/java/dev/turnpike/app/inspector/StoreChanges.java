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

/// Clears the list, deletes from it and pins. What is taken away is not shown any more at once, and
/// deleted when it can no longer be undone: when the words about it have gone, or something else is
/// taken away.
final class StoreChanges {
    private final Recorder recorder;
    private final StoredTraffic stored;
    private final WorkRunner work;
    private final Toasts toasts;
    private final Runnable reload;
    // is being deleted now, and stands in the file a little longer
    private final List<Leaving> going = new ArrayList<>();
    private @Nullable Taking last;
    private boolean asking;

    /// Something that was taken away and can be undone. Two of them are never the same.
    private static final class Taking {
        private final Leaving leaving;
        private final List<ExchangeId> over;

        /// @param over what memory forgets when it is deleted
        Taking(Leaving leaving, List<ExchangeId> over) {
            this.leaving = leaving;
            this.over = over;
        }
    }

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
        if (asking) {
            return;
        }
        if (!stored.mayHold()) {
            recorder.clear();
            return;
        }
        asking = true;
        // what ends from now on stays
        List<ExchangeId> over = recorder.over();
        work.run(
                stored::last,
                place -> {
                    asking = false;
                    if (last != null && last.leaving.upTo() == place) {
                        // nothing came since, and what was cleared can still be undone
                        return;
                    }
                    take(new Taking(new Leaving(place, Set.of()), over), Text.of("traffic.cleared"));
                },
                problem -> {
                    asking = false;
                    failed(problem);
                });
    }

    /// Takes one away that is stored, pinned or not.
    void delete(ExchangeRow row) {
        take(new Taking(new Leaving(0, Set.of(row.seq())), List.of(row.id())), Text.of("traffic.deleted"));
    }

    private void take(Taking taking, String sentence) {
        commit();
        last = taking;
        leaveOut();
        toasts.show(Toast.ok(sentence)
                .with(Text.of("traffic.undo"), () -> undo(taking))
                .whenGone(() -> commit(taking)));
    }

    private void leaveOut() {
        Leaving all = last == null ? Leaving.NOTHING : last.leaving;
        stored.leaveOut(going.stream().reduce(all, Leaving::with));
        reload.run();
    }

    private void undo(Taking taking) {
        if (last == taking) {
            last = null;
            leaveOut();
        }
    }

    private void commit(Taking taking) {
        if (last == taking) {
            commit();
        }
    }

    /// Deletes what was taken away last.
    void commit() {
        Taking taking = last;
        last = null;
        if (taking == null) {
            return;
        }
        taking.over.forEach(recorder::forget);
        going.add(taking.leaving);
        CompletableFuture<Void> _ = stored.delete(taking.leaving)
                .whenComplete((_, problem) -> FxThread.later(() -> deleted(taking, problem)));
    }

    /// From now on the file itself says what is there.
    private void deleted(Taking taking, @Nullable Throwable problem) {
        going.remove(taking.leaving);
        if (problem != null) {
            failed(problem);
        }
        leaveOut();
    }

    /// Pins one that is stored, or lets it go.
    void pin(ExchangeRow row) {
        boolean wanted = !row.isPinned();
        row.pinning(wanted);
        CompletableFuture<Void> _ = stored.pin(row.seq(), wanted)
                .whenComplete((_, problem) -> FxThread.later(() -> {
                    row.pinned(problem == null ? wanted : !wanted);
                    if (problem != null) {
                        failed(problem);
                    }
                }));
    }

    private void failed(Throwable problem) {
        Throwable cause = problem.getCause() == null ? problem : problem.getCause();
        toasts.show(Toast.failure(Text.of("traffic.change.failed", String.valueOf(cause.getMessage()))));
    }
}
