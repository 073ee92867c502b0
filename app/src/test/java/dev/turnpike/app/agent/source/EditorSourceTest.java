package dev.turnpike.app.agent.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.agent.doctor.Checked;
import dev.turnpike.app.agent.doctor.Finding;
import dev.turnpike.app.agent.doctor.Remedy;
import dev.turnpike.app.agent.doctor.Report;
import dev.turnpike.app.platform.Surroundings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditorSourceTest {
    private static final String SETTINGS = """
            {
              // mine, with "quotes" and a comma too many
              "claudeCode.environmentVariables": [
                {"name": "ANTHROPIC_BASE_URL", "value": "http://a"},
                { /* token */ "value": "%s",
                  "name": "ANTHROPIC_AUTH_TOKEN" },
                {"name": "EDITOR"},
              ],
              "terminal.integrated.env.linux": {"ANTHROPIC_MODEL": "linux", "HTTP_PROXY": null,},
              "terminal.integrated.env.osx": {"ANTHROPIC_MODEL": "mac"},
              "terminal.integrated.env.windows": {"ANTHROPIC_MODEL": "windows"},
              "terminal.integrated.profiles.linux": {
                "zsh": {"path": "zsh", "args": ["-l"], "env": {
                  "ANTHROPIC_MODEL": "profile"}},
              },
            }
            """.formatted(Fixture.SECRET);

    @TempDir
    Path root;

    private Fixture fixture;

    @BeforeEach
    void layOut() {
        fixture = new Fixture(root);
    }

    private Report look(Surroundings around) {
        return new EditorSource(around).look(fixture.inProject());
    }

    @Test
    void readsVariablesOfTheExtensionTheTerminalAndItsProfiles() {
        Path file = fixture.write("home/u/.config/Code/User/settings.json", SETTINGS);
        Report report = look(fixture.linux());
        String at = " home/u/.config/Code/User/settings.json:";
        assertThat(fixture.settings(report))
                .containsExactly(
                        "EDITOR VS Code" + at + "4 ANTHROPIC_BASE_URL=http://a",
                        "EDITOR VS Code" + at + "6 ANTHROPIC_AUTH_TOKEN=sk-••••WXYZ",
                        "EDITOR VS Code" + at + "9 ANTHROPIC_MODEL=linux",
                        "EDITOR VS Code" + at + "9 HTTP_PROXY=",
                        "EDITOR VS Code, profile zsh" + at + "14 ANTHROPIC_MODEL=profile");
        assertThat(report.settings().getFirst().removals()).containsExactly(new Remedy.Open(file, OptionalInt.of(4)));
        assertThat(report.toString()).doesNotContain("0123456789");
    }

    @Test
    void looksWhereEachSystemHasItsEditorsAndAtItsOwnVariablesAlone() {
        fixture.write("home/u/Library/Application Support/Cursor/User/settings.json", SETTINGS);
        fixture.write("data/roaming/Windsurf/User/settings.json", SETTINGS);
        Surroundings mac = fixture.around("Mac OS X", Map.of());
        Surroundings windows = fixture.around(
                "Windows 11", Map.of("APPDATA", root.resolve("data/roaming").toString()));
        assertThat(fixture.settings(look(mac)))
                .contains("EDITOR Cursor home/u/Library/Application Support/Cursor/User/settings.json:10"
                        + " ANTHROPIC_MODEL=mac")
                .hasSize(3);
        assertThat(fixture.settings(look(windows)))
                .contains("EDITOR Windsurf data/roaming/Windsurf/User/settings.json:11 ANTHROPIC_MODEL=windows")
                .hasSize(3);
    }

    @Test
    void readsProfilesServersAndFlatpaks() {
        String model = "{\"claudeCode.environmentVariables\": {\"ANTHROPIC_MODEL\": \"x\"}}";
        fixture.write("home/u/.config/Code/User/profiles/1a/settings.json", model);
        fixture.write("home/u/.vscode-server/data/Machine/settings.json", model);
        fixture.write("home/u/.var/app/com.vscodium.codium/config/VSCodium/User/settings.json", model);
        assertThat(fixture.settings(look(fixture.linux())))
                .containsExactly(
                        "EDITOR VS Code home/u/.config/Code/User/profiles/1a/settings.json:1 ANTHROPIC_MODEL=x",
                        "EDITOR VS Code home/u/.vscode-server/data/Machine/settings.json:1 ANTHROPIC_MODEL=x",
                        "EDITOR VSCodium home/u/.var/app/com.vscodium.codium/config/VSCodium/User/settings.json:1"
                                + " ANTHROPIC_MODEL=x");
    }

    @Test
    void readsTheProjectsSettingsItsWorkspaceAndItsContainer() {
        fixture.write(
                "work/app/.vscode/settings.json",
                "{\"terminal.integrated.env.linux\": {\"ANTHROPIC_MODEL\": \"project\"}}");
        fixture.write(
                "work/app/all.code-workspace",
                "{\"folders\": [],\n\"settings\": {\"claudeCode.environmentVariables\": [{\"name\": \"HTTP_PROXY\","
                        + " \"value\": \"p\"}]}}");
        fixture.write(
                "work/app/.devcontainer/devcontainer.json",
                "{\"remoteEnv\": {\"ANTHROPIC_MODEL\": \"remote\"},\n"
                        + "\"containerEnv\": {\"ANTHROPIC_MODEL\": \"c\"}}");
        fixture.write("work/app/.devcontainer/gpu/devcontainer.json", "{\"remoteEnv\": {\"NO_PROXY\": \"x\"}}");
        Report report = look(fixture.linux());
        assertThat(fixture.settings(report))
                .containsExactly(
                        "EDITOR VS Code work/app/.vscode/settings.json:1 ANTHROPIC_MODEL=project",
                        "EDITOR VS Code work/app/all.code-workspace:2 HTTP_PROXY=p");
        assertThat(report.checked())
                .extracting(Checked::note)
                .as("what holds in a container does not hold here")
                .contains("inside the container alone: ANTHROPIC_MODEL", "inside the container alone: NO_PROXY");
    }

    @Test
    void takesAProjectsValueForStrongerThanTheUsers() {
        String model = "{\"claudeCode.environmentVariables\": {\"ANTHROPIC_MODEL\": \"%s\"}}";
        fixture.write("home/u/.config/Code/User/settings.json", model.formatted("user"));
        fixture.write("work/app/.vscode/settings.json", model.formatted("project"));
        assertThat(look(fixture.linux()).settings())
                .extracting(setting -> setting.value().plain())
                .containsExactly("project", "user");
    }

    @Test
    void findsAProgramThatStandsBeforeClaudeCode() {
        Path file = fixture.write(
                "home/u/.config/Code/User/settings.json", "{\n\"claudeCode.claudeProcessWrapper\": \"/bin/w\"}");
        assertThat(look(fixture.linux()).findings()).singleElement().satisfies(f -> {
            assertThat(f.id()).isEqualTo("editor-wrapper");
            assertThat(f.where().shown()).isEqualTo(file + ":2");
        });
    }

    @Test
    void saysWhereAFileCannotBeUnderstood() {
        fixture.write("home/u/.config/Code/User/settings.json", "{\n\"k\": " + Fixture.SECRET + "}");
        Report report = look(fixture.linux());
        assertThat(report.findings()).extracting(Finding::id).isEmpty();
        assertThat(report.checked().stream().filter(checked -> !checked.ok()))
                .extracting(Checked::note)
                .containsExactly("line 2, column 6: is not valid JSON");
    }

    @Test
    void listsTheEditorsThatAreHereWithTheirExtension() {
        Path settings =
                fixture.write("home/u/.config/Code/User/settings.json", "{\"claudeCode.disableLoginPrompt\": true,}");
        fixture.folder("home/u/.vscode/extensions/anthropic.claude-code-2.1.99-linux-x64");
        fixture.folder("home/u/.vscode/extensions/anthropic.claude-code-2.1.329-linux-x64");
        fixture.folder("home/u/.vscode/extensions/anthropic.claude-code-3.0.0");
        fixture.folder("home/u/.vscode/extensions/anthropic.claude-code-chat-9.0.0");
        fixture.write("home/u/.vscode/extensions/.obsolete", "{\"anthropic.claude-code-3.0.0\":true}");
        fixture.folder("home/u/.cursor/extensions");
        assertThat(new EditorLook(fixture.linux()).find())
                .isEqualTo(List.of(
                        new InstalledEditor("VS Code", settings, Optional.of("2.1.329"), true),
                        new InstalledEditor(
                                "Cursor",
                                fixture.home().resolve(".config/Cursor/User/settings.json"),
                                Optional.empty(),
                                false)));
    }
}
