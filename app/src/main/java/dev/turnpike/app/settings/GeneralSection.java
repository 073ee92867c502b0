package dev.turnpike.app.settings;

import dev.turnpike.app.look.SectionHeader;
import dev.turnpike.app.look.Segmented;
import dev.turnpike.app.look.SettingRow;
import dev.turnpike.app.look.Switch;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.preferences.QuitChoice;
import dev.turnpike.app.preferences.ThemeChoice;
import dev.turnpike.app.settings.Section.Entry;
import dev.turnpike.app.text.Text;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;

/// Draws what the user prefers about the window.
final class GeneralSection {
    private final GeneralModel model;
    private final LoginModel login;

    GeneralSection(GeneralModel model, LoginModel login) {
        this.model = model;
        this.login = login;
    }

    Section build() {
        return new Section(
                Text.of("settings.general"),
                new SectionHeader(Text.of("settings.general"), ""),
                List.of(login(), hidden(), closing(), quitting(), theme(), language()));
    }

    private Entry login() {
        String title = Text.of("settings.login");
        String second = Text.of("settings.login.second");
        Switch toggle = new Switch(title, login.on().get());
        toggle.setId("settings-login");
        toggle.selectedProperty().addListener((observed, was, is) -> login.choose(is));
        login.on().addListener((observed, was, is) -> toggle.setSelected(is));
        toggle.disableProperty().bind(login.possible().not());
        SettingRow row = new SettingRow(title, second, toggle);
        Runnable say = () -> {
            String failure = login.failure().get();
            String note = login.note().get();
            if (!failure.isEmpty()) {
                row.failed(failure);
            } else if (note.isEmpty()) {
                row.settled();
            } else {
                row.say(note);
            }
        };
        login.note().addListener(changed -> say.run());
        login.failure().addListener(changed -> say.run());
        say.run();
        return new Entry(row, title + second);
    }

    private Entry hidden() {
        String title = Text.of("settings.hidden");
        String second = Text.of("settings.hidden.second");
        return new Entry(
                new SettingRow(title, second, toggle(title, "settings-hidden", model.hidden())), title + second);
    }

    private Entry closing() {
        String title = Text.of("settings.closing");
        SettingRow row = SettingRow.of(title, toggle(title, "settings-closing", model.keepsRunning()));
        model.undecided().addListener(changed -> sayUndecided(row));
        sayUndecided(row);
        return new Entry(row, title);
    }

    private void sayUndecided(SettingRow row) {
        row.say(model.undecided().get() ? Text.of("settings.closing.undecided") : "");
    }

    private static Switch toggle(String title, String id, BooleanProperty value) {
        Switch toggle = new Switch(title, value.get());
        toggle.setId(id);
        toggle.selectedProperty().bindBidirectional(value);
        return toggle;
    }

    private Entry quitting() {
        String title = Text.of("settings.quitting");
        String second = Text.of("settings.quitting.second");
        return new Entry(
                new SettingRow(
                        title,
                        second,
                        segmented(
                                "settings-quitting",
                                List.of(QuitChoice.values()),
                                "settings.quitting.",
                                model.quitting())),
                title + second);
    }

    private Entry theme() {
        String title = Text.of("settings.theme");
        return new Entry(
                SettingRow.of(
                        title,
                        segmented("settings-theme", List.of(ThemeChoice.values()), "settings.theme.", model.theme())),
                title + " system light dark");
    }

    private static <E extends Enum<E>> Segmented<E> segmented(
            String id, List<E> choices, String key, ObjectProperty<E> value) {
        Segmented<E> segmented =
                new Segmented<>(choices, choice -> Text.of(key + choice.name().toLowerCase(Locale.ROOT)), value.get());
        segmented.setId(id);
        segmented.valueProperty().bindBidirectional(value);
        return segmented;
    }

    private static Entry language() {
        String title = Text.of("settings.language");
        String second = Text.of("settings.language.second");
        return new Entry(
                new SettingRow(title, second, Words.fixed(Text.of("settings.language.english"), "muted")),
                title + second);
    }
}
