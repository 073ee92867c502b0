package dev.turnpike.app.cli;

import dev.turnpike.app.cli.panel.Panel.Tone;
import dev.turnpike.app.cli.traffic.ExchangeTable;
import dev.turnpike.app.cli.traffic.Following;
import dev.turnpike.app.cli.traffic.Selection;
import dev.turnpike.gateway.traffic.Redaction;
import dev.turnpike.gateway.traffic.StoredExchange;
import dev.turnpike.gateway.traffic.export.ExchangeJsonWriter;
import dev.turnpike.gateway.traffic.filter.TrafficFilter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Recorded exchanges on standard output.
///
/// @param json as JSON Lines instead of a table
record TrafficListing(Parts parts, Screen screen, boolean json) {
    private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(300);

    /// The last ones, and of how many they are.
    void list(Selection selection, int most) {
        List<StoredExchange> last = selection.last(most);
        if (json) {
            screen.give(out -> write(last, out));
            return;
        }
        if (!last.isEmpty()) {
            print(table(), last);
        }
        long all = selection.archive().count(selection.filter());
        boolean filtered = !selection.filter().terms().isEmpty();
        screen.out().println(screen.ink().of(Tone.QUIET, total(last.size(), all, filtered)));
    }

    /// The last ones, and then those that end, until nobody reads any more or the process is interrupted.
    void follow(Path file, TrafficFilter wanted, int most) throws IOException {
        if (!Files.exists(file)) {
            screen.err().println("Nothing is recorded yet; waiting for a gateway");
        }
        Following following = new Following(file, wanted, most);
        if (json) {
            screen.give(out -> following.run(more -> write(more, out), () -> pause(screen)));
        } else {
            ExchangeTable table = table();
            following.run(more -> print(table, more), () -> pause(screen));
        }
    }

    private static boolean pause(Screen screen) {
        LockSupport.parkNanos(LOOK_AGAIN);
        return !screen.out().checkError();
    }

    private void print(ExchangeTable table, List<StoredExchange> exchanges) {
        table.lines(exchanges).forEach(line -> screen.out().println(line));
    }

    private ExchangeTable table() {
        ZoneId zone = ZoneId.systemDefault();
        int width = TerminalWidth.of(screen, parts.around());
        return new ExchangeTable(width, screen.ink(), zone, LocalDate.now(zone));
    }

    private static void write(List<StoredExchange> exchanges, OutputStream out) throws IOException {
        ExchangeJsonWriter writer = new ExchangeJsonWriter(Redaction::shown);
        for (StoredExchange exchange : exchanges) {
            writer.summary(exchange.summary(), out);
        }
        out.flush();
    }

    private static String total(int shown, long all, boolean filtered) {
        if (all == 0) {
            return filtered ? "No exchange fits; without --filter all are shown" : "No exchange is recorded";
        }
        String thing = all == 1 ? " exchange" : " exchanges";
        String those = filtered ? (all == 1 ? " that fits" : " that fit") : "";
        if (shown == all) {
            return String.format(Locale.ROOT, "%,d%s%s", all, thing, those);
        }
        return String.format(
                Locale.ROOT,
                "%,d of %,d%s%s; --limit N shows more%s",
                shown,
                all,
                thing,
                those,
                filtered ? "" : ", --filter narrows");
    }
}
