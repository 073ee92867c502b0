package dev.turnpike.app.agent.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.agent.ClaudeHome;
import dev.turnpike.app.agent.doctor.Inquiry;
import dev.turnpike.app.agent.doctor.Report;
import dev.turnpike.app.agent.doctor.Source;
import dev.turnpike.app.platform.CommandLine;
import dev.turnpike.app.platform.CommandOutcome;
import dev.turnpike.app.platform.CommandRunner;
import dev.turnpike.app.platform.RecordedCommands;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourcesTest {
    @TempDir
    Path root;

    private Fixture fixture;

    @BeforeEach
    void layOut() {
        fixture = new Fixture(root);
        fixture.folder("home/u");
        fixture.write("work/app/.envrc", "export ANTHROPIC_MODEL=x\n");
    }

    private Sources on(String system, CommandRunner runner) {
        ClaudeHome home = new ClaudeHome(fixture.home().resolve(".claude"), root.resolve("managed"), root);
        return new Sources(fixture.around(system, Map.of()), home, runner, root, root.resolve("own"));
    }

    private Report look(List<Source> sources) {
        Inquiry inquiry = new Inquiry(Optional.of(fixture.project()), true);
        return sources.stream().map(source -> source.look(inquiry)).reduce(Report.NOTHING, Report::and);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Linux", "Mac OS X", "Windows 11"})
    void runsNothingWhereOnlyFilesMayBeRead(String system) {
        RecordedCommands commands = new RecordedCommands();
        Report report = look(on(system, commands).files());
        assertThat(commands.asked()).isEmpty();
        assertThat(fixture.settings(report)).containsExactly("SHELL direnv work/app/.envrc:1 ANTHROPIC_MODEL=x");
        assertThat(report.checked()).allMatch(c -> c.ok());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Linux", "Mac OS X", "Windows 11"})
    void asksThePrograms(String system) {
        RecordedCommands commands = new RecordedCommands();
        Report report = look(on(system, commands).all());
        assertThat(commands.asked()).isNotEmpty().doesNotHaveDuplicates();
        assertThat(report.checked()).allMatch(c -> c.ok());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Linux", "Mac OS X", "Windows 11"})
    void waitsForNoProgramLongerThanThreeSeconds(String system) {
        List<Duration> limits = new ArrayList<>();
        CommandRunner slow = (CommandLine command, Duration limit) -> {
            limits.add(limit);
            return new CommandOutcome.TimedOut("", "");
        };
        look(on(system, slow).all());
        assertThat(limits).isNotEmpty().allMatch(limit -> limit.toSeconds() <= 3);
    }

    @Test
    void doesNotAskAgainAtOnceWhatGaveNoAnswer() {
        List<String> asked = new ArrayList<>();
        CommandRunner slow = (CommandLine command, Duration limit) -> {
            asked.add(command.words().getFirst());
            return new CommandOutcome.TimedOut("", "");
        };
        for (String name : List.of("a", "b", "c")) {
            fixture.write("Library/LaunchAgents/" + name + ".plist", "setenv ANTHROPIC_MODEL");
        }
        Report report = look(on("Mac OS X", slow).all());
        assertThat(asked).contains("plutil").doesNotHaveDuplicates();
        assertThat(report.checked().stream()
                        .filter(c -> c.file().isPresent() && c.note().equals("no answer within 3 s")))
                .hasSize(3);
    }
}
