package dev.turnpike.app.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Starting at login on macOS, with what its tools print.
class LaunchAgentTest {
    private static final String NOTHING_OFF = """
            \tdisabled services = {
            \t\t"com.apple.ManagedClientAgent.enrollagent" => disabled
            \t\t"dev.turnpike.other" => disabled
            \t\t"dev.turnpike" => enabled
            \t}
            """;
    private static final String OFF =
            NOTHING_OFF.replace("\"dev.turnpike\" => enabled", "\"dev.turnpike\" => disabled");
    private static final String[] LIST = {"/bin/launchctl", "print-disabled", "gui/501"};

    @TempDir
    Path home;

    private final RecordedCommands commands = new RecordedCommands();
    private Path file;

    @BeforeEach
    void open() {
        file = home.resolve("Library/LaunchAgents/dev.turnpike.plist");
        commands.prints("501\n", "/usr/bin/id", "-u").prints(NOTHING_OFF, LIST);
    }

    private LoginItem item(String program, Map<String, String> environment) {
        Properties properties = new Properties();
        properties.setProperty("jpackage.app-path", program);
        return LoginItem.of(new Surroundings(environment, home, home, "Mac OS X"), commands, properties);
    }

    private LoginItem item() {
        return item("/Applications/Turnpike.app/Contents/MacOS/Turnpike", Map.of());
    }

    @Test
    void isAnAgentThatIsStartedWithTheSession() throws IOException {
        LoginItem item = item();
        assertThat(item.state()).isEqualTo(new LoginState.Off());
        item.enable();
        assertThat(item.state()).isEqualTo(new LoginState.On(Optional.empty()));
        assertThat(file).hasContent("""
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
                <plist version="1.0">
                <dict>
                  <key>Label</key>
                  <string>dev.turnpike</string>
                  <key>ProgramArguments</key>
                  <array>
                    <string>/Applications/Turnpike.app/Contents/MacOS/Turnpike</string>
                    <string>--hidden</string>
                  </array>
                  <key>RunAtLoad</key>
                  <true/>
                  <key>LimitLoadToSessionType</key>
                  <string>Aqua</string>
                </dict>
                </plist>
                """);
        assertThat(commands.asked()).as("nothing is started now").noneMatch(words -> words.contains("bootstrap"));
        item.disable();
        assertThat(item.state()).isEqualTo(new LoginState.Off());
    }

    @Test
    void escapesWhatXmlWouldRead() throws IOException {
        Map<String, String> environment = Map.of("TURNPIKE_HOME", "/a <b> & c");
        LoginItem item = item("/Users/u/R&D <x>/Turnpike", environment);
        item.enable();
        assertThat(Files.readString(file))
                .containsSubsequence(
                        "<string>/Users/u/R&amp;D &lt;x&gt;/Turnpike</string>",
                        "<key>EnvironmentVariables</key>",
                        "<dict>",
                        "<key>TURNPIKE_HOME</key>",
                        "<string>/a &lt;b&gt; &amp; c</string>",
                        "</dict>",
                        "<key>RunAtLoad</key>");
        assertThat(item.state()).isEqualTo(new LoginState.On(Optional.empty()));
    }

    @Test
    void isOffWhereTheSystemsSettingsSwitchedItOff() throws IOException {
        LoginItem item = item();
        item.enable();
        commands.prints(OFF, LIST);
        assertThat(item.state()).isEqualTo(new LoginState.Off());
        commands.prints(OFF.replace("\"dev.turnpike\" => disabled", "\"dev.turnpike\" => true"), LIST);
        assertThat(item.state()).as("as older systems print it").isEqualTo(new LoginState.Off());
    }

    @Test
    void saysWhenTheSystemKeepsItOff() {
        commands.prints(OFF, LIST);
        assertThatThrownBy(item()::enable)
                .isInstanceOf(IOException.class)
                .hasMessage("macOS keeps Turnpike switched off: System Settings, General, Login Items");
        assertThat(commands.asked())
                .anyMatch(words -> words.contains("enable") && words.contains("gui/501/dev.turnpike"));
    }

    @Test
    void saysWhatIsStartedInsteadOfThisProgram() throws IOException {
        item("/Users/u/Downloads/Turnpike", Map.of()).enable();
        assertThat(item().state()).isEqualTo(new LoginState.On(Optional.of("/Users/u/Downloads/Turnpike")));
    }
}
