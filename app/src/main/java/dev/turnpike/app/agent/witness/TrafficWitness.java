package dev.turnpike.app.agent.witness;

import dev.turnpike.app.agent.doctor.Finding;
import dev.turnpike.gateway.exchange.Visit;
import dev.turnpike.gateway.exchange.VisitListener;
import dev.turnpike.gateway.traffic.RecordedExchange;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Sees who comes to the gateway's door, and says what that tells about how Claude Code is set up.
///
/// For any thread. It never waits, and keeps little: the last evidence of each kind.
public final class TrafficWitness implements VisitListener {
    private final InstantSource clock;
    private final Supplier<URI> gateway;
    private final Instant since;
    private final FindingsWatch watch = new FindingsWatch();

    /// Guards what follows.
    private final Object lock = new Object();

    private final SignBook book = new SignBook();
    private @Nullable Instant last;
    private @Nullable Instant configured;
    private @Nullable Finding stranger;

    /// @param gateway where it answers, for the sentences
    public TrafficWitness(InstantSource clock, Supplier<URI> gateway) {
        this.clock = clock;
        this.gateway = gateway;
        this.since = clock.instant();
    }

    @Override
    public void on(Visit visit) {
        if (visit.aim() != Visit.Aim.SIGN_OF_LIFE) {
            take(Trace.of(visit));
        }
    }

    /// Takes in one that was recorded, by this process or another; the oldest first.
    public void remember(RecordedExchange exchange) {
        take(Trace.of(exchange));
    }

    private void take(Trace trace) {
        boolean changed;
        synchronized (lock) {
            changed = book.take(trace);
            if (trace.claudeCode()
                    && trace.settles()
                    && (last == null || trace.at().isAfter(last))) {
                // the first request ends a silence
                changed |= last == null;
                last = trace.at();
            }
        }
        if (changed) {
            look();
        }
    }

    /// Claude Code should come here, since that time.
    public void expect(Instant configuredSince) {
        synchronized (lock) {
            configured = configuredSince;
        }
        look();
    }

    /// Claude Code need not come here.
    public void expectNothing() {
        synchronized (lock) {
            configured = null;
        }
        look();
    }

    /// Another program has our port.
    public void portTaken(int port, Optional<String> holder) {
        synchronized (lock) {
            stranger = Stranger.finding(port, holder);
        }
        look();
    }

    /// The port is ours, or nobody's.
    public void portFree() {
        synchronized (lock) {
            stranger = null;
        }
        look();
    }

    /// When a request of Claude Code's was let in last.
    public Optional<Instant> lastSeen() {
        synchronized (lock) {
            return Optional.ofNullable(last);
        }
    }

    /// What is known now.
    public List<Finding> findings() {
        Instant now = clock.instant();
        URI address = gateway.get();
        List<Finding> findings = new ArrayList<>();
        synchronized (lock) {
            if (stranger != null) {
                findings.add(stranger);
            }
            book.at(now).forEach(evidence -> findings.add(WitnessWords.finding(evidence, address)));
            if (configured != null) {
                Instant begun = configured.isAfter(since) || last != null ? configured : since;
                Silence.finding(begun, Optional.ofNullable(last), now).ifPresent(findings::add);
            }
        }
        return findings.stream()
                .sorted((a, b) -> a.severity().compareTo(b.severity()))
                .toList();
    }

    /// Runs that whenever [#findings] are others than before, which is rare; on any thread, until closed.
    public Runnable listen(Runnable changed) {
        return watch.listen(changed);
    }

    /// Looks whether time alone has changed something: a silence has become long, evidence has become old.
    public void look() {
        watch.look(this::findings);
    }
}
