package dev.turnpike.app.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnpike.app.agent.EditRefused;
import dev.turnpike.app.agent.remedy.RemovedVariables;
import dev.turnpike.app.agents.TreatmentPlan;
import dev.turnpike.app.agents.Withdrawn;
import dev.turnpike.app.platform.CommandOutcome;
import dev.turnpike.app.platform.RecordedCommands;
import dev.turnpike.app.platform.Surroundings;
import dev.turnpike.app.platform.WindowsRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryRemovalsTest {
    private static final String REG = "D:\\Win\\System32\\reg.exe";
    private static final String KEY = "HKCU\\Environment";
    private static final String VALUE = "    HTTP_PROXY    REG_EXPAND_SZ    http://%HOST%:1\r\n";

    @TempDir
    Path folder;

    private final RecordedCommands commands = new RecordedCommands();
    private RegistryRemovals removals;

    @BeforeEach
    void moveIn() {
        Surroundings around = new Surroundings(Map.of("SYSTEMROOT", "D:\\Win"), folder, folder, "Windows 11");
        removals = new RegistryRemovals(
                new WindowsRegistry(commands, around), new RemovedVariables(folder.resolve("removed")));
        commands.prints("", forgetting("HTTP_PROXY")).prints("", forgetting("TURNPIKE_NOTHING"));
    }

    private static String[] forgetting(String variable) {
        return new String[] {
            "D:\\Win\\System32\\WindowsPowerShell\\v1.0\\powershell.exe",
            "-NoLogo",
            "-NoProfile",
            "-NonInteractive",
            "-Command",
            "[Environment]::SetEnvironmentVariable('" + variable + "',$null,'User')"
        };
    }

    @Test
    void removesNoVariableWhoseValueItCouldNotPutBack() {
        commands.ends(new CommandOutcome.TimedOut("", ""), REG, "query", KEY);
        assertThatThrownBy(() -> removals.remove("HTTP_PROXY"))
                .isInstanceOf(EditRefused.class)
                .hasMessageContaining("nothing was changed");
        commands.prints("    HTTP_PROXY    REG_SZ    first\r\nsecond\r\n", REG, "query", KEY);
        assertThatThrownBy(() -> removals.remove("HTTP_PROXY")).isInstanceOf(EditRefused.class);
        assertThat(commands.asked()).containsOnly(List.of(REG, "query", KEY));
        assertThat(folder.resolve("removed")).doesNotExist();
    }

    @Test
    void believesTheRegistryWhereTheRemovalTookTooLong() {
        Path kept = folder.resolve("removed/HTTP_PROXY.json");
        commands.prints(VALUE, REG, "query", KEY).ends(new CommandOutcome.TimedOut("", ""), forgetting("HTTP_PROXY"));
        assertThatThrownBy(() -> removals.remove("HTTP_PROXY")).hasMessage("Windows did not take HTTP_PROXY out");
        assertThat(kept).doesNotExist();

        commands.does(
                () -> commands.ends(new CommandOutcome.TimedOut("", ""), REG, "query", KEY), forgetting("HTTP_PROXY"));
        assertThatThrownBy(() -> removals.remove("HTTP_PROXY"))
                .hasMessage("Windows did not say whether HTTP_PROXY is out; its value is in " + kept);

        commands.prints(VALUE, REG, "query", KEY)
                .does(() -> commands.prints("", REG, "query", KEY), forgetting("HTTP_PROXY"));
        TreatmentPlan.Undo undo = removals.remove("HTTP_PROXY");
        commands.prints(VALUE, REG, "query", KEY);
        assertThat(undo.run()).isEqualTo("HTTP_PROXY is back, for programs that are started from now on");
        assertThat(kept).doesNotExist();
    }

    @Test
    void knowsAnotherDayWhatIsOutAndPutsItOverNothingElse() {
        commands.prints(VALUE, REG, "query", KEY);
        assertThat(removals.all(ZoneOffset.UTC)).isEmpty();
        removals.remove("HTTP_PROXY");
        RegistryRemovals later =
                new RegistryRemovals(removals.registry(), new RemovedVariables(folder.resolve("removed")));
        List<Withdrawn> out = later.all(ZoneOffset.UTC);
        assertThat(out)
                .extracting(Withdrawn::sentence)
                .singleElement()
                .asString()
                .startsWith("HTTP_PROXY is out of the registry since 2");
        assertThat(later.all(ZoneOffset.UTC)).isEqualTo(out);
        assertThat(out.toString()).as("no value").doesNotContain("http://");

        commands.prints("    http_proxy    REG_SZ    http://new:1\r\n", REG, "query", KEY);
        assertThatThrownBy(out.getFirst().back()::run)
                .isInstanceOf(EditRefused.class)
                .hasMessageStartingWith("HTTP_PROXY has another value now; the earlier one is in " + folder);
        assertThat(later.all(ZoneOffset.UTC)).hasSize(1);
        commands.prints(VALUE, REG, "query", KEY);
        assertThat(out.getFirst().back().run()).startsWith("HTTP_PROXY is back");
        assertThat(later.all(ZoneOffset.UTC)).isEmpty();
    }

    @Test
    void putsAVariableBackAsItWasAndTellsTheProgramsThatRun() throws IOException {
        commands.prints(VALUE, REG, "query", KEY);
        TreatmentPlan.Undo undo = removals.remove("HTTP_PROXY");
        Path kept = folder.resolve("removed/HTTP_PROXY.json");
        assertThat(Files.readString(kept)).contains("REG_EXPAND_SZ", "http://%HOST%:1");
        commands.prints("", REG, "query", KEY);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
                .isEqualTo("rw-------");

        assertThatThrownBy(undo::run)
                .as("as long as Windows does not have it")
                .isInstanceOf(EditRefused.class)
                .hasMessage("Windows did not take HTTP_PROXY back; its value is in " + kept);
        assertThat(kept).exists();
        commands.prints(VALUE, REG, "query", KEY);
        assertThat(undo.run()).isEqualTo("HTTP_PROXY is back, for programs that are started from now on");
        assertThat(commands.asked())
                .endsWith(
                        List.of(
                                REG,
                                "add",
                                KEY,
                                "/v",
                                "HTTP_PROXY",
                                "/t",
                                "REG_EXPAND_SZ",
                                "/d",
                                "http://%HOST%:1",
                                "/f"),
                        List.of(REG, "query", KEY),
                        List.of(forgetting("TURNPIKE_NOTHING")));
        assertThat(kept).doesNotExist();
    }
}
