package dev.turnpike.app.agent.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.platform.CommandOutcome;
import dev.turnpike.app.platform.RecordedCommands;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The Linuxes beside Windows, with what its own tool prints.
class WslTargetsTest {
    private static final URI GATEWAY = URI.create("http://127.0.0.1:8397");
    private static final String HEALTH = "{\"status\":\"ok\",\"version\":\"1\"}";

    private final Fixture fixture = new Fixture(Path.of("/none"));
    private final RecordedCommands commands = new RecordedCommands();

    private List<WslTarget> find() {
        return new WslTargets(fixture.around("Windows 11", Map.of()), commands).find(GATEWAY);
    }

    private void distributions(String all, String running) {
        commands.prints(all, "wsl.exe", "-l", "-q").prints(running, "wsl.exe", "-l", "-q", "--running");
    }

    private static String[] inside(String distribution) {
        return new String[] {"wsl.exe", "-d", distribution, "-e", "sh", "-c", WslTargets.script(GATEWAY)};
    }

    /// UTF-16 as it looks where it is read as UTF-8.
    private static String wide(String text) {
        return text.chars().mapToObj(c -> (char) c + "\0").reduce("", String::concat);
    }

    @Test
    void offersOnlyWhatTheGatewayAnswersIn() {
        distributions(wide("Ubuntu\r\nDebian\r\nArch\r\ndocker-desktop\r\n"), wide("Ubuntu\r\nDebian\r\n"));
        commands.prints("home=/home/u\n" + HEALTH, inside("Ubuntu")).prints("home=/root\n", inside("Debian"));
        assertThat(find())
                .containsExactly(
                        new WslTarget("Ubuntu", Optional.of("\\\\wsl.localhost\\Ubuntu\\home\\u\\.claude"), true, ""),
                        new WslTarget(
                                "Debian",
                                Optional.of("\\\\wsl.localhost\\Debian\\root\\.claude"),
                                false,
                                "http://127.0.0.1:8397 does not answer from inside"),
                        new WslTarget("Arch", Optional.empty(), false, "it does not run"));
    }

    @Test
    void saysThatOneDidNotAnswerInTime() {
        distributions("Ubuntu\n", "Ubuntu\n");
        commands.ends(new CommandOutcome.TimedOut("home=/home/u\n", ""), inside("Ubuntu"));
        assertThat(find()).containsExactly(new WslTarget("Ubuntu", Optional.empty(), false, "no answer within 3 s"));
    }

    @Test
    void findsNoneWithoutTheTool() {
        assertThat(find()).isEmpty();
        assertThat(new WslTargets(fixture.linux(), commands).find(GATEWAY)).isEmpty();
    }

    @Test
    void believesNothingThatIsNotOurHealth() {
        distributions("Ubuntu\n", "Ubuntu\n");
        commands.prints("home=/home/u\n<html>ok</html>", inside("Ubuntu"));
        assertThat(find()).noneMatch(WslTarget::reachable);
    }
}
