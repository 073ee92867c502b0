package dev.turnpike.app.care;

import dev.turnpike.app.agent.ClaudeSetup;
import dev.turnpike.app.agent.doctor.Finding;
import dev.turnpike.app.agent.upstream.RecordedEvidence;
import dev.turnpike.app.agent.upstream.UpstreamWitness;
import dev.turnpike.app.agent.witness.TrafficWitness;
import dev.turnpike.app.agents.Witness;
import dev.turnpike.app.fx.BackgroundWork;
import dev.turnpike.app.hosting.GatewayStatus;
import dev.turnpike.app.hosting.HostedGateway;
import dev.turnpike.gateway.Observers;
import dev.turnpike.gateway.Recording;
import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.channel.ChannelBook;
import dev.turnpike.gateway.configuration.Configuration;
import dev.turnpike.gateway.exchange.ExchangeListener;
import dev.turnpike.gateway.traffic.ExchangeSummary;
import dev.turnpike.gateway.traffic.RecordedExchange;
import dev.turnpike.gateway.traffic.RowKind;
import dev.turnpike.gateway.traffic.store.TrafficArchive;
import dev.turnpike.gateway.trial.TrialEvent;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/// What arrives at the gateway and what upstreams answer, as findings that are there at once.
public final class LiveFindings {
    private static final System.Logger LOG = System.getLogger(LiveFindings.class.getName());
    private static final URI NOWHERE = URI.create("http://127.0.0.1");

    private final InstantSource clock;
    private final BackgroundWork work;
    private final TrafficWitness clients;
    private final UpstreamWitness upstreams;
    private final AtomicReference<Optional<HostedGateway>> gateway = new AtomicReference<>(Optional.empty());
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile List<Finding> known = List.of();

    public LiveFindings(Recording recording, InstantSource clock, BackgroundWork work) {
        this.clock = clock;
        this.work = work;
        clients = new TrafficWitness(clock, this::address);
        upstreams =
                new UpstreamWitness(clock, this::channels, recording.recorder().feed()::detail);
        clients.listen(this::changed);
        upstreams.listen(this::changed);
    }

    /// Who sees the exchanges: these, the recording, and what is gathered here.
    public Observers observers(Recording recording, ExchangeListener... others) {
        List<ExchangeListener> all =
                Stream.concat(Stream.of(others), Stream.of(upstreams)).toList();
        return new Observers(all, List.of(clients), Optional.of(recording));
    }

    /// Follows that gateway from now on, and learns what was recorded lately.
    ///
    /// @param traffic the file of what was recorded
    /// @param witness learns when Claude Code was seen last
    public void follow(HostedGateway hosted, Path traffic, ClaudeSetup setup, Witness witness) {
        gateway.set(Optional.of(hosted));
        hosted.onStatus(this::status);
        hosted.onConfiguration(_ -> work.later(upstreams::look));
        work.later(() -> {
            try {
                RecordedEvidence.latest(traffic, clock.instant(), exchange -> {
                    clients.remember(exchange);
                    upstreams.remember(exchange);
                    remember(exchange, witness);
                });
            } catch (TrafficArchive.UnreadableStore e) {
                LOG.log(System.Logger.Level.DEBUG, "nothing recorded is known", e);
            }
            expect(setup);
        });
    }

    private static void remember(RecordedExchange exchange, Witness witness) {
        ExchangeSummary summary = exchange.summary();
        if (summary.kind() != RowKind.OTHER_CLIENT && !summary.session().isResend()) {
            exchange.headers()
                    .first("user-agent")
                    .ifPresent(agent -> witness.remember(Instant.ofEpochMilli(summary.epochMillis()), agent));
        }
    }

    /// Looks anew whether requests should come; may block.
    void expect(ClaudeSetup setup) {
        setup.since().ifPresentOrElse(clients::expect, clients::expectNothing);
        clients.look();
        upstreams.look();
    }

    /// A channel was tried.
    public void tried(Channel channel, List<TrialEvent> results, List<String> models) {
        work.later(() -> upstreams.tested(channel, results, models));
    }

    private void status(GatewayStatus status) {
        switch (status) {
            case GatewayStatus.PortTaken taken when !taken.ours() -> clients.portTaken(taken.port(), taken.holder());
            case GatewayStatus.Running _, GatewayStatus.PortTaken _ -> clients.portFree();
            case GatewayStatus.Starting _, GatewayStatus.Stopped _, GatewayStatus.Failed _ -> {}
        }
    }

    /// What is known now; never blocks.
    List<Finding> findings() {
        return known;
    }

    /// Runs that whenever the findings are others than before, on any thread.
    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private void changed() {
        work.later(() -> {
            // who read later also writes later
            synchronized (listeners) {
                List<Finding> all = new ArrayList<>(clients.findings());
                all.addAll(upstreams.findings());
                known = List.copyOf(all);
            }
            listeners.forEach(Runnable::run);
        });
    }

    private URI address() {
        return configuration().map(found -> found.gateway().address()).orElse(NOWHERE);
    }

    private ChannelBook channels() {
        return configuration().map(Configuration::channels).orElse(new ChannelBook(List.of()));
    }

    private Optional<Configuration> configuration() {
        return gateway.get().flatMap(HostedGateway::configuration);
    }
}
