package dev.turnpike.app.agent.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.agent.doctor.Report;
import dev.turnpike.app.agent.doctor.Setting;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherEditorsTest {
    @TempDir
    Path root;

    private Fixture fixture;

    @BeforeEach
    void layOut() {
        fixture = new Fixture(root);
    }

    private Report jetBrains() {
        return new JetBrainsSource(fixture.linux()).look(fixture.inProject());
    }

    @Test
    void readsTheTerminalsOfJetBrainsEditorsAndOfTheProject() {
        fixture.write(
                "home/u/.config/JetBrains/IntelliJIdea2026.2/options/terminal.xml", """
                <application>
                  <component name="TerminalOptionsProvider">
                    <option name="envDataOptions"><envs>
                      <env name="ANTHROPIC_API_KEY" value="%s" />
                    </envs></option>
                  </component>
                </application>
                """.formatted(Fixture.SECRET));
        fixture.write("home/u/.config/JetBrains/IntelliJIdea2026.2/options/editor.xml", "<not-read");
        fixture.write("work/app/.idea/workspace.xml", """
                <project version="4">
                  <component name="RunManager"><env name="ANTHROPIC_MODEL" value="a run" /></component>
                  <component name="TerminalProjectNonSharedOptionsProvider">
                    <entry key="ANTHROPIC_MODEL" value="terminal" />
                  </component>
                </project>
                """);
        assertThat(fixture.settings(jetBrains()))
                .containsExactly(
                        "EDITOR IntelliJIdea2026.2 home/u/.config/JetBrains/IntelliJIdea2026.2/options/terminal.xml:4"
                                + " ANTHROPIC_API_KEY=sk-••••WXYZ",
                        "EDITOR JetBrains work/app/.idea/workspace.xml:4 ANTHROPIC_MODEL=terminal");
    }

    @Test
    void readsNothingThatAnXmlFilePointsTo() {
        Path secret = fixture.write("secret", "<env name=\"HTTP_PROXY\" value=\"x\"/>");
        fixture.write(
                "home/u/.config/JetBrains/X/options/terminal.xml",
                "<!DOCTYPE a [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>\n"
                        + "<a><env name=\"ANTHROPIC_MODEL\" value=\"x\"/>&e;</a>");
        assertThat(jetBrains().settings()).extracting(Setting::variable).containsExactly("ANTHROPIC_MODEL");
    }

    @Test
    void keepsWhatStoodBeforeAMistake() {
        fixture.write(
                "home/u/.config/JetBrains/X/options/claude-code.xml",
                "<a>\n<env name=\"ANTHROPIC_MODEL\" value=\"x\"/>\n<b></a>");
        Report report = jetBrains();
        assertThat(report.settings()).hasSize(1);
        assertThat(report.checked()).singleElement().satisfies(c -> {
            assertThat(c.ok()).isFalse();
            assertThat(c.note()).isEqualTo("is not valid XML, line 3");
        });
    }

    @Test
    void readsTheProfilesOfWindowsTerminal() {
        fixture.write("local/Packages/Microsoft.WindowsTerminal_8wekyb3d8bbwe/LocalState/settings.json", """
                { // comment
                  "profiles": {
                    "defaults": {"environment": {"HTTP_PROXY": "http://p"}},
                    "list": [
                      {"name": "PowerShell", "environment": {
                        "ANTHROPIC_MODEL": "x"}},
                    ]
                  }
                }
                """);
        Report report = new WindowsTerminalSource(fixture.around(
                        "Windows 11",
                        Map.of("LOCALAPPDATA", root.resolve("local").toString())))
                .look(Fixture.anywhere());
        String at = "EDITOR Windows Terminal local/Packages/Microsoft.WindowsTerminal_8wekyb3d8bbwe/LocalState"
                + "/settings.json:";
        assertThat(fixture.settings(report)).containsExactly(at + "3 HTTP_PROXY=http://p", at + "6 ANTHROPIC_MODEL=x");
    }
}
