package dev.turnpike.app.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The registry, with what Windows' tools print.
class WindowsRegistryTest {
    private static final String REG = "D:\\Win\\System32\\reg.exe";
    private static final String KEY = "HKCU\\Environment";

    private final RecordedCommands commands = new RecordedCommands();
    private final WindowsRegistry registry = new WindowsRegistry(
            commands, new Surroundings(Map.of("SYSTEMROOT", "D:\\Win"), Path.of(""), Path.of(""), "Windows 11"));

    private static RegistryValue value(String name, String type, String text) {
        return new RegistryValue(name, type, text);
    }

    @Test
    void readsEachKindOfValue() {
        String printed = """

                HKEY_CURRENT_USER\\Environment
                    (Standard)    REG_SZ    all
                    Path    REG_EXPAND_SZ    %USERPROFILE%\\bin;C:\\a    b
                    ANTHROPIC_API_KEY    REG_SZ    sk-ant-x
                    Two words of it    REG_DWORD    0x1
                    Empty    REG_SZ   \s
                    Lines    REG_SZ    first
                second
                    Bytes    REG_BINARY    0300FF

                HKEY_CURRENT_USER\\Environment\\Sub
                """;
        commands.prints(printed.replace("\n", "\r\n"), REG, "query", KEY);
        assertThat(registry.values(KEY))
                .contains(List.of(
                        value("", "REG_SZ", "all"),
                        value("Path", "REG_EXPAND_SZ", "%USERPROFILE%\\bin;C:\\a    b"),
                        value("ANTHROPIC_API_KEY", "REG_SZ", "sk-ant-x"),
                        value("Two words of it", "REG_DWORD", "0x1"),
                        value("Empty", "REG_SZ", ""),
                        value("Lines", "REG_SZ", "first\nsecond"),
                        value("Bytes", "REG_BINARY", "0300FF")));
        assertThat(registry.values(KEY).orElseThrow().get(2)).asString().doesNotContain("sk-ant");
    }

    @Test
    void knowsNothingOfAKeyThatIsNotThere() {
        commands.ends(new CommandOutcome.Ended(1, "", "ERROR: The system was unable to find"), REG, "query", KEY);
        assertThat(registry.values(KEY)).isEmpty();
        assertThat(registry.values("HKLM\\x")).as("no reg.exe either").isEmpty();
    }

    @Test
    void removesAValueAndLooksWhetherItIsGone() {
        commands.prints("", REG, "delete", KEY, "/v", "A B", "/f")
                .prints("\r\nHKEY_CURRENT_USER\\Environment\r\n    a b    REG_SZ    x\r\n", REG, "query", KEY);
        assertThat(registry.delete(KEY, "A B")).isFalse();
        commands.prints("", REG, "query", KEY);
        assertThat(registry.delete(KEY, "A B")).isTrue();
    }

    @Test
    void forgetsAVariableAndTellsTheProgramsThatRun() {
        String shell = "D:\\Win\\System32\\WindowsPowerShell\\v1.0\\powershell.exe";
        String script = "[Environment]::SetEnvironmentVariable('ANTHROPIC_API_KEY',$null,'User')";
        String[] words = {shell, "-NoLogo", "-NoProfile", "-NonInteractive", "-Command", script};
        commands.prints("", words);
        assertThat(registry.forgetVariable("ANTHROPIC_API_KEY")).isTrue();
        commands.ends(new CommandOutcome.TimedOut("", ""), words);
        assertThat(registry.forgetVariable("ANTHROPIC_API_KEY")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1A", "A B", "A');calc;('", "A\n", "Ä", "A-B", "A$b"})
    void takesNothingForAVariableThatIsNone(String name) {
        assertThatThrownBy(() -> registry.forgetVariable(name)).isInstanceOf(IllegalArgumentException.class);
        assertThat(commands.asked()).isEmpty();
    }
}
