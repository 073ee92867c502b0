package dev.turnpike.app.agent.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.agent.doctor.Inquiry;
import dev.turnpike.app.agent.doctor.Report;
import dev.turnpike.app.agent.doctor.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellSourceTest {
    private static final Inquiry SHELLS = new Inquiry(Optional.empty(), true);

    @TempDir
    Path folder;

    /// Says how often it was started.
    private ShellHome counting() {
        ShellHome home = new ShellHome(folder, "bash");
        home.write(".profile", "echo x >> ~/starts", ". ~/more");
        home.write("more", "export ANTHROPIC_MODEL=one");
        return home;
    }

    private static long starts(ShellHome home) throws IOException {
        return Files.readAllLines(home.home.resolve("starts")).size();
    }

    @Test
    void startsNoShellUnlessItMay() {
        ShellHome home = counting();
        assertThat(home.source().look(new Inquiry(Optional.empty(), false))).isEqualTo(Report.NOTHING);
        assertThat(home.home.resolve("starts")).doesNotExist();
    }

    @Test
    void asksAgainOnlyWhenAFileOnTheWayIsAnother() throws IOException {
        ShellHome home = counting();
        ShellSource source = home.source();
        assertThat(source.look(SHELLS).settings())
                .extracting(home::said)
                .containsExactly("ANTHROPIC_MODEL=one at ~/more:1 by ~/.profile:2");
        long first = starts(home);
        source.look(SHELLS);
        assertThat(starts(home)).isEqualTo(first);
        home.write("more", "export ANTHROPIC_MODEL=another");
        assertThat(source.look(SHELLS).settings())
                .extracting(setting -> setting.value().plain())
                .containsExactly("another");
        long second = starts(home);
        assertThat(second).isGreaterThan(first);
        source.forget();
        source.look(SHELLS);
        assertThat(starts(home)).isGreaterThan(second);
    }

    @Test
    void asksAgainWhereNothingWasFound() {
        ShellHome home = new ShellHome(folder, "bash");
        home.write(".profile", ". ~/more");
        home.write("more", "");
        ShellSource source = home.source();
        assertThat(source.look(SHELLS).settings()).isEmpty();
        home.write("more", "export ANTHROPIC_MODEL=now");
        assertThat(source.look(SHELLS).settings()).hasSize(1);
    }

    @Test
    void asksTheLoginShellFirstAndThenEachThatHasAFile() {
        ShellHome home = new ShellHome(folder, "zsh");
        home.write(".zshrc", "export ANTHROPIC_MODEL=z");
        home.write(".bash_profile", "export ANTHROPIC_MODEL=b");
        home.write(".config/fish/config.fish", "set -gx ANTHROPIC_MODEL f");
        Report report = home.look();
        assertThat(report.settings())
                .extracting(Setting::place)
                .extracting(place -> place.name())
                .containsExactly("zsh", "bash", "fish");
        assertThat(report.checked()).extracting(ShellHome::said).containsExactly("zsh ok", "bash ok", "fish ok");
    }

    @Test
    void namesAShellThatItCannotAsk() {
        ShellHome home = new ShellHome(folder, "sh");
        assertThat(home.look().checked())
                .extracting(ShellHome::said)
                .containsExactly(
                        "sh not ok, Turnpike does not know how to ask this shell, so what its files set is not known");
    }

    @Test
    void knowsTheLoginShellFromTheListOfUsers() {
        String passwd =
                "root:x:0:0::/root:/bin/bash\nme:x:1000:1000:Me,,,:/home/me:/usr/bin/zsh\nyou:x:1:1::/:/nowhere\n";
        assertThat(LoginShell.entry(passwd, "me")).contains(Path.of("/usr/bin/zsh"));
        assertThat(LoginShell.entry(passwd, "you")).isEmpty();
        assertThat(LoginShell.directory("UserShell: /usr/bin/zsh\n")).contains(Path.of("/usr/bin/zsh"));
        ShellHome home = new ShellHome(folder, "not-installed");
        home.environment.put("USER", "root");
        assertThat(LoginShell.of(home.around()).orElseThrow().name()).matches("(ba|da|z)?sh");
        assertThat(LoginShell.inFiles(home.around())).isEqualTo(LoginShell.of(home.around()));
        home.environment.put("SHELL", "/usr/bin/fish");
        assertThat(LoginShell.of(home.around())).contains(new LoginShell(Path.of("/usr/bin/fish"), "fish"));
    }
}
