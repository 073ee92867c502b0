package dev.turnpike.app.agent.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.agent.doctor.Finding;
import dev.turnpike.app.agent.doctor.Remedy;
import dev.turnpike.app.agent.doctor.Report;
import dev.turnpike.app.platform.RecordedCommands;
import dev.turnpike.app.platform.Surroundings;
import dev.turnpike.app.platform.WindowsRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What the registry says, with what Windows' own tool prints.
class WindowsSourcesTest {
    private static final String MACHINE = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment";
    private static final String POLICY = "HKLM\\SOFTWARE\\Policies\\ClaudeCode";

    private final Fixture fixture = new Fixture(Path.of("/none"));
    private final Surroundings around = fixture.around("Windows 11", Map.of("SystemRoot", "C:\\Windows"));
    private final RecordedCommands commands = new RecordedCommands();
    private final WindowsRegistry registry = new WindowsRegistry(commands, around);

    private void key(String key, String... values) {
        String lines = "\r\n" + key + "\r\n    " + String.join("\r\n    ", values) + "\r\n\r\n";
        commands.prints(lines, "C:\\Windows\\System32\\reg.exe", "query", key);
    }

    @Test
    void readsTheVariablesOfTheSessionTheUserAndTheMachine() {
        key("HKCU\\Volatile Environment", "CLAUDE_CODE_USE_VERTEX    REG_SZ    1");
        key(
                "HKCU\\Environment",
                "Path    REG_EXPAND_SZ    %USERPROFILE%\\bin",
                "anthropic_api_key    REG_SZ    " + Fixture.SECRET,
                "ANTHROPIC_MODEL    REG_EXPAND_SZ    %MODEL%");
        key(MACHINE, "http_proxy    REG_SZ    http://p");
        Report report = new WindowsVariablesSource(registry).look(Fixture.anywhere());
        assertThat(fixture.settings(report))
                .containsExactly(
                        "SYSTEM HKCU\\Volatile Environment CLAUDE_CODE_USE_VERTEX=1",
                        "SYSTEM HKCU\\Environment ANTHROPIC_API_KEY=sk-••••WXYZ",
                        "SYSTEM HKCU\\Environment ANTHROPIC_MODEL=%MODEL%",
                        "SYSTEM " + MACHINE + " HTTP_PROXY=http://p");
        assertThat(report.settings())
                .extracting(s -> s.removals())
                .containsExactly(
                        List.of(),
                        List.of(new Remedy.RemoveFromRegistry("anthropic_api_key")),
                        List.of(new Remedy.RemoveFromRegistry("ANTHROPIC_MODEL")),
                        List.of(
                                new Remedy.Paste(
                                        "Start-Process powershell -Verb RunAs -ArgumentList '-NoProfile','-Command',"
                                                + "'[Environment]::SetEnvironmentVariable(''http_proxy'',$null,''Machine'')'")));
        assertThat(report.toString()).doesNotContain("0123456789");
    }

    @Test
    void showsWhatEachCmdRuns() {
        key(
                "HKCU\\Software\\Microsoft\\Command Processor",
                "AutoRun    REG_SZ    @echo off & set \"ANTHROPIC_MODEL=a b\" & set X=" + Fixture.SECRET,
                "CompletionChar    REG_DWORD    0x9");
        Report report = new WindowsVariablesSource(registry).look(Fixture.anywhere());
        assertThat(fixture.settings(report)).containsExactly("SHELL cmd ANTHROPIC_MODEL=a b");
        assertThat(report.findings()).extracting(Finding::id).containsExactly("cmd-autorun");
        assertThat(report.toString()).doesNotContain("0123456789");
    }

    @Test
    void saysThatNothingIsThereWhereNothingAnswers() {
        Report report = new WindowsVariablesSource(registry).look(Fixture.anywhere());
        assertThat(report.settings()).isEmpty();
        assertThat(report.checked()).hasSize(5).allMatch(c -> !c.note().isEmpty());
    }

    @Test
    void readsAnAdministratorsSettings() {
        key(
                POLICY,
                "Settings    REG_SZ    {\"env\":{\"ANTHROPIC_BASE_URL\":\"http://a\"},\"forceLoginMethod\":\"console\"}");
        Report report = new ManagedRegistrySource(registry).look(Fixture.anywhere());
        assertThat(fixture.settings(report))
                .containsExactly(
                        "MANAGED " + POLICY + " ANTHROPIC_BASE_URL=http://a",
                        "MANAGED " + POLICY + " forceLoginMethod=console");
        assertThat(report.settings()).allMatch(s -> s.removals().isEmpty());
    }

    @Test
    void findsAnAdministratorsSettingsThatAreNoJson() {
        key(POLICY, "Settings    REG_SZ    {\"k\": " + Fixture.SECRET + "}");
        Report report = new ManagedRegistrySource(registry).look(Fixture.anywhere());
        assertThat(report.findings())
                .singleElement()
                .satisfies(f -> assertThat(f.message()).startsWith(POLICY + ": line 1, column 7: is not valid JSON."));
        assertThat(report.toString()).doesNotContain("0123456789");
    }
}
