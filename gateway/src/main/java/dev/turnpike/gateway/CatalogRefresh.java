package dev.turnpike.gateway;

import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.channel.ChannelBook;
import dev.turnpike.gateway.channel.ChannelId;
import dev.turnpike.gateway.exchange.Pulse;
import dev.turnpike.gateway.json.InvalidJson;
import dev.turnpike.gateway.trial.ModelList;
import dev.turnpike.gateway.upstream.Cancellation;
import dev.turnpike.gateway.upstream.ChannelCalls;
import dev.turnpike.gateway.upstream.Upstream;
import dev.turnpike.gateway.upstream.UpstreamReply;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// Keeps what upstreams say of their models. Whoever asks gets what is known now; asking again later gets more.
final class CatalogRefresh {
    private static final System.Logger LOG = System.getLogger(CatalogRefresh.class.getName());
    private static final long FRESH_NANOS = Duration.ofMinutes(1).toNanos();
    private static final long LIMIT_NANOS = Duration.ofSeconds(10).toNanos();

    private final Upstream upstream;
    private final ChannelCalls calls;
    private final Pulse pulse;
    private final Map<ChannelId, List<String>> known = new ConcurrentHashMap<>();
    private final AtomicLong refreshedAt = new AtomicLong(System.nanoTime() - FRESH_NANOS);

    CatalogRefresh(Upstream upstream, ChannelCalls calls, Pulse pulse) {
        this.upstream = upstream;
        this.calls = calls;
        this.pulse = pulse;
    }

    /// What is known, by channel. Begins to learn more where that is old.
    Map<ChannelId, List<String>> known(ChannelBook book) {
        long last = refreshedAt.get();
        long now = System.nanoTime();
        if (now - last >= FRESH_NANOS && refreshedAt.compareAndSet(last, now)) {
            book.channels().stream()
                    .filter(Channel::enabled)
                    .forEach(channel -> Thread.ofVirtual().name("models").start(() -> learn(channel)));
        }
        return Map.copyOf(known);
    }

    private void learn(Channel channel) {
        Cancellation cancellation = new Cancellation();
        long begun = System.nanoTime();
        Pulse.Beat limit = now -> {
            if (now - begun > LIMIT_NANOS) {
                cancellation.request("the list of models took too long");
            }
        };
        pulse.add(limit);
        try {
            UpstreamReply reply = upstream.send(calls.models(channel), cancellation);
            if (reply instanceof UpstreamReply.Streaming streaming) {
                streaming.stream().close();
            } else if (reply instanceof UpstreamReply.Whole whole) {
                known.put(channel.id(), ModelList.in(whole.body()));
            }
        } catch (InvalidJson e) {
            // not every server lists its models; those that the configuration names are shown anyway
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the models of channel " + channel.id() + " could not be asked for", e);
        } finally {
            cancellation.settle();
            pulse.remove(limit);
        }
    }
}
