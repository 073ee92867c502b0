package dev.turnpike.app.agent.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.agent.ClaudeHome;
import dev.turnpike.app.agent.doctor.Finding;
import dev.turnpike.app.agent.doctor.Inquiry;
import dev.turnpike.app.agent.doctor.Remedy;
import dev.turnpike.app.agent.doctor.Report;
import dev.turnpike.app.agent.doctor.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFilesSourceTest {
    @TempDir
    Path root;

    private Fixture fixture;
    private SettingsFilesSource source;

    @BeforeEach
    void layOut() {
        fixture = new Fixture(root);
        source = new SettingsFilesSource(
                new ClaudeHome(fixture.home().resolve(".claude"), root.resolve("managed"), root.resolve("elsewhere")));
    }

    private Report look() {
        return source.look(fixture.inProject());
    }

    private static String model(String name) {
        return "{\"env\": {\"ANTHROPIC_MODEL\": \"" + name + "\"}}";
    }

    @Test
    void seesEveryScopeTheStrongestFirst() {
        fixture.write("managed/managed-settings.json", model("a"));
        fixture.write("managed/managed-settings.d/10.json", model("b"));
        fixture.write("managed/managed-settings.d/20.json", model("c"));
        fixture.write("work/app/.claude/settings.local.json", model("d"));
        fixture.write("work/app/.claude/settings.json", model("e"));
        fixture.write("home/u/.claude/settings.json", model("f"));
        fixture.write("elsewhere/.claude/settings.json", model("g"));
        assertThat(fixture.settings(look()))
                .containsExactly(
                        "MANAGED managed/managed-settings.d/20.json:1 ANTHROPIC_MODEL=c",
                        "MANAGED managed/managed-settings.d/10.json:1 ANTHROPIC_MODEL=b",
                        "MANAGED managed/managed-settings.json:1 ANTHROPIC_MODEL=a",
                        "PROJECT_LOCAL work/app/.claude/settings.local.json:1 ANTHROPIC_MODEL=d",
                        "PROJECT work/app/.claude/settings.json:1 ANTHROPIC_MODEL=e",
                        "USER home/u/.claude/settings.json:1 ANTHROPIC_MODEL=f");
    }

    @Test
    void readsNoProjectWhereNoneIsChosen() {
        fixture.write("elsewhere/.claude/settings.json", model("g"));
        Report report = source.look(Fixture.anywhere());
        assertThat(report.settings()).isEmpty();
        assertThat(report.checked()).hasSize(2).allMatch(c -> c.ok() && c.note().equals("not there"));
    }

    @Test
    void readsTheLocalFileOfTheRepositoryBeforeThatOfTheFolder() {
        fixture.folder("work/.git");
        fixture.write("work/.claude/settings.local.json", model("root"));
        fixture.write("work/.claude/settings.json", model("not read"));
        fixture.write("work/app/.claude/settings.local.json", model("folder"));
        assertThat(fixture.settings(look()))
                .containsExactly(
                        "PROJECT_LOCAL work/.claude/settings.local.json:1 ANTHROPIC_MODEL=root",
                        "PROJECT_LOCAL work/app/.claude/settings.local.json:1 ANTHROPIC_MODEL=folder");
    }

    @Test
    void readsTheLocalFileOfTheMainFolderInAWorktree() {
        fixture.write("work/app/.git", "gitdir: " + root.resolve("main/.git/worktrees/app") + "\n");
        fixture.write("main/.claude/settings.local.json", model("main"));
        assertThat(fixture.settings(look()))
                .containsExactly("PROJECT_LOCAL main/.claude/settings.local.json:1 ANTHROPIC_MODEL=main");
    }

    @Test
    void readsTheUsersFilesOnceWhereTheProjectIsTheirHome() {
        fixture.write("home/u/.claude/settings.json", model("user"));
        fixture.write("home/u/.claude/settings.local.json", model("local"));
        Report report = source.look(new Inquiry(Optional.of(fixture.home()), false));
        assertThat(fixture.settings(report))
                .containsExactly(
                        "PROJECT_LOCAL home/u/.claude/settings.local.json:1 ANTHROPIC_MODEL=local",
                        "USER home/u/.claude/settings.json:1 ANTHROPIC_MODEL=user");
        assertThat(report.findings()).isEmpty();
    }

    @Test
    void tellsTheLineOfEachValueWithAByteOrderMarkAndWindowsLineEnds() {
        fixture.write(
                "home/u/.claude/settings.json",
                "\uFEFF{\r\n  \"model\": \"opus\",\r\n  \"hooks\": {\r\n    \"model\": 1},\r\n  \"env\": {\r\n"
                        + "    \"EDITOR\": \"vi\", \"apiKeyHelper\": \"no key of the file\",\r\n"
                        + "    \"API_TIMEOUT_MS\": 5,\r\n    \"ANTHROPIC_API_KEY\":\r\n      \"" + Fixture.SECRET
                        + "\"\r\n  },\r\n  \"apiKeyHelper\": \"/bin/get\", \"forceLoginMethod\": \"console\"\r\n}\r\n");
        assertThat(fixture.settings(look()))
                .containsExactly(
                        "USER home/u/.claude/settings.json:7 API_TIMEOUT_MS=5",
                        "USER home/u/.claude/settings.json:8 ANTHROPIC_API_KEY=sk-••••WXYZ",
                        "USER home/u/.claude/settings.json:11 apiKeyHelper=••••",
                        "USER home/u/.claude/settings.json:2 model=opus",
                        "USER home/u/.claude/settings.json:11 forceLoginMethod=console");
    }

    @Test
    void opensTheUsersAndTheProjectsFilesAndNeverAnAdministrators() {
        Path user = fixture.write("home/u/.claude/settings.json", model("user"));
        Path project = fixture.write("work/app/.claude/settings.json", "\n" + model("project"));
        fixture.write("managed/managed-settings.json", model("managed"));
        assertThat(look().settings())
                .extracting(s -> s.removals())
                .containsExactly(
                        List.of(),
                        List.of(new Remedy.Open(project, OptionalInt.of(2))),
                        List.of(new Remedy.Open(user, OptionalInt.of(1))));
    }

    @Test
    void takesTheLastOfANameThatStandsTwice() {
        fixture.write(
                "home/u/.claude/settings.json",
                "{\"env\":{\"ANTHROPIC_MODEL\":\"x\",\"API_TIMEOUT_MS\":1},\n\"env\":{\"ANTHROPIC_MODEL\":\"y\"}}");
        assertThat(fixture.settings(look())).containsExactly("USER home/u/.claude/settings.json:2 ANTHROPIC_MODEL=y");
    }

    @Test
    void findsAFileThatDoesNotLoadWithItsPlaceAndNothingOfItsText() {
        fixture.write("home/u/.claude/settings.json", "{\n  // note\n  \"k\": \"" + Fixture.SECRET + "\"}");
        fixture.write("managed/managed-settings.json", "[1]");
        fixture.write("work/app/.claude/settings.json", "{\"k\": " + Fixture.SECRET + "}");
        Report report = look();
        assertThat(report.findings()).extracting(Finding::id).containsOnly("unreadable-file");
        assertThat(report.findings())
                .extracting(Finding::severity)
                .containsExactly(Severity.BREAKS, Severity.WARNS, Severity.BREAKS);
        assertThat(report.findings().getLast().message())
                .startsWith(root + "/home/u/.claude/settings.json: line 2, column 3: is not valid JSON.");
        assertThat(report.findings().getLast().where().line()).hasValue(2);
        assertThat(report.toString()).doesNotContain("0123456789");
        assertThat(report.checked()).extracting(c -> c.ok()).containsExactly(false, true, false, false);
    }

    @Test
    void neverOpensWhatIsNoFile() {
        Path folder = fixture.folder("home/u/.claude/settings.json");
        assertThat(look().findings())
                .singleElement()
                .satisfies(f -> assertThat(f.message()).startsWith(folder + ": is not a file."));
    }

    @Test
    void countsAnEmptyFileAsOneThatSetsNothing() {
        fixture.write("home/u/.claude/settings.json", "\n");
        Report report = look();
        assertThat(report.settings()).isEmpty();
        assertThat(report.findings()).isEmpty();
    }

    @Test
    void saysThatALocalFileBesideTheUsersOwnDoesNotCount() {
        Path stray = fixture.write("home/u/.claude/settings.local.json", model("x"));
        Report report = look();
        assertThat(report.settings()).isEmpty();
        assertThat(report.findings()).singleElement().satisfies(f -> {
            assertThat(f.id()).isEqualTo("stray-local-file");
            assertThat(f.severity()).isEqualTo(Severity.INFO);
            assertThat(f.where().file()).contains(stray);
        });
    }
}
