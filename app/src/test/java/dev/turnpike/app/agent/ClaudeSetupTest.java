package dev.turnpike.app.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnpike.gateway.http.ClientToken;
import dev.turnpike.gateway.json.JsonDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaudeSetupTest {
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
    @ValueSource(
            strings = {
                MINE,
                "",
                "\n",
                "{}",
                "{\"env\":{\"A\":1,\"B\":null},\"x\":[1,2]}",
                "\uFEFF{\r\n\t\"env\": {}\r\n}\r\n",
                "{ }",
                "{\n}\n",
                "{\n  \"env\": {\"ANTHROPIC_BASE_URL\": \"https://api.z.ai/api/anthropic\", \"ANTHROPIC_AUTH_TOKEN\": \"sk-1\"}\n}"
            })
    void leavesTheFileAsItWasAfterAnUndo(String text) {
        desk.settings(text);

        desk.configure();
        assertThat(desk.env("ANTHROPIC_BASE_URL")).isEqualTo("http://127.0.0.1:8397");
        UndoReport undone = desk.setup().undo().orElseThrow();

        assertThat(desk.text()).isEqualTo(text);
        assertThat(undone.exact()).isTrue();
        assertThat(undone.left()).isEmpty();
        assertThat(desk.setup().undo()).isEmpty();
    }

    @Test
    void makesAPrivateFileAndRemovesItAgain() throws IOException {
        desk.configure();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(desk.settings())))
                .isEqualTo("rw-------");
        assertThat(desk.setup().undo().orElseThrow().deleted()).isTrue();
        assertThat(desk.settings()).doesNotExist();
    }

    @Test
    void keepsWhatTheUserAddedToAFileThatItMade() {
        desk.configure();
        desk.settings(JsonDocument.of(desk.text()).with("/model", "\"opus\"").text());

        UndoReport undone = desk.setup().undo().orElseThrow();

        assertThat(undone.deleted()).isFalse();
        assertThat(JsonDocument.of(desk.text()).names("")).containsExactly("model");
    }

    @Test
    void keepsTheModeOfTheFileAndEditsWhatALinkLeadsTo() throws IOException {
        Path dotfiles = root.resolve("dotfiles/settings.json");
        desk.write(dotfiles, MINE);
        Files.setPosixFilePermissions(dotfiles, PosixFilePermissions.fromString("rw-r-----"));
        Files.createDirectories(desk.user);
        Files.createSymbolicLink(desk.settings(), Path.of("../dotfiles/settings.json"));

        desk.configure();

        assertThat(desk.settings()).isSymbolicLink();
        assertThat(SetupDesk.read(dotfiles)).contains("ANTHROPIC_BASE_URL");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dotfiles)))
                .isEqualTo("rw-r-----");
        desk.setup().undo();
        assertThat(SetupDesk.read(dotfiles)).isEqualTo(MINE);
        assertThat(desk.settings()).isSymbolicLink();
    }

    @Test
    void takesBackWhatIsStillOursAndListsWhatIsNot() {
        desk.settings("{\n  \"env\": {\n    \"ENABLE_TOOL_SEARCH\": \"false\"\n  }\n}\n");
        desk.setup().configure(desk.only(SetupDesk.ROUTE, "ENABLE_TOOL_SEARCH"));
        desk.settings(JsonDocument.of(desk.text())
                .with("/env/ANTHROPIC_BASE_URL", "\"https://elsewhere.example\"")
                .with("/theme", "\"dark\"")
                .text());

        UndoReport undone = desk.setup().undo().orElseThrow();

        assertThat(undone.left()).containsExactly("ANTHROPIC_BASE_URL");
        assertThat(undone.back()).contains("ANTHROPIC_AUTH_TOKEN", "ENABLE_TOOL_SEARCH");
        assertThat(desk.env("ENABLE_TOOL_SEARCH")).isEqualTo("false");
        assertThat(desk.env("ANTHROPIC_AUTH_TOKEN")).isEqualTo("(none)");
        assertThat(desk.env("ANTHROPIC_BASE_URL")).isEqualTo("https://elsewhere.example");
        assertThat(desk.text()).contains("\"theme\": \"dark\"");
    }

    @Test
    void remembersTheUsersValuesAndNotItsOwnWhenItIsDoneTwice() {
        desk.settings(MINE);
        desk.configure();
        String token = desk.env("ANTHROPIC_AUTH_TOKEN");
        Route moved = new Route(java.net.URI.create("http://127.0.0.1:9000"), false);

        desk.setup().configure(desk.ready(moved));

        assertThat(desk.env("ANTHROPIC_BASE_URL")).isEqualTo("http://127.0.0.1:9000");
        assertThat(desk.env("ANTHROPIC_AUTH_TOKEN")).isEqualTo(token);
        assertThat(desk.ready(moved).isNothing()).isTrue();
        desk.setup().undo();
        assertThat(desk.text()).isEqualTo(MINE);
    }

    @Test
    void goesBackToTheUsersTextEvenAfterTheUserWroteBetweenTwoEdits() {
        desk.settings(MINE);
        desk.configure();
        desk.settings(desk.text().replace("nvim", "hx"));
        desk.setup().configure(desk.ready(new Route(java.net.URI.create("http://127.0.0.1:9000"), false)));

        desk.setup().undo();

        assertThat(desk.text()).isEqualTo(MINE.replace("nvim", "hx"));
    }

    @Test
    void refusesToWriteOverWhatSomebodyWroteMeanwhile() {
        desk.settings(MINE);
        SetupPlan.Ready plan = desk.ready(SetupDesk.ROUTE);
        desk.settings(MINE.replace("opus", "sonnet"));

        assertThatThrownBy(() -> desk.setup().configure(plan))
                .isInstanceOf(EditRefused.class)
                .hasMessageContaining("was changed by another program meanwhile");
        assertThat(desk.text()).isEqualTo(MINE.replace("opus", "sonnet"));
        assertThat(desk.setup().isConfigured()).isFalse();
    }

    @Test
    void mendsASuddenEndBetweenJournalAndFile() throws IOException {
        desk.settings(MINE);
        assertThat(desk.setup().begin(desk.ready(SetupDesk.ROUTE), false)).isPresent();

        assertThat(desk.text()).isEqualTo(MINE);
        assertThat(desk.setup().isConfigured()).isFalse();
        assertThat(desk.setup().undo()).isEmpty();
        desk.configure();
        assertThat(desk.setup().isConfigured()).isTrue();
        desk.setup().undo();
        assertThat(desk.text()).isEqualTo(MINE);
    }

    @Test
    void stillKnowsTheEditBeforeOneThatNeverArrived() throws IOException {
        desk.settings(MINE);
        desk.configure();
        assertThat(desk.setup()
                        .begin(desk.ready(new Route(java.net.URI.create("http://127.0.0.1:9000"), false)), false))
                .isPresent();

        desk.setup().undo();

        assertThat(desk.text()).isEqualTo(MINE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\n  // mine\n  \"env\": {}\n}",
                "{\n  \"env\": {},\n \"env\": {}\n}",
                "{\n  \"env\": \"none\"\n}"
            })
    void writesNothingIntoAFileThatItDoesNotUnderstand(String text) {
        desk.settings(text);

        SetupPlan plan = desk.setup().plan(SetupDesk.ROUTE);

        assertThat(plan).isInstanceOfSatisfying(SetupPlan.Unreadable.class, unreadable -> {
            assertThat(unreadable.line()).isBetween(2, 3);
            assertThat(unreadable.column()).isPositive();
        });
        assertThat(desk.text()).isEqualTo(text);
        assertThat(desk.home).doesNotExist();
    }

    @Test
    void shieldsWhatStandsInTheWayAndNothingElse() {
        desk.settings("{\"env\":{\"CLAUDE_CODE_USE_BEDROCK\":\"1\",\"ANTHROPIC_MODEL\":\"opus\","
                + "\"ANTHROPIC_DEFAULT_HAIKU_MODEL\":\"glm-4.5-air\"}}");
        desk.environment.put("ANTHROPIC_API_KEY", "sk-ant-foreign-000000000000");
        desk.environment.put("HTTP_PROXY", "http://127.0.0.1:7890");

        desk.configure();

        assertThat(desk.env("CLAUDE_CODE_USE_BEDROCK")).isEmpty();
        assertThat(desk.env("ANTHROPIC_DEFAULT_HAIKU_MODEL")).isEmpty();
        assertThat(desk.env("ANTHROPIC_API_KEY")).isEmpty();
        assertThat(desk.env("ANTHROPIC_MODEL")).isEqualTo("opus");
        assertThat(desk.env("ANTHROPIC_DEFAULT_SONNET_MODEL")).isEqualTo("(none)");
        assertThat(desk.env("NO_PROXY")).isEqualTo("127.0.0.1,localhost,::1").isEqualTo(desk.env("no_proxy"));
        desk.environment.clear();
        assertThat(desk.ready(SetupDesk.ROUTE).isNothing())
                .as("a shield stays when the shell of the day has nothing to shield from")
                .isTrue();
    }

    @Test
    void leavesOutWhatIsNotChosen() {
        desk.environment.put("ANTHROPIC_API_KEY", "sk-ant-foreign-000000000000");
        SetupPlan.Ready plan = desk.only(SetupDesk.ROUTE);

        assertThat(plan.choices())
                .extracting(EditChoice::variable)
                .containsExactly(
                        "ENABLE_TOOL_SEARCH",
                        "ANTHROPIC_API_KEY",
                        "NO_PROXY",
                        "CLAUDE_CODE_ATTRIBUTION_HEADER",
                        "hasCompletedOnboarding");
        desk.setup().configure(plan);
        assertThat(desk.env("ENABLE_TOOL_SEARCH")).isEqualTo("(none)");
        assertThat(desk.env("ANTHROPIC_API_KEY")).isEqualTo("(none)");
    }

    @Test
    void givesTheTargetATokenOfItsOwn() throws IOException {
        desk.write(desk.home.resolve("turnpike.json"), "{\n  \"channels\": []\n}\n");
        desk.configure();

        String token = desk.env("ANTHROPIC_AUTH_TOKEN");
        assertThat(token).startsWith("local-").hasSizeGreaterThan(30);
        assertThat(desk.turnpike().string("/gateway/clients/0/hash")).contains(ClientToken.hash(token));
        assertThat(desk.turnpike().string("/gateway/accessKey").orElseThrow()).startsWith("local-");
        assertThat(desk.turnpike().text()).doesNotContain(token).startsWith("{\n  \"channels\": [],\n");
        desk.setup().undo();
        assertThat(desk.turnpike().has("/gateway/clients/0/retired")).isTrue();
        desk.now = desk.now.plus(Duration.ofHours(25));
        desk.configure();
        assertThat(desk.turnpike().size("/gateway/clients")).isOne();
        assertThat(desk.env("ANTHROPIC_AUTH_TOKEN")).isNotEqualTo(token);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(desk.home.resolve("edits.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void retiresTheTokenThatAFileNoLongerHas() {
        desk.configure();
        desk.settings("{}");

        desk.configure();

        assertThat(desk.turnpike().size("/gateway/clients")).isEqualTo(2);
        assertThat(desk.turnpike().has("/gateway/clients/0/retired")).isTrue();
        assertThat(desk.turnpike().has("/gateway/clients/1/retired")).isFalse();
    }

    @Test
    void writesAHeaderBesideTheUsersOwnWhereTheLoginIsKept() {
        String text = "{\n  \"env\": {\n    \"ANTHROPIC_CUSTOM_HEADERS\": \"X-Team: red\"\n  }\n}\n";
        desk.settings(text);

        desk.setup().configure(desk.ready(SetupDesk.KEEPS_LOGIN));

        assertThat(desk.env("ANTHROPIC_CUSTOM_HEADERS")).startsWith("X-Team: red\nx-turnpike-key: local-");
        assertThat(desk.env("ANTHROPIC_AUTH_TOKEN")).isEqualTo("(none)");
        desk.settings(desk.text().replace("X-Team: red", "X-Team: blue"));
        UndoReport undone = desk.setup().undo().orElseThrow();
        assertThat(undone.left()).isEmpty();
        assertThat(desk.text()).isEqualTo(text.replace("red", "blue"));
    }

    @Test
    void movesBetweenTokenAndHeaderWithoutLeavingEither() {
        desk.settings(MINE);
        desk.configure();
        String token = desk.env("ANTHROPIC_AUTH_TOKEN");

        desk.setup().configure(desk.ready(SetupDesk.KEEPS_LOGIN));
        assertThat(desk.env("ANTHROPIC_AUTH_TOKEN")).isEqualTo("(none)");
        assertThat(desk.env("ANTHROPIC_CUSTOM_HEADERS")).isEqualTo("x-turnpike-key: " + token);
        desk.configure();
        assertThat(desk.env("ANTHROPIC_CUSTOM_HEADERS")).isEqualTo("(none)");
        assertThat(desk.env("ANTHROPIC_AUTH_TOKEN")).isEqualTo(token);
        desk.setup().undo();
        assertThat(desk.text()).isEqualTo(MINE);
    }

    @Test
    void showsTheLinesThatChangeAndNoSecret() {
        desk.settings("""
                {
                  "model": "opus",
                  "env": {
                    "ANTHROPIC_API_KEY": "sk-ant-verysecret-9c1e",
                    "ANTHROPIC_BASE_URL": "https://u:pw@api.z.ai/x?key=1",
                    "MY_TOKEN": "hunter2"
                  },
                  "a": 1,
                  "b": 2
                }
                """);

        SettingsDiff diff = desk.ready(SetupDesk.ROUTE).diff();

        assertThat(diff.rows())
                .extracting(row -> row.change().sign() + row.text().replaceAll("••••....\"", "••••0000\""))
                .containsExactly(
                        "   \"env\": {",
                        "~    \"ANTHROPIC_API_KEY\": \"sk-••••0000\" → \"\",",
                        "~    \"ANTHROPIC_BASE_URL\": \"https://…@api.z.ai/x?…\" → \"http://127.0.0.1:8397\",",
                        "     \"MY_TOKEN\": \"••••\",",
                        "+    \"ANTHROPIC_AUTH_TOKEN\": \"local-••••0000\",",
                        "+    \"CLAUDE_CODE_ENABLE_GATEWAY_MODEL_DISCOVERY\": \"1\",",
                        "+    \"ENABLE_TOOL_SEARCH\": \"true\"",
                        "   },");
        assertThat(diff.unchanged()).isEqualTo(5);
        desk.settings("{\"env\":{\"ANTHROPIC_API_KEY\":\"sk-ant-verysecret-9c1e\"}}");
        assertThat(desk.ready(SetupDesk.ROUTE).diff().rows())
                .extracting(DiffRow::text)
                .contains("  \"ANTHROPIC_BASE_URL\": \"http://127.0.0.1:8397\"")
                .noneMatch(line -> line.contains("verysecret"));
    }

    @Test
    void saysWhatStillWins() {
        desk.write(
                        root.resolve("managed/managed-settings.json"),
                        "{\"env\":{\"ANTHROPIC_BASE_URL\":\"https://corp.example\"}}")
                .write(root.resolve("project/.claude/settings.json"), "{\"env\":{\"ANTHROPIC_AUTH_TOKEN\":\"x\"}}");

        assertThat(desk.ready(SetupDesk.ROUTE).notes())
                .anyMatch(
                        note -> note.contains("managed-settings.json sets ANTHROPIC_BASE_URL to https://corp.example"))
                .anyMatch(note -> note.contains("ANTHROPIC_AUTH_TOKEN, which wins in that project"));
    }

    @Test
    void saysWhichFileKeepsItFromKnowing() {
        desk.write(desk.home.resolve("edits.json"), "{\"edits\":[{}]}").settings(MINE);

        assertThatThrownBy(() -> desk.setup().plan(SetupDesk.ROUTE)).hasMessageContaining("edits.json cannot be read");
    }
}
