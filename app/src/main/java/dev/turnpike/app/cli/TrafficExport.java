package dev.turnpike.app.cli;

import dev.turnpike.app.cli.panel.Visible;
import dev.turnpike.app.cli.traffic.ExportFile;
import dev.turnpike.app.cli.traffic.Selection;
import dev.turnpike.app.run.Refusal;
import dev.turnpike.gateway.Version;
import dev.turnpike.gateway.traffic.RecordedExchange;
import dev.turnpike.gateway.traffic.Redaction;
import dev.turnpike.gateway.traffic.StoredExchange;
import dev.turnpike.gateway.traffic.export.CsvWriter;
import dev.turnpike.gateway.traffic.export.HarWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// Recorded exchanges into a file, or to standard output where it is named `-`.
record TrafficExport(Parts parts, Screen screen, String target, boolean force) {
    /// Writes exchanges, and tells how many.
    private interface Content {
        long to(OutputStream out) throws IOException;
    }

    /// An HTTP archive.
    ///
    /// @param last how many; empty for all
    void har(Selection selection, Optional<Integer> last, boolean attempts) {
        write(out -> {
            long[] count = {0};
            try (HarWriter har = new HarWriter(out, Version.current(), attempts, Redaction::shown)) {
                each(selection, last, line -> {
                    Optional<RecordedExchange> whole = selection.archive().detail(line.seq());
                    if (whole.isPresent()) {
                        har.add(whole.get());
                        count[0]++;
                    }
                });
            }
            return count[0];
        });
    }

    /// A table for spreadsheets.
    ///
    /// @param last how many; empty for all
    void csv(Selection selection, Optional<Integer> last) {
        write(out -> {
            long[] count = {0};
            Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            CsvWriter csv = new CsvWriter(text, Redaction::shown);
            csv.begin();
            each(selection, last, line -> {
                csv.add(line.summary());
                count[0]++;
            });
            text.flush();
            return count[0];
        });
    }

    private static void each(Selection selection, Optional<Integer> last, Selection.Taker taker) throws IOException {
        if (last.isEmpty()) {
            selection.each(taker);
        } else {
            for (StoredExchange line : selection.last(last.get())) {
                taker.take(line);
            }
        }
    }

    private void write(Content content) {
        if (target.equals("-")) {
            screen.give(content::to);
            return;
        }
        Path file = parts.around().workingFolder().resolve(target);
        check(file);
        long[] count = {0};
        try {
            ExportFile.write(file, out -> count[0] = content.to(out));
        } catch (IOException e) {
            throw new Refusal(Program.FAILED, "cannot write " + target + ": " + e.getMessage(), e);
        }
        screen.out()
                .println(Visible.line(String.format(
                        Locale.ROOT, "%,d %s in %s", count[0], count[0] == 1 ? "exchange" : "exchanges", target)));
    }

    private void check(Path file) {
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new Refusal(Program.FAILED, "there is no folder for " + target);
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new Refusal(Program.FAILED, target + " is no ordinary file (- is standard output)");
        }
        if (Files.exists(file) && !force) {
            throw new Refusal(Program.FAILED, target + " is there already: --force replaces it");
        }
    }
}
