package dev.turnpike.app.settings;

import dev.turnpike.app.fx.WorkRunner;
import dev.turnpike.app.look.Buttons;
import dev.turnpike.app.look.CopyButton;
import dev.turnpike.app.look.KeyValues;
import dev.turnpike.app.look.SectionHeader;
import dev.turnpike.app.look.SettingRow;
import dev.turnpike.app.look.SheetBox;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.platform.FileReveal;
import dev.turnpike.app.platform.Surroundings;
import dev.turnpike.app.settings.Section.Entry;
import dev.turnpike.app.shell.Command;
import dev.turnpike.app.shell.Sheets;
import dev.turnpike.app.shell.Toast;
import dev.turnpike.app.shell.Toasts;
import dev.turnpike.app.text.HomePath;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.Version;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;

/// Draws what this program is and where it keeps its files.
final class AboutSection {
    private static final double WIDTH = 480;
    /// What is part of the program and comes from others, with its licence.
    private static final List<String> PARTS = List.of(
            "javafx",
            "java",
            "atlantafx",
            "formsfx",
            "helidon",
            "jackson",
            "picocli",
            "httpcore",
            "aircompressor",
            "brotli",
            "jtokkit",
            "inter",
            "jetbrains");

    private final Surroundings around;
    private final Path home;
    private final WorkRunner work;
    private final Sheets sheets;
    private final Toasts toasts;
    private final SettingsParts parts;

    AboutSection(SettingsParts parts) {
        this.parts = parts;
        this.around = parts.around();
        this.home = parts.home();
        this.work = parts.work();
        this.sheets = parts.sheets();
        this.toasts = parts.toasts();
    }

    /// Opens Turnpike's folder from anywhere.
    Command command() {
        return Command.of("app.folder", Text.of("settings.command.folder"), this::open)
                .drawn("folder")
                .saying(this::shown);
    }

    Section build() {
        return new Section(
                Text.of("settings.about"),
                new SectionHeader(Text.of("settings.about"), ""),
                List.of(version(), files(), licences(), new DiagnosticsRow(parts, shown()).entry()));
    }

    private Entry version() {
        String title = Text.of("settings.version");
        String whole = "Turnpike " + Version.current() + ", Java " + Runtime.version() + ", JavaFX "
                + System.getProperty("javafx.runtime.version", "") + ", " + System.getProperty("os.name", "") + " "
                + System.getProperty("os.version", "");
        String under = "Java " + Runtime.version().feature() + " · JavaFX " + System.getProperty("javafx.version", "");
        SettingRow row = new SettingRow(
                title,
                under,
                Words.fixed(Version.current(), "mono"),
                CopyButton.icon(Text.of("settings.version.copy"), () -> whole));
        return new Entry(row, title + under);
    }

    private Entry files() {
        String title = Text.of("settings.files");
        String shown = shown();
        Button open = Buttons.outlined(Text.of("settings.files.open"), this::open);
        SettingRow row =
                new SettingRow(title, shown, CopyButton.icon(Text.of("settings.files.copy"), home::toString), open);
        return new Entry(row, title + shown);
    }

    /// Paths start at `~`.
    private String shown() {
        return HomePath.shown(home, around.userHome());
    }

    private void open() {
        work.run(
                () -> {
                    new FileReveal(around).open(home);
                    return home;
                },
                opened -> {},
                failure -> toasts.show(Toast.failure(Text.of("settings.files.failed", home))));
    }

    private Entry licences() {
        String title = Text.of("settings.licences");
        String second = Text.of("settings.licences.second");
        Button show = Buttons.outlined(Text.of("settings.licences.show"), this::showLicences);
        show.setId("settings-licences");
        return new Entry(new SettingRow(title, second, show), title + second);
    }

    private void showLicences() {
        KeyValues parts = new KeyValues();
        PARTS.forEach(part -> parts.add(
                Text.of("settings.licences." + part), Words.label(Text.of("settings.licences." + part + ".licence"))));
        SheetBox box = new SheetBox(WIDTH, Text.of("settings.licences"), Text.of("settings.licences.whole"), parts);
        box.foot(Words.gap(), Buttons.large(Buttons.outlined(Text.of("settings.close"), sheets::close)));
        sheets.show(box, () -> {});
    }
}
