package dev.turnpike.app.agents;

import dev.turnpike.gateway.exchange.ExchangeId;
import dev.turnpike.gateway.exchange.ExchangeKind;
import dev.turnpike.gateway.exchange.ExchangeListener;
import dev.turnpike.gateway.exchange.Moment;
import dev.turnpike.gateway.http.UserAgent;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Sees Claude Code's requests come in: that one arrives is the best proof that it was configured.
public final class Witness implements ExchangeListener {
    /// The end of a request may not be told, so the oldest are forgotten.
    private static final int MOST = 1_000;

    /// Used under its own lock: two gateways may tell at once while one takes over.
    private final LinkedHashMap<ExchangeId, Running> running = new LinkedHashMap<>();
    private final List<Consumer<Sighting>> listeners = new CopyOnWriteArrayList<>();
    private final AtomicReference<Optional<Sighting>> last = new AtomicReference<>(Optional.empty());

    /// The last request; of one that runs, what is known so far.
    public Optional<Sighting> last() {
        return last.get();
    }

    /// Tells each request until closed: when it comes in, when it is decided who serves it, and when it was answered.
    /// Called on any thread.
    public Runnable listen(Consumer<Sighting> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// Takes in a request that was recorded, by this process or another; nobody is told.
    public void remember(Instant at, String userAgent) {
        UserAgent agent = new UserAgent(userAgent);
        if (agent.isClaudeCode()) {
            Sighting seen = new Sighting(at, agent.version(), Optional.empty(), Optional.empty(), Optional.empty());
            last.updateAndGet(
                    known -> known.filter(newer -> !newer.at().isBefore(at)).or(() -> Optional.of(seen)));
        }
    }

    @Override
    public boolean wantsBytes() {
        return false;
    }

    @Override
    public void on(Moment moment) {
        switch (moment) {
            case Moment.Arrived arrived -> arrived(arrived);
            case Moment.Understood understood ->
                change(
                        understood.exchange(),
                        r -> r.with(
                                Optional.of(understood.askedModel()), r.seen().served()));
            case Moment.Routed routed ->
                change(routed.exchange(), r -> r.with(r.seen().asked(), Optional.of(routed.servedModel())));
            case Moment.Finished finished -> {
                change(finished.exchange(), r -> r.finished(finished.nanos()));
                over(finished.exchange());
            }
            case Moment.Failed failed -> over(failed.exchange());
            case Moment.Abandoned abandoned -> over(abandoned.exchange());
            case Moment.Adjusted _,
                    Moment.Sent _,
                    Moment.Answered _,
                    Moment.Received _,
                    Moment.EventPassed _,
                    Moment.Retried _ -> {}
        }
    }

    private void arrived(Moment.Arrived arrived) {
        UserAgent agent = UserAgent.of(arrived.headers());
        if (arrived.kind() == ExchangeKind.MESSAGES && agent.isClaudeCode()) {
            Instant at = Instant.ofEpochMilli(arrived.epochMillis());
            Sighting seen = new Sighting(at, agent.version(), Optional.empty(), Optional.empty(), Optional.empty());
            synchronized (running) {
                running.put(arrived.exchange(), new Running(arrived.nanos(), seen));
                if (running.size() > MOST) {
                    running.pollFirstEntry();
                }
            }
            tell(seen);
        }
    }

    private void change(ExchangeId exchange, UnaryOperator<Running> change) {
        Running changed;
        synchronized (running) {
            changed = running.computeIfPresent(exchange, (_, known) -> change.apply(known));
        }
        if (changed != null) {
            tell(changed.seen());
        }
    }

    private void over(ExchangeId exchange) {
        synchronized (running) {
            running.remove(exchange);
        }
    }

    int running() {
        synchronized (running) {
            return running.size();
        }
    }

    private void tell(Sighting seen) {
        last.set(Optional.of(seen));
        listeners.forEach(listener -> listener.accept(seen));
    }

    /// A request that is not over.
    private record Running(long nanos, Sighting seen) {
        Running with(Optional<String> asked, Optional<String> served) {
            return new Running(nanos, new Sighting(seen.at(), seen.version(), asked, served, seen.took()));
        }

        Running finished(long end) {
            Optional<Duration> took = Optional.of(Duration.ofNanos(end - nanos));
            return new Running(nanos, new Sighting(seen.at(), seen.version(), seen.asked(), seen.served(), took));
        }
    }
}
