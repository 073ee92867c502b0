package dev.turnpike.app.usage;

import dev.turnpike.gateway.anthropic.TokenUsage;
import dev.turnpike.gateway.exchange.ExchangeId;
import dev.turnpike.gateway.exchange.ExchangeKind;
import dev.turnpike.gateway.exchange.ExchangeListener;
import dev.turnpike.gateway.exchange.Moment;
import java.util.LinkedHashSet;

/// Counts what was answered since this program was started.
public final class SessionTotals implements ExchangeListener {
    /// The end of a request may not be told, so the oldest are forgotten.
    private static final int MOST = 4_000;

    private final LinkedHashSet<ExchangeId> running = new LinkedHashSet<>();
    private long requests;
    private long input;
    private long output;

    public SessionTotals() {}

    /// What was counted.
    ///
    /// @param input tokens in, with those that a cache had
    /// @param output tokens out
    public record Totals(long requests, long input, long output) {}

    @Override
    public boolean wantsBytes() {
        return false;
    }

    @Override
    public synchronized void on(Moment moment) {
        if (moment instanceof Moment.Arrived arrived && arrived.kind() == ExchangeKind.MESSAGES) {
            running.add(arrived.exchange());
            if (running.size() > MOST) {
                running.removeFirst();
            }
        } else if (moment instanceof Moment.Finished finished && running.remove(finished.exchange())) {
            count(finished.usage());
        } else if (moment instanceof Moment.Failed || moment instanceof Moment.Abandoned) {
            running.remove(moment.exchange());
        }
    }

    private void count(TokenUsage usage) {
        requests++;
        input += usage.input() + usage.cacheRead() + usage.cacheCreation();
        output += usage.output();
    }

    synchronized int running() {
        return running.size();
    }

    public synchronized Totals totals() {
        return new Totals(requests, input, output);
    }
}
