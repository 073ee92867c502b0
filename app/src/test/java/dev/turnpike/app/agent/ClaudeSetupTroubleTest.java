package dev.turnpike.app.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnpike.app.platform.FileSteps;
import dev.turnpike.gateway.json.JsonDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What goes wrong around an edit of Claude Code's settings, and what is said and kept then.
class ClaudeSetupTroubleTest {
    private static final String MINE = """
            {
              "model": "opus",
              "env": {
                "EDITOR": "nvim"
              },
              "hooks": { "Stop": [ ] }
            }
            """;

    @TempDir
    Path root;

    private SetupDesk desk;

    @BeforeEach
    void open() {
        desk = new SetupDesk(root);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"edits\":[{}]}", "{", "{\"edits\":[{\"state\":\"of a later version\"}]}"})
    void countsAsNotConfiguredWhereTheJournalCannotBeRead(String journal) {
        desk.settings(MINE);
        desk.configure();
        desk.write(desk.home.resolve("edits.json"), journal);

        assertThat(desk.setup().isConfigured()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "\\n", "a\\\"b"})
    void masksATokenOfAnyLength(String piece) {
        String token = piece.repeat(100_000 / piece.length());

        assertThat(Masking.line("  \"MY_TOKEN\": \"" + token + "wxyz\",")).isEqualTo("  \"MY_TOKEN\": \"••••wxyz\",");
    }

    @Test
    void letsOneThreadAfterTheOtherWrite() throws Exception {
        desk.settings(MINE);
        ClaudeSetup setup = desk.setup();
        List<Callable<Optional<UndoReport>>> acts = Collections.nCopies(16, setup::undo);
        desk.configure();

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int undone = 0;
            for (Future<Optional<UndoReport>> act : threads.invokeAll(acts)) {
                undone += act.get().isPresent() ? 1 : 0;
            }
            assertThat(undone).isOne();
        }
        assertThat(desk.text()).isEqualTo(MINE);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void followsALinkFromWhereItReallyStands(boolean dangling) throws IOException {
        Path shared = root.resolve("dotfiles/shared/settings.json");
        if (!dangling) {
            desk.write(shared, MINE);
        }
        Files.createDirectories(root.resolve("dotfiles/claude"));
        Files.createSymbolicLink(desk.user, Path.of("dotfiles/claude"));
        Files.createSymbolicLink(desk.settings(), Path.of("../shared/settings.json"));
        desk.write(root.resolve("shared/settings.json"), "{\"not\": \"this one\"}");

        desk.configure();

        assertThat(SetupDesk.read(shared)).contains("ANTHROPIC_BASE_URL");
        assertThat(SetupDesk.read(root.resolve("shared/settings.json"))).isEqualTo("{\"not\": \"this one\"}");
        assertThat(desk.settings()).isSymbolicLink();
        desk.setup().undo();
        if (dangling) {
            assertThat(shared).doesNotExist();
        } else {
            assertThat(SetupDesk.read(shared)).isEqualTo(MINE);
        }
    }

    @Test
    void deletesNothingThatSomebodyWroteMeanwhile() throws IOException {
        desk.configure();
        SettingsFile file = SettingsFile.read(desk.settings());
        desk.settings(MINE);

        assertThatThrownBy(() -> file.delete(FileSteps.SYSTEM))
                .isInstanceOf(EditRefused.class)
                .hasMessageContaining("was changed by another program meanwhile");
        assertThat(desk.text()).isEqualTo(MINE);
    }

    @Test
    void isNotConfiguredOnceTheUserTookOurVariablesOut() {
        desk.settings("{\"env\": {\"ENABLE_TOOL_SEARCH\": \"true\"}}");
        desk.configure();
        String configured = desk.text();
        desk.settings(JsonDocument.of(configured).with("/theme", "\"dark\"").text());
        assertThat(desk.setup().isConfigured()).isTrue();

        desk.settings("{\"env\": {\"ENABLE_TOOL_SEARCH\": \"true\"}, \"theme\": \"dark\"}");

        assertThat(desk.setup().isConfigured()).isFalse();
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void waitsForNoPipeInPlaceOfASettingsFile() throws Exception {
        Files.createDirectories(desk.user);
        for (Path pipe : List.of(desk.settings(), desk.state())) {
            assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                    .isZero();
        }
        assertThat(desk.setup().plan(SetupDesk.ROUTE))
                .isEqualTo(new SetupPlan.Unreadable(desk.settings(), 0, 0, "it is not a file"));
        assertThat(desk.setup().isConfigured()).isFalse();
        Files.delete(desk.settings());

        SetupPlan.Ready plan = desk.ready(SetupDesk.ROUTE);

        assertThat(plan.notes()).contains(desk.state() + " cannot be read and stays as it is.");
        desk.setup().configure(plan);
        assertThat(desk.setup().isConfigured()).isTrue();
    }

    @Test
    void neverForgetsAnEditThatIsInAFile() throws IOException {
        desk.settings(MINE);
        desk.configure();
        EditJournal journal = new EditJournal(desk.home.resolve("edits.json"), FileSteps.SYSTEM);
        for (int i = 0; i < 60; i++) {
            JournalEntry other = new JournalEntry(
                    "other-" + i,
                    root.resolve("other.json"),
                    root.resolve("other.json"),
                    root.resolve("other.json"),
                    Optional.empty(),
                    Optional.of("{}"),
                    "before",
                    "after",
                    List.of(),
                    List.of(),
                    List.of(),
                    desk.now,
                    "1.2.3",
                    JournalEntry.State.APPLIED);
            journal.begin(other);
            journal.end(other);
        }

        assertThat(JsonDocument.of(SetupDesk.read(desk.home.resolve("edits.json")))
                        .size("/edits"))
                .isEqualTo(40);
        assertThat(desk.setup().undo()).isPresent();
        assertThat(desk.text()).isEqualTo(MINE);
    }

    @Test
    void saysThatTheSettingsAreBackWhereTheRestFails() {
        desk.settings(MINE);
        desk.configure();
        desk.write(desk.home.resolve("turnpike.json"), "{ broken");

        assertThatThrownBy(() -> desk.setup().undo())
                .isInstanceOf(EditRefused.class)
                .hasMessageContaining("settings.json is back, but: ")
                .hasMessageContaining("turnpike.json")
                .hasMessageNotContaining("nothing was changed");
        assertThat(desk.text()).isEqualTo(MINE);
    }

    @Test
    void showsTheLinesOfANewBlockTogether() {
        desk.settings("{\n  \"model\": \"opus\"\n}\n");

        assertThat(desk.ready(SetupDesk.ROUTE).diff().rows())
                .extracting(row -> row.change().sign() + row.text().replaceAll(":.*", ":"))
                .containsExactly(
                        "   \"model\":",
                        "+  \"env\":",
                        "+    \"ANTHROPIC_BASE_URL\":",
                        "+    \"ANTHROPIC_AUTH_TOKEN\":",
                        "+    \"CLAUDE_CODE_ENABLE_GATEWAY_MODEL_DISCOVERY\":",
                        "+    \"ENABLE_TOOL_SEARCH\":",
                        "+  }",
                        " }");
    }
}
