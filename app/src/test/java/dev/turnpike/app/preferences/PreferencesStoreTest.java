package dev.turnpike.app.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferencesStoreTest {
    @TempDir
    Path folder;

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final List<String> troubles = new ArrayList<>();

    private Path file() {
        return folder.resolve("turnpike/preferences.json");
    }

    private PreferencesStore open() {
        return new PreferencesStore(file(), waiting::add, troubles::add);
    }

    private void had(String text) throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), text);
    }

    @Test
    void keepsEverythingBetweenStarts() {
        PreferencesStore store = open();
        assertThat(store.current()).isEqualTo(Preferences.DEFAULT);
        store.change(p -> p.withTheme(ThemeChoice.DARK)
                .withLanguage("en-GB")
                .withClosing(ClosingChoice.KEEP)
                .withQuitting(QuitChoice.RESTORE)
                .withHidden(true)
                .withWindow(new WindowPlace(new Area(10, -20.5, 1280, 800), true))
                .withSplitter("traffic", 608)
                .withRoom("channels")
                .withOnboarded(true));
        store.close();
        assertThat(open().current()).isEqualTo(store.current()).isNotEqualTo(Preferences.DEFAULT);
    }

    @Test
    void writesToWhereALinkLeads() throws IOException {
        Path real = folder.resolve("dotfiles/kept.json");
        Files.createDirectories(real.getParent());
        Files.createDirectories(file().getParent());
        Files.writeString(real, "{}");
        Files.createSymbolicLink(file(), Path.of("../dotfiles/kept.json"));
        PreferencesStore store = open();
        store.change(p -> p.withRoom("usage"));
        store.close();
        assertThat(Files.isSymbolicLink(file())).isTrue();
        assertThat(Files.readString(real)).contains("usage");
    }

    @Test
    void writesManyChangesAsOneAndNoneWhereNothingChanged() throws IOException {
        PreferencesStore store = open();
        List<Preferences> told = new ArrayList<>();
        store.onChange(told::add);
        store.change(p -> p);
        assertThat(waiting).isEmpty();
        store.change(p -> p.withRoom("usage"));
        store.change(p -> p.withRoom("agents"));
        assertThat(waiting).hasSize(1);
        assertThat(file()).doesNotExist();
        waiting.remove().run();
        assertThat(open().current().room()).contains("agents");
        assertThat(told).hasSize(2);
        store.change(p -> p.withRoom("traffic"));
        assertThat(waiting).hasSize(1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void tellsNobodyWhoHasLeft() throws Exception {
        PreferencesStore store = open();
        List<Preferences> told = new ArrayList<>();
        store.onChange(told::add).close();
        store.change(p -> p.withRoom("usage"));
        assertThat(told).isEmpty();
    }

    @Test
    void keepsUnknownKeys() throws IOException {
        had("{\"future\":{\"a\":[1,2]},\"window\":{\"screen\":\"left\"},\"theme\":\"light\"}");
        PreferencesStore store = open();
        assertThat(store.current()).isEqualTo(Preferences.DEFAULT.withTheme(ThemeChoice.LIGHT));
        store.change(p -> p.withTheme(ThemeChoice.DARK).withWindow(new WindowPlace(new Area(1, 2, 900, 600), false)));
        store.close();
        assertThat(Files.readString(file()).replaceAll("\\s", ""))
                .contains("\"future\":{\"a\":[1,2]}")
                .contains("\"screen\":\"left\"")
                .contains("\"theme\":\"dark\"");
    }

    @Test
    void takesSenselessValuesForNotThere() throws IOException {
        had(
                "{\"theme\":\"pink\",\"closing\":7,\"window\":{\"x\":1},\"splitters\":[1],\"room\":{},\"onboarded\":\"?\"}");
        assertThat(open().current()).isEqualTo(Preferences.DEFAULT);
        assertThat(open().notice()).isEmpty();
    }

    @Test
    void keepsAFileAsideThatCannotBeRead() throws IOException {
        for (String broken : List.of("{\"theme\":", "[1]")) {
            had(broken);
            PreferencesStore store = open();
            assertThat(store.current()).isEqualTo(Preferences.DEFAULT);
            assertThat(store.notice())
                    .get()
                    .asString()
                    .contains("cannot be read")
                    .contains("preferences.unreadable-");
            store.change(p -> p.withHidden(true));
            store.close();
            assertThat(open().current().hidden()).isTrue();
        }
        assertThat(file().resolveSibling("preferences.unreadable-1.json")).hasContent("{\"theme\":");
        assertThat(file().resolveSibling("preferences.unreadable-2.json")).hasContent("[1]");
    }

    @Test
    void takesAnEmptyFileForNone() throws IOException {
        had("");
        assertThat(open().notice()).isEmpty();
    }

    @Test
    void saysWhenItCannotSave() throws IOException {
        PreferencesStore store = open();
        Files.writeString(folder.resolve("turnpike"), "a file where the folder should be");
        store.change(p -> p.withHidden(true));
        store.close();
        assertThat(troubles).singleElement().asString().startsWith("the preferences cannot be saved");
    }
}
