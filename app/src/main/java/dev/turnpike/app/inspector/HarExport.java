package dev.turnpike.app.inspector;

import dev.turnpike.app.shell.Toast;
import dev.turnpike.app.text.Figures;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.traffic.RecordedExchange;
import dev.turnpike.gateway.traffic.Redaction;
import dev.turnpike.gateway.traffic.export.HarWriter;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Writes HTTP archives into files of the user's choice.
final class HarExport {
    private final InspectorModel model;
    private final DetailModel detail;
    private final InspectorParts parts;

    HarExport(InspectorModel model, DetailModel detail, InspectorParts parts) {
        this.model = model;
        this.detail = detail;
        this.parts = parts;
    }

    /// Gives exchanges one by one.
    interface Source {
        void each(Taker taker) throws IOException;
    }

    /// Takes one exchange.
    interface Taker {
        void take(RecordedExchange exchange) throws IOException;
    }

    /// Asks where to, then writes the selected exchange.
    void one(@Nullable Window owner) {
        ExchangeRow row = detail.rowProperty().get();
        if (row != null) {
            String name = "turnpike-" + (row.isStored() ? row.seq() : row.id().value()) + ".har";
            ask(owner, name, taker -> {
                RecordedExchange found =
                        detail.find(row).orElseThrow(() -> new IOException(Text.of("traffic.detail.gone")));
                taker.take(found);
            });
        }
    }

    /// Asks where to, then writes all that pass the filter and have ended.
    void shown(@Nullable Window owner) {
        ListFilter filter = model.list().filterProperty().get();
        ask(owner, "turnpike.har", taker -> model.each(filter.wanted(), taker));
    }

    private void ask(@Nullable Window owner, String name, Source source) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Text.of("traffic.export"));
        chooser.setInitialFileName(name);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("HAR", "*.har"));
        File chosen = chooser.showSaveDialog(owner);
        if (chosen != null) {
            write(chosen.toPath(), source);
        }
    }

    /// Writes them; the file is there when all of them are in it.
    void write(Path file, Source source) {
        parts.work()
                .run(
                        () -> written(file, source, parts.version()),
                        count -> parts.toasts()
                                .show(Toast.ok(
                                        Text.of("traffic.exported", count, Figures.count(count), file.getFileName()))),
                        why -> parts.toasts().show(Toast.failure(Text.of("traffic.export.failed", file, words(why)))));
    }

    private static int written(Path file, Source source, String version) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        int[] count = {0};
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part));
                    HarWriter har = new HarWriter(out, version, true, Redaction::shown)) {
                source.each(exchange -> {
                    har.add(exchange);
                    count[0]++;
                });
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
        return count[0];
    }

    /// The system's exceptions have the path alone for a message.
    private static String words(Exception why) {
        return switch (why) {
            case NoSuchFileException _ -> Text.of("traffic.export.nowhere");
            case AccessDeniedException _ -> Text.of("traffic.export.denied");
            default -> String.valueOf(why.getMessage());
        };
    }
}
