package dev.turnpike.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.preferences.ClosingChoice;
import dev.turnpike.app.preferences.Preferences;
import dev.turnpike.app.preferences.PreferencesStore;
import dev.turnpike.app.preferences.QuitChoice;
import dev.turnpike.app.preferences.ThemeChoice;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneralModelTest {
    @TempDir
    Path folder;

    private PreferencesStore store;
    private GeneralModel model;

    @BeforeEach
    void open() {
        store = new PreferencesStore(folder.resolve("preferences.json"), Runnable::run, trouble -> {});
        model = new GeneralModel(store);
    }

    @Test
    void keepsEachChangeAtOnce() {
        model.theme().set(ThemeChoice.DARK);
        model.hidden().set(true);
        model.quitting().set(QuitChoice.LEAVE);
        model.keepsRunning().set(false);
        assertThat(store.current())
                .isEqualTo(Preferences.DEFAULT
                        .withTheme(ThemeChoice.DARK)
                        .withHidden(true)
                        .withQuitting(QuitChoice.LEAVE)
                        .withClosing(ClosingChoice.QUIT));
        model.keepsRunning().set(true);
        assertThat(store.current().closing()).isEqualTo(ClosingChoice.KEEP);
    }

    @Test
    void decidesNothingByLooking() {
        assertThat(model.keepsRunning().get()).isTrue();
        assertThat(model.undecided().get()).isTrue();
        model.refresh();
        assertThat(store.current()).isEqualTo(Preferences.DEFAULT);
    }

    @Test
    void followsWhatIsChosenElsewhere() {
        store.change(p -> p.withClosing(ClosingChoice.QUIT).withTheme(ThemeChoice.LIGHT));
        model.refresh();
        assertThat(model.keepsRunning().get()).isFalse();
        assertThat(model.undecided().get()).isFalse();
        assertThat(model.theme().get()).isEqualTo(ThemeChoice.LIGHT);
    }
}
