package dev.turnpike.app.agent.upstream;

import dev.turnpike.app.agent.doctor.Checked;
import dev.turnpike.app.agent.doctor.Finding;
import dev.turnpike.app.agent.doctor.Inquiry;
import dev.turnpike.app.agent.doctor.PlaceKind;
import dev.turnpike.app.agent.doctor.Report;
import dev.turnpike.app.agent.doctor.Source;
import dev.turnpike.app.agent.doctor.Stopwatch;
import dev.turnpike.app.agent.witness.Silence;
import dev.turnpike.app.agent.witness.TrafficWitness;
import dev.turnpike.gateway.channel.ChannelBook;
import dev.turnpike.gateway.traffic.RecordedExchange;
import dev.turnpike.gateway.traffic.RowKind;
import dev.turnpike.gateway.traffic.StoredExchange;
import dev.turnpike.gateway.traffic.filter.TrafficFilter;
import dev.turnpike.gateway.traffic.store.TrafficArchive;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What another process recorded of the last day, as a source for the doctor. The file is only read.
public final class RecordedEvidence implements Source {
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final int MOST = 200;

    private final Path file;
    private final InstantSource clock;
    private final Supplier<URI> gateway;
    private final Supplier<ChannelBook> channels;
    private final Optional<Instant> configured;

    /// @param file of the traffic, which need not be there
    /// @param gateway where it answers, for the sentences
    /// @param configured since when Claude Code should come; empty where it need not, or where nothing is recorded
    public RecordedEvidence(
            Path file,
            InstantSource clock,
            Supplier<URI> gateway,
            Supplier<ChannelBook> channels,
            Optional<Instant> configured) {
        this.file = file;
        this.clock = clock;
        this.gateway = gateway;
        this.channels = channels;
        this.configured = configured;
    }

    /// Hands over the exchanges of the last day, 200 at most, the oldest first.
    ///
    /// @return when Claude Code came last, as far as the last 200 tell
    /// @throws TrafficArchive.UnreadableStore when the file cannot be read
    public static Optional<Instant> latest(Path file, Instant now, Consumer<RecordedExchange> each) {
        Optional<TrafficArchive> open = TrafficArchive.open(file);
        if (open.isEmpty()) {
            return Optional.empty();
        }
        try (TrafficArchive archive = open.get()) {
            List<StoredExchange> page = archive.page(TrafficFilter.ALL, TrafficArchive.Mark.END, MOST);
            long since = now.minus(LONGEST).toEpochMilli();
            for (StoredExchange line : page.reversed()) {
                if (line.summary().epochMillis() >= since) {
                    archive.detail(line.seq()).ifPresent(each);
                }
            }
            return page.stream()
                    .filter(line -> line.summary().kind() != RowKind.OTHER_CLIENT)
                    .findFirst()
                    .map(line -> Instant.ofEpochMilli(line.summary().epochMillis()));
        }
    }

    @Override
    public Report look(Inquiry inquiry) {
        Stopwatch begun = Stopwatch.start();
        TrafficWitness clients = new TrafficWitness(clock, gateway);
        UpstreamWitness upstreams = new UpstreamWitness(clock, channels, _ -> Optional.empty());
        List<Finding> findings = new ArrayList<>();
        try {
            Instant now = clock.instant();
            Optional<Instant> last = latest(file, now, exchange -> {
                clients.remember(exchange);
                upstreams.remember(exchange);
            });
            configured.flatMap(since -> Silence.finding(since, last, now)).ifPresent(findings::add);
        } catch (TrafficArchive.UnreadableStore e) {
            return new Report(List.of(checked(begun, Optional.of(e))), List.of(), List.of());
        }
        findings.addAll(clients.findings());
        findings.addAll(upstreams.findings());
        return new Report(List.of(checked(begun, Optional.empty())), List.of(), findings);
    }

    private Checked checked(Stopwatch begun, Optional<TrafficArchive.UnreadableStore> fault) {
        String note = fault.map(e -> String.valueOf(e.getMessage())).orElse("");
        return new Checked(
                PlaceKind.WITNESS, "recorded traffic", Optional.of(file), fault.isEmpty(), begun.millis(), note);
    }
}
