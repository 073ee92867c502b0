package dev.turnpike.app.usage;

import dev.turnpike.app.fx.WorkRunner;
import dev.turnpike.app.shell.Toast;
import dev.turnpike.app.shell.Toasts;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.traffic.export.UsageCsv;
import dev.turnpike.gateway.usage.Dimension;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import javafx.stage.FileChooser;
import javafx.stage.Window;

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
    void ask(Window owner) {
        UsageView view = model.viewProperty().get();
        if (view == null) {
            return;
        }
        Dimension dimension = model.dimensionProperty().get();
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Text.of("usage.export"));
        chooser.setInitialFileName(name(view, dimension));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("CSV", "*.csv"));
        File chosen = chooser.showSaveDialog(owner);
        if (chosen != null) {
            write(chosen.toPath(), view, dimension);
        }
    }

    /// Such as `turnpike-usage-by-model-2026-11-27.csv`.
    private static String name(UsageView view, Dimension dimension) {
        String days = view.hourly()
                ? view.days().first().toString()
                : view.days().first() + "-to-" + view.days().last();
        String by = dimension.name().toLowerCase(Locale.ROOT);
        return "turnpike-usage-by-" + by + "-" + days + ".csv";
    }

    void write(Path file, UsageView view, Dimension dimension) {
        String csv = UsageCsv.of(dimension, view.table(dimension));
        work.run(
                () -> Files.writeString(file, csv, StandardCharsets.UTF_8),
                written -> toasts.show(Toast.ok(Text.of("usage.exported", written.getFileName()))),
                why -> toasts.show(Toast.failure(Text.of("usage.export.failed", file, words(why)))));
    }

    /// The system's exceptions have the path alone for a message.
    private static String words(Exception why) {
        return switch (why) {
            case NoSuchFileException _ -> Text.of("usage.export.nowhere");
            case AccessDeniedException _ -> Text.of("usage.export.denied");
            default -> String.valueOf(why.getMessage());
        };
    }
}
