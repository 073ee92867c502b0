package dev.turnpike.gateway;

import dev.turnpike.gateway.configuration.RecordingSettings;
import dev.turnpike.gateway.traffic.KeepRule;
import dev.turnpike.gateway.traffic.Keeper;
import dev.turnpike.gateway.traffic.Recorder;
import dev.turnpike.gateway.traffic.store.TrafficStore;
import dev.turnpike.gateway.usage.InvalidPrices;
import dev.turnpike.gateway.usage.PriceList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What keeps the traffic of a gateway, over all its starts in this process: a recorder that listens, and the file that
/// it writes to.
public final class Recording implements AutoCloseable {
    private static final String FILE = "traffic.db";
    private static final long BYTES_A_MEGABYTE = 1_000_000;

    private final Path home;
    private final Consumer<String> notices;
    private final TrafficStore store;
    private final Recorder recorder;
    private @Nullable PriceList prices;
    private volatile KeepRule rule = KeepRule.USUAL;

    private Recording(Path home, Consumer<String> notices, BiFunction<Keeper, Supplier<PriceList>, Recorder> recorder) {
        this.home = home;
        this.notices = notices;
        this.store = new TrafficStore(file(home), () -> rule, notices, InstantSource.system());
        this.recorder = recorder.apply(store, this::prices);
    }

    /// Records for somebody who looks at it: the last exchanges are in memory, too.
    ///
    /// @param home Turnpike's folder
    /// @param notices gets one line for people when nothing can be kept any more, and when it can again
    public static Recording watched(Path home, Consumer<String> notices) {
        return new Recording(home, notices, Recorder::watched);
    }

    /// Records with as little memory as there can be.
    public static Recording unwatched(Path home, Consumer<String> notices) {
        return new Recording(home, notices, Recorder::unwatched);
    }

    /// Our prices, and before them the user's own, from a file in Turnpike's folder; read with the first exchange.
    public synchronized PriceList prices() {
        PriceList known = prices;
        if (known == null) {
            known = PriceList.bundled();
            Path own = home.resolve(PriceList.FILE);
            try {
                if (Files.exists(own)) {
                    known = known.with(PriceList.read(Files.readAllBytes(own)));
                }
            } catch (InvalidPrices | IOException e) {
                notices.accept("prices: " + own + " is not used: " + e.getMessage());
            }
            prices = known;
        }
        return known;
    }

    /// How many exchanges, or their bodies, could not be kept.
    long dropped() {
        return store.dropped() + store.bodiesDropped();
    }

    /// Where the traffic is, or would be.
    public static Path file(Path home) {
        return home.resolve(FILE);
    }

    /// Goes by these settings from now on.
    void apply(RecordingSettings settings) {
        rule = new KeepRule(
                switch (settings.bodies()) {
                    case ALL -> KeepRule.BodyRule.ALL;
                    case ERRORS -> KeepRule.BodyRule.ERRORS;
                    case NONE -> KeepRule.BodyRule.NONE;
                },
                Duration.ofDays(settings.keepDays()),
                settings.keepMegabytes() * BYTES_A_MEGABYTE);
        recorder.enable(settings.enabled());
    }

    /// What listens, and what runs now.
    public Recorder recorder() {
        return recorder;
    }

    /// What writes.
    public TrafficStore store() {
        return store;
    }

    /// Writes what is left.
    @Override
    public void close() {
        store.close();
    }
}
