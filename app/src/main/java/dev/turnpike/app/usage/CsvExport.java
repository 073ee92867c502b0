package dev.turnpike.app.usage;

import dev.turnpike.app.fx.WorkRunner;
import dev.turnpike.app.shell.Toast;
import dev.turnpike.app.shell.Toasts;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.traffic.export.UsageCsv;
import dev.turnpike.gateway.usage.Dimension;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.stage.FileChooser;

/// Writes the table that is shown into a file of the user's choice.
final class CsvExport {
    private final UsageModel model;
    private final WorkRunner work;
    private final Toasts toasts;

    CsvExport(UsageModel model, WorkRunner work, Toasts toasts) {
        this.model = model;
        this.work = work;
        this.toasts = toasts;
    }

    /// Asks where to.
    void ask() {
        UsageView view = model.viewProperty().get();
        if (view == null) {
            return;
        }
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Text.of("usage.export"));
        chooser.setInitialFileName(name(view));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("CSV", "*.csv"));
        File chosen = chooser.showSaveDialog(null);
        if (chosen != null) {
            write(chosen.toPath());
        }
    }

    /// Such as `turnpike-usage-by-model-2026-11-27.csv`.
    private String name(UsageView view) {
        String days = view.hourly()
                ? view.days().first().toString()
                : view.days().first() + "-to-" + view.days().last();
        String by = model.dimensionProperty().get().name().toLowerCase(Locale.ROOT);
        return "turnpike-usage-by-" + by + "-" + days + ".csv";
    }

    void write(Path file) {
        UsageView view = model.viewProperty().get();
        Dimension dimension = model.dimensionProperty().get();
        if (view != null) {
            String csv = UsageCsv.of(dimension, view.table(dimension));
            work.run(
                    () -> write(file, csv),
                    written -> toasts.show(Toast.ok(Text.of("usage.exported", written.getFileName()))),
                    why -> toasts.show(
                            Toast.failure(Text.of("usage.export.failed", file, String.valueOf(why.getMessage())))));
        }
    }

    private static Path write(Path file, String csv) throws IOException {
        return Files.writeString(file, csv, StandardCharsets.UTF_8);
    }
}
