package dev.turnpike.app.cli.traffic;

import dev.turnpike.gateway.traffic.StoredExchange;
import dev.turnpike.gateway.traffic.filter.TrafficFilter;
import dev.turnpike.gateway.traffic.store.TrafficArchive;
import java.io.IOException;
import java.util.List;

/// The exchanges that a filter wants.
public record Selection(TrafficArchive archive, TrafficFilter filter) {
    private static final int BATCH = 200;

    /// Gets one after the other.
    public interface Taker {
        void take(StoredExchange exchange) throws IOException;
    }

    /// Those that arrived last, the newest one at the end.
    public List<StoredExchange> last(int most) {
        return archive.page(filter, TrafficArchive.Mark.END, most).reversed();
    }

    /// Gives all that are over by now, in the order in which they ended; holds a few at a time.
    public void each(Taker taker) throws IOException {
        long end = archive.last();
        long seq = 0;
        while (seq < end) {
            List<StoredExchange> batch = archive.since(filter, seq, BATCH);
            if (batch.isEmpty()) {
                return;
            }
            for (StoredExchange exchange : batch) {
                if (exchange.seq() <= end) {
                    taker.take(exchange);
                }
            }
            seq = batch.getLast().seq();
        }
    }
}
