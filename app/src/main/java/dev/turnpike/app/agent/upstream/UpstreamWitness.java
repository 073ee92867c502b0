package dev.turnpike.app.agent.upstream;

import dev.turnpike.app.agent.doctor.Finding;
import dev.turnpike.app.agent.upstream.UpstreamNews.Answered;
import dev.turnpike.app.agent.upstream.UpstreamNews.Failed;
import dev.turnpike.app.agent.witness.FindingsWatch;
import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.channel.ChannelBook;
import dev.turnpike.gateway.exchange.ExchangeId;
import dev.turnpike.gateway.exchange.ExchangeListener;
import dev.turnpike.gateway.exchange.Moment;
import dev.turnpike.gateway.traffic.RecordedExchange;
import dev.turnpike.gateway.trial.ChannelTrial;
import dev.turnpike.gateway.trial.TrialEvent;
import dev.turnpike.gateway.trial.Trouble;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/// Sees what upstreams answer, and says what that tells about how channels are set up.
///
/// Only the newest state of a channel counts: a success takes back what was wrong before. For any thread.
public final class UpstreamWitness implements ExchangeListener {
    private static final int MOST_WAITING = 64;

    private final InstantSource clock;
    private final Supplier<ChannelBook> channels;
    private final Function<ExchangeId, Optional<RecordedExchange>> recorded;
    private final FindingsWatch watch = new FindingsWatch();

    /// Guards what follows.
    private final Object lock = new Object();

    private final LiveNews live = new LiveNews();
    private final UpstreamState state = new UpstreamState();
    private final Map<String, List<String>> models = new HashMap<>();
    /// Answers without a tool call, whose words nobody has looked at yet.
    private final Set<ExchangeId> waiting = new LinkedHashSet<>();

    /// @param channels those of now: what is wrong with others is no finding
    /// @param recorded what is known of an exchange that is over; may block
    public UpstreamWitness(
            InstantSource clock,
            Supplier<ChannelBook> channels,
            Function<ExchangeId, Optional<RecordedExchange>> recorded) {
        this.clock = clock;
        this.channels = channels;
        this.recorded = recorded;
    }

    @Override
    public boolean wantsBytes() {
        return false;
    }

    @Override
    public void on(Moment moment) {
        boolean changed = false;
        synchronized (lock) {
            Optional<UpstreamNews> news = live.take(moment);
            if (news.isPresent()) {
                changed = state.take(news.get());
                if (news.get().result() instanceof Answered answered && !answered.called()) {
                    await(moment.exchange());
                }
            }
        }
        if (changed) {
            tell();
        }
    }

    private void await(ExchangeId id) {
        waiting.add(id);
        if (waiting.size() > MOST_WAITING) {
            Iterator<ExchangeId> oldest = waiting.iterator();
            oldest.next();
            oldest.remove();
        }
    }

    /// Takes in one that was recorded, by this process or another; the oldest first.
    public void remember(RecordedExchange exchange) {
        boolean changed = false;
        List<UpstreamNews> news = RecordedNews.of(exchange);
        synchronized (lock) {
            for (UpstreamNews each : news) {
                changed |= state.take(each);
            }
        }
        if (changed) {
            tell();
        }
    }

    /// Takes in a test of a channel, once it is over.
    ///
    /// @param listed the models that the upstream listed, none where it did not
    public void tested(Channel channel, List<TrialEvent> events, List<String> listed) {
        String served = channel.models().resolve(ChannelTrial.ASKED).name();
        Instant now = clock.instant();
        synchronized (lock) {
            if (!listed.isEmpty()) {
                models.put(channel.id().value(), List.copyOf(listed));
            }
            for (TrialEvent event : events) {
                TrialNews.of(event)
                        .ifPresent(result -> state.take(
                                new UpstreamNews(now, channel.id().value(), ChannelTrial.ASKED, served, result)));
            }
        }
        tell();
    }

    /// What is known now. May take some milliseconds for each answer that came since the last time.
    public List<Finding> findings() {
        hear();
        ChannelBook book = channels.get();
        List<Finding> findings = new ArrayList<>();
        synchronized (lock) {
            for (UpstreamNews news : state.at(clock.instant())) {
                book.find(news.channel())
                        .filter(channel -> holds(news, channel))
                        .flatMap(channel ->
                                UpstreamWords.finding(news, channel, models.getOrDefault(news.channel(), List.of())))
                        .ifPresent(findings::add);
            }
        }
        return findings.stream()
                .sorted((a, b) -> a.severity().compareTo(b.severity()))
                .toList();
    }

    /// Whether a request would still go that way.
    private static boolean holds(UpstreamNews news, Channel channel) {
        boolean model = news.result() instanceof Failed(var trouble) && trouble == Trouble.MODEL;
        return channel.enabled()
                && (!model || channel.models().resolve(news.asked()).name().equals(news.served()));
    }

    /// Looks for calls that were written as text.
    private void hear() {
        List<ExchangeId> ids;
        synchronized (lock) {
            ids = List.copyOf(waiting);
        }
        for (ExchangeId id : ids) {
            Optional<RecordedExchange> exchange =
                    recorded.apply(id).filter(e -> e.summary().state().isEnd());
            List<UpstreamNews> news = exchange.map(RecordedNews::of).orElse(List.of());
            synchronized (lock) {
                if (exchange.isPresent()) {
                    waiting.remove(id);
                    news.forEach(state::take);
                }
            }
        }
    }

    /// Runs that whenever [#findings] are others than before, which is rare; on any thread, until closed.
    public Runnable listen(Runnable changed) {
        return watch.listen(changed);
    }

    /// Looks whether what was recorded since, other channels, or time alone have changed something.
    public void look() {
        tell();
    }

    private void tell() {
        watch.look(this::findings);
    }
}
