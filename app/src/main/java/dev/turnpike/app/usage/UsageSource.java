package dev.turnpike.app.usage;

import dev.turnpike.gateway.traffic.store.TrafficArchive;
import dev.turnpike.gateway.usage.UsageBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Where the figures come from: the hours of what was recorded. Asked off the FX thread.
///
/// @param file that the gateway records into
/// @param priceDate of the list of prices by which costs were told
public record UsageSource(Path file, Supplier<LocalDate> priceDate) {
    private static final Instant LATER = Instant.parse("9999-01-01T00:00:00Z");

    /// All that is known as of one state of the file.
    ///
    /// @param state when the file and its journal were changed last
    /// @param book by the hour
    record Known(List<Instant> state, UsageBook book) {
        static final Known NOTHING = new Known(List.of(), UsageBook.of(List.of()));
    }

    /// What is known now; the same as before where nothing was written since.
    ///
    /// @throws TrafficArchive.UnreadableStore where the file cannot be read
    Known since(Known before) {
        // asked first: what is written while it is read is read again the next time
        List<Instant> state = List.of(changed(file), changed(Path.of(file + "-wal")));
        if (state.equals(before.state())) {
            return before;
        }
        Optional<TrafficArchive> found = TrafficArchive.open(file);
        if (found.isEmpty()) {
            return Known.NOTHING;
        }
        try (TrafficArchive archive = found.get()) {
            return new Known(state, archive.usage(Instant.EPOCH, LATER));
        }
    }

    private static Instant changed(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException _) {
            // there is none
            return Instant.EPOCH;
        }
    }
}
