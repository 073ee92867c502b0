package dev.turnpike.app.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.agent.EditChoice.Kind;
import dev.turnpike.gateway.json.JsonDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an edit writes of models, what can be chosen beside it, and the second file.
class ClaudeSetupChoicesTest {
    private static final String STATE = "{\n  \"numStartups\": 3,\n  \"projects\": {}\n}";

    @TempDir
    Path root;

    private SetupDesk desk;

    @BeforeEach
    void open() {
        desk = new SetupDesk(root);
    }

    @Test
    void writesTheTiersAndTheWindow() {
        desk.settings("{\"model\": \"sonnet\", \"env\": {\"ANTHROPIC_DEFAULT_HAIKU_MODEL\": \"glm-4.5-air\"}}");
        SetupPlan.Ready plan = desk.ready(SetupDesk.MAPPED);

        assertThat(plan.choices()).extracting(EditChoice::kind).doesNotContain(Kind.SHIELD_FILE);
        assertThat(plan.notes()).anyMatch(note -> note.contains("ANTHROPIC_MODEL beats a model"));
        desk.setup().configure(plan);
        assertThat(desk.env("ANTHROPIC_DEFAULT_HAIKU_MODEL")).isEqualTo("claude-tp-haiku");
        assertThat(desk.env("ANTHROPIC_MODEL")).isEqualTo("claude-tp-sonnet");
        assertThat(desk.env("CLAUDE_CODE_MAX_CONTEXT_TOKENS")).isEqualTo("128000");
        desk.configure();
        assertThat(desk.env("ANTHROPIC_DEFAULT_OPUS_MODEL")).isEqualTo("(none)");
        assertThat(desk.env("ANTHROPIC_MODEL")).isEqualTo("(none)");
    }

    @Test
    void leavesAModelThatTheUserChoseAmongOurNames() {
        desk.settings("{\"env\": {\"ANTHROPIC_MODEL\": \"claude-tp-haiku\"}}");

        desk.setup().configure(desk.ready(SetupDesk.MAPPED));

        assertThat(desk.env("ANTHROPIC_MODEL")).isEqualTo("claude-tp-haiku");
        desk.setup().undo();
        assertThat(desk.env("ANTHROPIC_MODEL")).isEqualTo("claude-tp-haiku");
    }

    @Test
    void exemptsLoopbackWhereAProxyWasFoundAndOffersItElsewhere() {
        assertThat(choice(Kind.PROXY_EXEMPTION).preset()).isFalse();
        desk.environment.put("https_proxy", "(set)");
        desk.environment.put("NO_PROXY", "corp.example");
        assertThat(choice(Kind.PROXY_EXEMPTION).preset()).isTrue();

        desk.configure();

        assertThat(desk.env("no_proxy")).isEqualTo("corp.example,127.0.0.1,localhost,::1");
        desk.environment.clear();
        assertThat(choice(Kind.PROXY_EXEMPTION).preset())
                .as("what was chosen stays")
                .isTrue();
    }

    @Test
    void remembersWhatWasNotChosen() {
        desk.setup().configure(desk.only(SetupDesk.ROUTE, "CLAUDE_CODE_ATTRIBUTION_HEADER"));

        assertThat(desk.env("CLAUDE_CODE_ATTRIBUTION_HEADER")).isEqualTo("0");
        assertThat(desk.ready(SetupDesk.ROUTE).chosen()).containsExactly("CLAUDE_CODE_ATTRIBUTION_HEADER");
        assertThat(desk.ready(SetupDesk.ROUTE).isNothing()).isTrue();
    }

    @Test
    void leavesAShieldOffThatWasSwitchedOffUntilItIsSwitchedOnAgain() {
        desk.environment.put("ANTHROPIC_API_KEY", "set");
        desk.environment.put("CLAUDE_CODE_USE_BEDROCK", "1");
        desk.environment.put("HTTPS_PROXY", "set");
        assertThat(choice(Kind.SHIELD_ENVIRONMENT).preset()).isTrue();
        desk.setup().configure(desk.only(SetupDesk.ROUTE, "CLAUDE_CODE_USE_BEDROCK"));

        assertThat(desk.ready(SetupDesk.ROUTE).chosen()).containsExactly("CLAUDE_CODE_USE_BEDROCK");
        desk.environment.clear();
        desk.setup().configure(desk.ready(SetupDesk.MAPPED));
        desk.environment.put("ANTHROPIC_API_KEY", "set");
        desk.environment.put("CLAUDE_CODE_USE_VERTEX", "1");
        assertThat(desk.ready(SetupDesk.MAPPED).chosen())
                .as("though it was not seen meanwhile, while a new one is on")
                .containsExactlyInAnyOrder("CLAUDE_CODE_USE_BEDROCK", "CLAUDE_CODE_USE_VERTEX");

        desk.setup().configure(desk.only(SetupDesk.ROUTE, "ANTHROPIC_API_KEY"));
        assertThat(desk.ready(SetupDesk.ROUTE).chosen()).containsExactly("ANTHROPIC_API_KEY");
        desk.setup().undo();
        assertThat(desk.ready(SetupDesk.ROUTE).chosen())
                .as("after an undo, all is as at first")
                .contains("ANTHROPIC_API_KEY", "CLAUDE_CODE_USE_VERTEX");
    }

    private EditChoice choice(Kind kind) {
        return desk.ready(SetupDesk.ROUTE).choices().stream()
                .filter(choice -> choice.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private SetupPlan.Ready skipping() {
        return desk.only(SetupDesk.ROUTE, "hasCompletedOnboarding");
    }

    @Test
    void skipsTheFirstScreensInASecondFileAndTakesBothBack() {
        desk.settings("{}").write(desk.state(), STATE);
        SetupPlan.Ready plan = skipping();

        assertThat(plan.others()).singleElement().satisfies(other -> {
            assertThat(other.file()).isEqualTo(desk.state());
            assertThat(other.diff().rows())
                    .extracting(DiffRow::text)
                    .containsExactly("  \"hasCompletedOnboarding\": true");
        });
        desk.setup().configure(plan);
        assertThat(SetupDesk.read(desk.state()))
                .isEqualTo(STATE.replace("{}\n", "{},\n  \"hasCompletedOnboarding\": true\n"));
        assertThat(desk.setup().undoable().orElseThrow().others()).hasSize(1);
        UndoReport undone = desk.setup().undo().orElseThrow();
        assertThat(undone.others())
                .singleElement()
                .satisfies(other -> assertThat(other.exact()).isTrue());
        assertThat(SetupDesk.read(desk.state())).isEqualTo(STATE);
        assertThat(desk.text()).isEqualTo("{}");
    }

    @Test
    void writesTheSecondFileAsItIsThen() {
        desk.settings("{}").write(desk.state(), STATE);
        SetupPlan.Ready plan = skipping();
        desk.write(desk.state(), STATE.replace("3", "4"));

        desk.setup().configure(plan);
        desk.write(desk.state(), SetupDesk.read(desk.state()).replace("4", "5"));
        desk.setup().undo();

        assertThat(SetupDesk.read(desk.state())).isEqualTo(STATE.replace("3", "5"));
    }

    @Test
    void removesASecondFileThatItMade() {
        desk.setup().configure(skipping());
        assertThat(SetupDesk.read(desk.state())).contains("\"hasCompletedOnboarding\": true");

        desk.setup().undo();

        assertThat(desk.state()).doesNotExist();
        assertThat(desk.settings()).doesNotExist();
    }

    @Test
    void takesTheSecondFileBackWhenItIsNoLongerChosen() {
        desk.write(desk.state(), STATE);
        desk.setup().configure(skipping());
        assertThat(choice(Kind.SKIP_FIRST_RUN).preset()).isTrue();

        desk.setup().configure(desk.only(SetupDesk.ROUTE));

        assertThat(SetupDesk.read(desk.state())).isEqualTo(STATE);
        assertThat(desk.setup().undoable().orElseThrow().others()).isEmpty();
    }

    @Test
    void offersNoScreensThatWereSeen() {
        desk.write(desk.state(), "{\"hasCompletedOnboarding\": true}");
        assertThat(kinds()).doesNotContain(Kind.SKIP_FIRST_RUN);
        desk.write(desk.state(), "{ broken");
        assertThat(kinds()).doesNotContain(Kind.SKIP_FIRST_RUN);
    }

    private List<Kind> kinds() {
        return desk.ready(SetupDesk.ROUTE).choices().stream()
                .map(EditChoice::kind)
                .toList();
    }

    @Test
    void readsTheJournalOfTheFirstVersion() {
        desk.settings("{\"env\": {\"A\": \"new\", \"B\": \"ours\"}}")
                .write(desk.home.resolve("edits.json"), """
                {"version":1,"edits":[{"id":"1","target":"%s","state":"applied","time":"2026-11-21T14:02:11Z",
                "turnpike":"1.0","shaBefore":"","shaAfter":"x","madeEnv":true,"original":"{}","keys":[
                {"name":"A","ours":"\\"new\\"","before":"\\"old\\""},{"name":"B","ours":"\\"ours\\""}]}]}
                """.formatted(desk.settings()));

        assertThat(desk.setup().targets()).containsExactly(desk.settings());
        assertThat(desk.setup().undo().orElseThrow().back()).containsExactly("A", "B");
        assertThat(desk.text()).isEqualTo("{\"env\": {\"A\": \"old\"}}");
    }

    @Test
    void neverTakesItsOwnValuesForTheUsersThoughTheJournalIsLost() throws IOException {
        desk.settings("{\"env\": {\"EDITOR\": \"nvim\"}}");
        desk.setup().configure(desk.ready(SetupDesk.MAPPED));
        Files.delete(desk.home.resolve("edits.json"));

        desk.setup().configure(desk.ready(SetupDesk.MAPPED));
        desk.configure();
        desk.setup().undo();

        assertThat(desk.text())
                .contains("nvim")
                .doesNotContain("127.0.0.1:8397")
                .doesNotContain("local-")
                .doesNotContain("claude-tp")
                .doesNotContain("128000");
    }

    @Test
    void knowsAllItsTargetsAndTakesAllBack() {
        Path work = root.resolve("work");
        desk.settings("{}").write(work.resolve("settings.json"), "{\"a\":1}");
        desk.configure();
        ClaudeSetup second = desk.setup().in(work);
        second.configure(SetupDesk.only(second, SetupDesk.ROUTE, "hasCompletedOnboarding"));
        assertThat(work.resolve(".claude.json")).exists();

        assertThat(desk.setup().targets()).containsExactly(desk.settings(), work.resolve("settings.json"));
        assertThat(desk.setup().undoAll()).hasSize(2);

        assertThat(desk.text()).isEqualTo("{}");
        assertThat(SetupDesk.read(work.resolve("settings.json"))).isEqualTo("{\"a\":1}");
        assertThat(work.resolve(".claude.json")).doesNotExist();
        assertThat(desk.setup().targets()).isEmpty();
        assertThat(JsonDocument.of(desk.turnpike().text()).size("/gateway/clients"))
                .isEqualTo(2);
    }

    @Test
    void goesBackWhereALinkLedThen() throws IOException {
        Path one = root.resolve("one/settings.json");
        Path other = root.resolve("other/settings.json");
        desk.write(one, "{\"a\":1}").write(other, "{\"b\":2}");
        Files.createDirectories(desk.user);
        Files.createSymbolicLink(desk.settings(), one);
        desk.configure();
        Files.delete(desk.settings());
        Files.createSymbolicLink(desk.settings(), other);

        assertThat(desk.setup().undo()).isPresent();

        assertThat(SetupDesk.read(one)).isEqualTo("{\"a\":1}");
        assertThat(SetupDesk.read(other)).isEqualTo("{\"b\":2}");
    }
}
