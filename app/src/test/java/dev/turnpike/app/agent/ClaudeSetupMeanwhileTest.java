package dev.turnpike.app.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnpike.app.platform.FileSteps;
import dev.turnpike.gateway.configuration.ConfigurationEditor;
import dev.turnpike.gateway.json.JsonDocument;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What other programs, a shell or a sudden end do between two edits of ours.
class ClaudeSetupMeanwhileTest {
    private static final String MINE = "{\n  \"model\": \"opus\"\n}\n";
    private static final Route MOVED = SetupDesk.ROUTE.at(URI.create("http://127.0.0.1:8398"));

    @TempDir
    Path root;

    private SetupDesk desk;

    @BeforeEach
    void open() {
        desk = new SetupDesk(root).settings(MINE);
    }

    @Test
    void refusesToWriteOverWhatAnotherProgramWroteAtTheLastMoment() throws IOException {
        String theirs = "{\n  \"model\": \"sonnet\"\n}\n";
        FileSteps slow = new FileSteps() {
            @Override
            public void fill(Path file, byte[] content) throws IOException {
                FileSteps.super.fill(file, content);
                if (file.startsWith(desk.user)) {
                    desk.settings(theirs);
                }
            }
        };
        ClientRegister register =
                new ClientRegister(new ConfigurationEditor(desk.home.resolve("turnpike.json")), () -> desk.now);
        ClaudeSetup setup = desk.setup(slow, register, Ownership.SYSTEM);

        assertThatThrownBy(() -> setup.configure(desk.ready(SetupDesk.ROUTE)))
                .isInstanceOf(EditRefused.class)
                .hasMessageContaining("was changed by another program meanwhile");

        assertThat(desk.text()).isEqualTo(theirs);
        assertThat(desk.setup().undoable()).isEmpty();
        try (var left = Files.list(desk.user)) {
            assertThat(left).containsExactly(desk.settings());
        }
    }

    @Test
    void takesAnEarlierAddressBackThatAnotherProgramWroteAgain() {
        desk.configure();
        String earlier = desk.text();
        desk.setup().configure(desk.ready(MOVED));
        desk.settings(JsonDocument.of(earlier).with("/theme", "\"dark\"").text());

        UndoReport undone = desk.setup().undo().orElseThrow();

        assertThat(undone.left()).isEmpty();
        assertThat(desk.text()).isEqualTo("{\n  \"model\": \"opus\",\n  \"theme\": \"dark\"\n}\n");
    }

    @Test
    void takesEarlierModelsBackThatAnotherProgramWroteAgain() {
        desk.configureAll();
        String earlier = desk.text();
        desk.configure();
        desk.setup().configure(desk.ready(MOVED));
        desk.settings(JsonDocument.of(earlier).with("/theme", "\"dark\"").text());

        desk.setup().undo();

        assertThat(desk.text()).isEqualTo("{\n  \"model\": \"opus\",\n  \"theme\": \"dark\"\n}\n");
    }

    @Test
    void findsAndRepairsTheEditOfAnotherFolderWhereALaterOneNeverArrived() throws IOException {
        Path other = root.resolve("other");
        desk.write(other.resolve("settings.json"), MINE);
        ClaudeSetup there = desk.setup().in(other);
        there.configure((SetupPlan.Ready) there.plan(SetupDesk.ROUTE));
        there.begin((SetupPlan.Ready) there.plan(MOVED), false);

        assertThat(desk.setup().targets()).containsExactly(other.resolve("settings.json"));
        desk.setup().repair();
        assertThat(JsonDocument.of(SetupDesk.read(desk.home.resolve("edits.json")))
                        .string("/edits/1/state"))
                .contains("restored");
        assertThat(desk.setup().undoAll()).hasSize(1);
        assertThat(SetupDesk.read(other.resolve("settings.json"))).isEqualTo(MINE);
        assertThat(desk.setup().targets()).isEmpty();
    }

    @Test
    void leavesTheUsersOwnAddressWhereTheJournalIsLost() throws IOException {
        desk.configure();
        desk.settings(JsonDocument.of(desk.text())
                .with("/env/ANTHROPIC_BASE_URL", "\"https://corp.example\"")
                .text());
        Files.delete(desk.home.resolve("edits.json"));

        desk.configure();
        desk.setup().undo();

        assertThat(desk.env("ANTHROPIC_BASE_URL")).isEqualTo("https://corp.example");
        assertThat(desk.env("ANTHROPIC_AUTH_TOKEN")).isEqualTo("(none)");
    }

    @Test
    void configuresAlthoughTheSecondFileCannotBeUnderstoodAndNamesIt() {
        desk.write(desk.state(), "{\n  \"numStartups\": 3\n}\n");
        desk.configureAll();
        desk.write(desk.state(), "{ broken");

        SetupPlan.Ready plan = desk.ready(MOVED);

        assertThat(plan.notes()).anyMatch(note -> note.startsWith(desk.state() + " "));
        desk.setup().configure(plan);
        assertThat(desk.env("ANTHROPIC_BASE_URL")).isEqualTo("http://127.0.0.1:8398");
        assertThat(SetupDesk.read(desk.state())).isEqualTo("{ broken");
    }

    @Test
    void keepsTheHeaderFieldsThatTheShellExports() {
        desk.environment.put("ANTHROPIC_CUSTOM_HEADERS", "X-Corp: blue");
        SetupPlan.Ready plan = desk.ready(SetupDesk.KEEPS_LOGIN);

        desk.setup().configure(plan);

        assertThat(desk.env("ANTHROPIC_CUSTOM_HEADERS")).startsWith("X-Corp: blue\nx-turnpike-key: local-");
        assertThat(plan.notes()).noneMatch(note -> note.contains("ANTHROPIC_CUSTOM_HEADERS"));
        desk.setup().undo();
        assertThat(desk.text()).isEqualTo(MINE);
    }

    @Test
    void saysThatHeaderFieldsAreLostOfWhichItKnowsOnlyThatTheyAreSet() {
        desk.environment.put("ANTHROPIC_CUSTOM_HEADERS", "set");
        SetupPlan.Ready plan = desk.ready(SetupDesk.KEEPS_LOGIN);

        desk.setup().configure(plan);

        assertThat(desk.env("ANTHROPIC_CUSTOM_HEADERS")).startsWith("x-turnpike-key: local-");
        assertThat(plan.notes()).anyMatch(note -> note.contains("ANTHROPIC_CUSTOM_HEADERS"));
    }

    @Test
    void leavesTheUsersOwnAnswerAboutToolSearch() {
        desk.settings("{\"env\": {\"ENABLE_TOOL_SEARCH\": \"false\"}}");

        desk.configure();

        assertThat(desk.env("ENABLE_TOOL_SEARCH")).isEqualTo("false");
        SetupPlan.Ready chosen = desk.only(SetupDesk.ROUTE, EditChoice.TOOL_SEARCH);
        desk.setup().configure(chosen);
        desk.configure();
        assertThat(desk.env("ENABLE_TOOL_SEARCH")).as("once it is chosen").isEqualTo("true");
    }
}
