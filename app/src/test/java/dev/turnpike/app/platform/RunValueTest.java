package dev.turnpike.app.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Starting at login on Windows, with what its tools print.
class RunValueTest {
    private static final String REG = "C:\\Windows\\System32\\reg.exe";
    private static final String PROGRAM = "C:\\Program Files\\Turnpike\\Turnpike.exe";
    private static final String LINE = "\"" + PROGRAM + "\" --hidden";
    private static final String OTHERS = "    OneDrive    REG_SZ    \"C:\\OneDrive.exe\" /background\r\n";

    private final RecordedCommands commands = new RecordedCommands();

    @BeforeEach
    void nobodyIsStarted() {
        started("");
        approved("");
    }

    private void started(String line) {
        commands.prints(
                "\r\n" + RunValue.KEY.replace("HKCU", "HKEY_CURRENT_USER") + "\r\n" + OTHERS + line,
                REG,
                "query",
                RunValue.KEY);
    }

    private void approved(String line) {
        commands.prints("\r\nHKEY_CURRENT_USER\\…\r\n" + line, REG, "query", RunValue.APPROVED);
    }

    private LoginItem item(String program, Map<String, String> environment) {
        Properties properties = new Properties();
        properties.setProperty("jpackage.app-path", program);
        Surroundings around = new Surroundings(environment, Path.of(""), Path.of(""), "Windows 11");
        return LoginItem.of(around, commands, properties);
    }

    private LoginItem item() {
        return item(PROGRAM, Map.of());
    }

    private static String value(String line) {
        return "    Turnpike    REG_SZ    " + line + "\r\n";
    }

    @Test
    void readsWhatIsStarted() {
        assertThat(item().state()).isEqualTo(new LoginState.Off());
        started(value(LINE));
        assertThat(item().state()).isEqualTo(new LoginState.On(Optional.empty()));
        started(value("D:\\old\\Turnpike.exe"));
        assertThat(item().state()).isEqualTo(new LoginState.On(Optional.of("D:\\old\\Turnpike.exe")));
    }

    @Test
    void isOffWhereTheTaskManagerSwitchedItOff() {
        started(value(LINE));
        approved("    Turnpike    REG_BINARY    030000007C2B4C8A9A4FDB01\r\n");
        assertThat(item().state()).isEqualTo(new LoginState.Off());
        approved("    Turnpike    REG_BINARY    020000000000000000000000\r\n");
        assertThat(item().state()).isEqualTo(new LoginState.On(Optional.empty()));
    }

    @Test
    void writesAQuotedCommandAndLooksWhetherItIsThere() throws IOException {
        assertThatThrownBy(item()::enable).isInstanceOf(IOException.class);
        assertThat(commands.asked().getFirst())
                .containsExactly(
                        REG,
                        "add",
                        RunValue.KEY,
                        "/v",
                        "Turnpike",
                        "/t",
                        "REG_SZ",
                        "/d",
                        "\\\"" + PROGRAM + "\\\" --hidden",
                        "/f");
        started(value(LINE));
        item().enable();
    }

    @Test
    void removesItsOwnValueAlone() throws IOException {
        item().disable();
        assertThat(commands.asked()).as("it is off already").noneMatch(words -> words.contains("delete"));
        started(value(LINE));
        assertThatThrownBy(item()::disable).hasMessageContaining("The registry keeps the value Turnpike");
        assertThat(commands.asked()).anyMatch(words -> words.contains("delete") && words.contains("Turnpike"));
    }

    @Test
    void isNotPossibleWhereWindowsCannotStartIt() {
        assertThat(item("C:\\src\\turnpike\\turnpike", Map.of()).state()).isInstanceOf(LoginState.NotPossible.class);
        assertThat(item(PROGRAM, Map.of("TURNPIKE_HOME", "D:\\t")).state())
                .isEqualTo(new LoginState.NotPossible(
                        "TURNPIKE_HOME is set here, and Windows starts programs without it"));
    }
}
