package dev.turnpike.app.agent.doctor;

import dev.turnpike.app.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/// Looks into several places at once, so that a program that hangs delays none of the others.
public final class Looks {
    private Looks() {}

    /// What all of them saw, in their order; nothing where this thread is interrupted. A mistake in one of them leaves
    /// the others alone.
    ///
    /// @param atOnce how many, since each may keep a core busy
    public static Report of(List<Supplier<Report>> looks, int atOnce) {
        // threads of the system: what takes long must not keep the gateway's few carriers
        try (ExecutorService workers = Executors.newFixedThreadPool(
                atOnce, Thread.ofPlatform().daemon().name("look-", 0).factory())) {
            List<Future<Report>> begun = new ArrayList<>();
            looks.forEach(look -> begun.add(workers.submit(look::get)));
            try {
                return joined(begun);
            } catch (InterruptedException e) {
                workers.shutdownNow();
                Thread.currentThread().interrupt();
                return Report.NOTHING;
            }
        }
    }

    private static Report joined(List<Future<Report>> looks) throws InterruptedException {
        Report report = Report.NOTHING;
        for (Future<Report> look : looks) {
            report = report.and(seen(look));
        }
        return report;
    }

    private static Report seen(Future<Report> look) throws InterruptedException {
        try {
            return look.get();
        } catch (ExecutionException e) {
            return mistake(e);
        }
    }

    /// What a look met may hold a secret, so only its kind is told.
    private static Report mistake(ExecutionException e) {
        Throwable cause = e.getCause();
        if (cause instanceof Error error) {
            throw error;
        }
        String kind = cause == null ? "" : cause.getClass().getSimpleName();
        String note = Text.of("doctor.mistake", kind);
        return new Report(
                List.of(new Checked(PlaceKind.GATEWAY, "doctor", Optional.empty(), false, 0, note)),
                List.of(),
                List.of());
    }
}
