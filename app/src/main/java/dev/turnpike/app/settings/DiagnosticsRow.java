package dev.turnpike.app.settings;

import dev.turnpike.app.diagnostics.DiagnosticsBundle;
import dev.turnpike.app.look.Buttons;
import dev.turnpike.app.look.KeyValues;
import dev.turnpike.app.look.SettingRow;
import dev.turnpike.app.look.SheetBox;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.platform.FileReveal;
import dev.turnpike.app.settings.Section.Entry;
import dev.turnpike.app.shell.Toast;
import dev.turnpike.app.text.Figures;
import dev.turnpike.app.text.Text;
import java.nio.file.Path;
import javafx.scene.control.Button;

/// The zip file for whoever helps: shown before it is written, and never sent anywhere.
///
/// @param shown Turnpike's folder as a user says it
record DiagnosticsRow(SettingsParts parts, String shown) {
    private static final double WIDTH = 560;
    private static final double NAMES = 360;
    private static final String NAME = "diagnostics.zip";

    Entry entry() {
        String title = Text.of("settings.diagnostics");
        String second = Text.of("settings.diagnostics.second");
        Button show = Buttons.outlined(Text.of("settings.diagnostics.show"), this::gather);
        show.setId("settings-diagnostics");
        return new Entry(new SettingRow(title, second, show), title + second);
    }

    private void gather() {
        parts.work()
                .run(
                        () -> parts.diagnostics().get(),
                        this::show,
                        failure -> parts.toasts().show(Toast.failure(String.valueOf(failure.getMessage()))));
    }

    private void show(DiagnosticsBundle bundle) {
        KeyValues files = new KeyValues(NAMES);
        bundle.entries().forEach(entry -> files.add(entry.name(), Words.fixed(Figures.bytes(entry.size()), "num")));
        SheetBox box =
                new SheetBox(WIDTH, Text.of("settings.diagnostics"), Text.of("settings.diagnostics.what"), files);
        Button write = Buttons.large(Buttons.filled(Text.of("settings.diagnostics.write", NAME), () -> write(bundle)));
        write.setId("diagnostics-write");
        Button cancel = Buttons.large(
                Buttons.outlined(Text.of("settings.close"), () -> parts.sheets().close()));
        parts.sheets().show(box.foot(Words.gap(), cancel, write), () -> {});
    }

    private void write(DiagnosticsBundle bundle) {
        parts.sheets().close();
        Path file = parts.home().resolve(NAME);
        parts.work()
                .run(
                        () -> {
                            bundle.writeTo(file);
                            return file;
                        },
                        written -> {
                            parts.toasts().show(Toast.ok(Text.of("settings.diagnostics.written", NAME, shown)));
                            open();
                        },
                        failure -> parts.toasts()
                                .show(Toast.failure(
                                        Text.of("settings.diagnostics.failed", String.valueOf(failure.getMessage())))));
    }

    private void open() {
        parts.work()
                .run(
                        () -> {
                            new FileReveal(parts.around()).open(parts.home());
                            return NAME;
                        },
                        opened -> {},
                        // the toast says where it is
                        none -> {});
    }
}
