package dev.turnpike.app.onboarding;

import dev.turnpike.gateway.exchange.ExchangeId;
import dev.turnpike.gateway.exchange.ExchangeKind;
import dev.turnpike.gateway.exchange.ExchangeListener;
import dev.turnpike.gateway.exchange.Moment;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Waits for requests, as long as somebody wants to know.
public final class FirstRequest implements ExchangeListener {
    /// How our own test request calls itself.
    private static final String OURS = "Turnpike";

    private final Map<ExchangeId, Seen> running = new HashMap<>();
    private final Map<ExchangeId, Long> arrived = new HashMap<>();
    private @Nullable Consumer<Seen> watcher;

    public FirstRequest() {}

    /// A request as far as it has come.
    ///
    /// @param test it is our own
    /// @param took until its end; empty while it runs
    /// @param failure what the client was told instead of an answer
    record Seen(boolean test, String asked, String served, Optional<Duration> took, Optional<String> failure) {
        boolean isEnd() {
            return took.isPresent();
        }
    }

    /// Tells of every request that arrives from now on: when it is known who serves it, and when it ends. On any
    /// thread.
    synchronized void watch(Consumer<Seen> told) {
        running.clear();
        arrived.clear();
        watcher = told;
    }

    /// Tells nothing any more.
    synchronized void leave() {
        running.clear();
        arrived.clear();
        watcher = null;
    }

    @Override
    public boolean wantsBytes() {
        return false;
    }

    @Override
    public void on(Moment moment) {
        Consumer<Seen> told;
        Optional<Seen> seen;
        synchronized (this) {
            told = watcher;
            seen = told == null ? Optional.empty() : noted(moment);
        }
        if (told != null) {
            seen.ifPresent(told);
        }
    }

    private Optional<Seen> noted(Moment moment) {
        ExchangeId id = moment.exchange();
        if (moment instanceof Moment.Arrived come && come.kind() == ExchangeKind.MESSAGES) {
            boolean test =
                    come.headers().first("user-agent").filter(OURS::equals).isPresent();
            arrived.put(id, come.nanos());
            running.put(id, new Seen(test, "", "", Optional.empty(), Optional.empty()));
            return Optional.empty();
        }
        Seen seen = running.get(id);
        if (seen == null) {
            return Optional.empty();
        }
        return switch (moment) {
            case Moment.Understood understood -> {
                running.put(id, new Seen(seen.test, understood.askedModel(), "", seen.took, seen.failure));
                yield Optional.empty();
            }
            case Moment.Routed routed -> {
                Seen now = new Seen(seen.test, seen.asked, routed.servedModel(), seen.took, seen.failure);
                running.put(id, now);
                yield Optional.of(now);
            }
            case Moment.Finished _ -> Optional.of(ended(seen, moment, Optional.empty()));
            case Moment.Failed failed ->
                Optional.of(ended(seen, moment, Optional.of(failed.error().message())));
            case Moment.Abandoned _ -> Optional.of(ended(seen, moment, Optional.empty()));
            default -> Optional.empty();
        };
    }

    private Seen ended(Seen seen, Moment end, Optional<String> failure) {
        running.remove(end.exchange());
        Long begun = arrived.remove(end.exchange());
        Duration took = Duration.ofNanos(begun == null ? 0 : end.nanos() - begun);
        return new Seen(seen.test, seen.asked, seen.served, Optional.of(took), failure);
    }
}
