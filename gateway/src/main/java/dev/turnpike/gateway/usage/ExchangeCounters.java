package dev.turnpike.gateway.usage;

import dev.turnpike.gateway.exchange.ExchangeId;
import dev.turnpike.gateway.exchange.ExchangeListener;
import dev.turnpike.gateway.exchange.Moment;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// Counts exchanges and tokens for `/metrics`.
public final class ExchangeCounters implements ExchangeListener {
    private final Map<ExchangeId, String> channels = new HashMap<>();
    private final Map<String, Long> counts = new TreeMap<>();

    public ExchangeCounters() {}

    @Override
    public boolean wantsBytes() {
        return false;
    }

    @Override
    public boolean isImmediate() {
        return true;
    }

    @Override
    public synchronized void on(Moment moment) {
        switch (moment) {
            case Moment.Arrived m -> channels.put(m.exchange(), "");
            case Moment.Routed m -> channels.put(m.exchange(), m.channel().value());
            case Moment.Sent m -> add("turnpike_attempts_total", m.exchange(), "", 1);
            case Moment.Finished m -> {
                add(
                        "turnpike_tokens_total",
                        m.exchange(),
                        ",kind=\"input\"",
                        m.usage().input());
                add(
                        "turnpike_tokens_total",
                        m.exchange(),
                        ",kind=\"output\"",
                        m.usage().output());
                add(
                        "turnpike_tokens_total",
                        m.exchange(),
                        ",kind=\"cache_read\"",
                        m.usage().cacheRead());
                end(m.exchange(), "finished");
            }
            case Moment.Failed m -> end(m.exchange(), "failed");
            case Moment.Abandoned m -> end(m.exchange(), "abandoned");
            case Moment.Understood m -> {}
            case Moment.Adjusted m -> {}
            case Moment.Answered m -> {}
            case Moment.Received m -> {}
            case Moment.EventPassed m -> {}
            case Moment.Retried m -> {}
        }
    }

    private void end(ExchangeId exchange, String outcome) {
        add("turnpike_exchanges_total", exchange, ",outcome=\"" + outcome + "\"", 1);
        channels.remove(exchange);
    }

    private void add(String name, ExchangeId exchange, String labels, long amount) {
        String channel = channels.getOrDefault(exchange, "");
        counts.merge(name + "{channel=\"" + channel + "\"" + labels + "}", amount, Long::sum);
    }

    /// Prometheus text.
    ///
    /// @param dropped moments that listeners missed
    public synchronized String text(long dropped) {
        StringBuilder text = new StringBuilder();
        String family = "";
        for (Map.Entry<String, Long> count : counts.entrySet()) {
            String name = count.getKey().substring(0, count.getKey().indexOf('{'));
            if (!name.equals(family)) {
                text.append("# TYPE ").append(name).append(" counter\n");
                family = name;
            }
            text.append(count.getKey()).append(' ').append(count.getValue()).append('\n');
        }
        text.append("# TYPE turnpike_exchanges_in_flight gauge\nturnpike_exchanges_in_flight ")
                .append(channels.size());
        text.append("\n# TYPE turnpike_moments_dropped_total counter\nturnpike_moments_dropped_total ")
                .append(dropped);
        return text.append('\n').toString();
    }
}
