package dev.turnpike.app.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Starting at login on Linux.
class AutostartEntryTest {
    private static final String PROGRAM = "/opt/turnpike/bin/turnpike";

    @TempDir
    Path home;

    private Path file;

    @BeforeEach
    void name() {
        file = home.resolve(".config/autostart/turnpike.desktop");
    }

    private LoginItem item(String program, Map<String, String> environment) {
        Properties properties = new Properties();
        properties.setProperty("turnpike.launcher", program);
        return LoginItem.of(new Surroundings(environment, home, home, "Linux"), new RecordedCommands(), properties);
    }

    private LoginItem item() {
        return item(PROGRAM, Map.of());
    }

    private List<String> exec() throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith("Exec="))
                .toList();
    }

    @Test
    void isOffUntilItIsSwitchedOn() throws IOException {
        LoginItem item = item();
        assertThat(item.state()).isEqualTo(new LoginState.Off());
        item.disable();
        assertThat(home).isEmptyDirectory();

        item.enable();
        assertThat(item.state()).isEqualTo(new LoginState.On(Optional.empty()));
        assertThat(exec()).containsExactly("Exec=/opt/turnpike/bin/turnpike --hidden");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        item.disable();
        assertThat(item.state()).isEqualTo(new LoginState.Off());
        assertThat(file).doesNotExist();
    }

    @Test
    void goesWhereTheDesktopLooks() throws IOException {
        item(PROGRAM, Map.of("XDG_CONFIG_HOME", home.resolve("conf").toString()))
                .enable();
        assertThat(home.resolve("conf/autostart/turnpike.desktop")).exists();
        item(PROGRAM, Map.of("XDG_CONFIG_HOME", "relative")).enable();
        assertThat(file).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hidden=true", "Hidden = true", "X-GNOME-Autostart-enabled=false"})
    void isOffWhereTheUserSwitchedItOffElsewhere(String line) throws IOException {
        LoginItem item = item();
        item.enable();
        String text = Files.readString(file).replaceAll("(?m)^X-GNOME.*\n", "") + line + "\n";
        Files.writeString(file, text);
        assertThat(item.state()).isEqualTo(new LoginState.Off());

        item.disable();
        assertThat(file).as("the user's word stays").hasContent(text);
        item.enable();
        assertThat(item.state()).isEqualTo(new LoginState.On(Optional.empty()));
    }

    @Test
    void readsTheEntryAloneAndNotWhatFollows() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(
                file, "[Desktop Entry]\nExec=/opt/turnpike/bin/turnpike --hidden\n[Desktop Action x]\nHidden=true\n");
        assertThat(item().state()).isEqualTo(new LoginState.On(Optional.empty()));
    }

    @Test
    void saysWhatIsStartedInsteadOfThisProgram() throws IOException {
        item("/home/u/old/turnpike", Map.of()).enable();
        assertThat(item().state()).isEqualTo(new LoginState.On(Optional.of("/home/u/old/turnpike --hidden")));
        item().enable();
        assertThat(item().state()).isEqualTo(new LoginState.On(Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/opt/a b/turnpike",
                "/opt/it's \"quoted\"/turnpike",
                "/opt/$HOME/`id`/back\\slash",
                "/opt/100%/%u",
                "/opt/\\\\two",
                "/opt/größe;&|<>~*?#()"
            })
    void startsExactlyThatProgramWhateverIsInItsPath(String program) throws IOException {
        item(program, Map.of()).enable();
        assertThat(words(exec().getFirst().substring("Exec=".length()))).containsExactly(program, "--hidden");
    }

    @Test
    void writesTheExampleOfTheSpecification() {
        // a literal dollar sign in a quoted argument is "\\$", a literal backslash four of them
        assertThat(AutostartEntry.quoted("a $b")).isEqualTo("\"a \\\\$b\"");
        assertThat(AutostartEntry.quoted("a \\b")).isEqualTo("\"a \\\\\\\\b\"");
    }

    @Test
    void takesAFolderOfTurnpikesOwnAlong() throws IOException {
        Map<String, String> environment =
                Map.of("TURNPIKE_HOME", home.resolve("a b").toString());
        item(PROGRAM, environment).enable();
        assertThat(words(exec().getFirst().substring("Exec=".length())))
                .containsExactly("env", "TURNPIKE_HOME=" + home.resolve("a b"), PROGRAM, "--hidden");
        assertThat(item(PROGRAM, environment).state()).isEqualTo(new LoginState.On(Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/opt/a\nb", "/opt/a=b"})
    void isNotPossibleForAPathThatNoEntryCanHold(String program) {
        LoginItem item = item(program, Map.of());
        assertThat(item.state()).isInstanceOf(LoginState.NotPossible.class);
        assertThatThrownBy(item::enable).isInstanceOf(IOException.class);
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void isNotPossibleWithoutALauncher() {
        LoginItem item =
                LoginItem.of(new Surroundings(Map.of(), home, home, "Linux"), new RecordedCommands(), new Properties());
        assertThat(item.state())
                .isEqualTo(new LoginState.NotPossible(
                        "Turnpike was not started by its launcher, so there is nothing to start at login"));
    }

    @Test
    void saysThatTheFolderCannotBeWritten() throws IOException {
        Files.writeString(home.resolve(".config"), "a file where a folder should be");
        assertThatThrownBy(item()::enable).isInstanceOf(IOException.class).hasMessage(file + " cannot be written");
    }

    /// Reads a line as the specification says it: first the escapes of the file, then those of the quotes.
    private static List<String> words(String line) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '\\') {
                assertThat(line.charAt(++i)).isEqualTo('\\');
            }
            text.append(line.charAt(i));
        }
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (next == '"') {
                quoted = !quoted;
            } else if (next == ' ' && !quoted) {
                words.add(word.toString());
                word.setLength(0);
            } else if (next == '\\' && quoted) {
                word.append(text.charAt(++i));
            } else if (next == '%') {
                assertThat(text.charAt(++i)).isEqualTo('%');
                word.append('%');
            } else {
                assertThat(quoted || "\t\n'><~|&;$*?#()`".indexOf(next) < 0)
                        .as("must be quoted: " + next)
                        .isTrue();
                word.append(next);
            }
        }
        words.add(word.toString());
        return words;
    }
}
