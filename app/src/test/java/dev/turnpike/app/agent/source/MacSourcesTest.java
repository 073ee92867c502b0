package dev.turnpike.app.agent.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.agent.doctor.Remedy;
import dev.turnpike.app.agent.doctor.Report;
import dev.turnpike.app.platform.CommandOutcome;
import dev.turnpike.app.platform.RecordedCommands;
import dev.turnpike.app.platform.Surroundings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What macOS says, with what its own tools print.
class MacSourcesTest {
    private static final String XML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <plist version="1.0"><dict><key>x</key><string>ANTHROPIC_MODEL</string></dict></plist>
            """;

    @TempDir
    Path root;

    private final RecordedCommands commands = new RecordedCommands();
    private Fixture fixture;
    private Surroundings around;

    @BeforeEach
    void layOut() {
        fixture = new Fixture(root);
        around = fixture.around("Mac OS X", Map.of("USER", "ursula"));
    }

    private void plist(Path file, String json) {
        commands.prints(json, "plutil", "-convert", "json", "-o", "-", file.toString());
    }

    @Test
    void asksLaunchctlForAllNamesAtOnce() {
        commands.prints(
                "ANTHROPIC_MODEL=two\nlines=1\0ANTHROPIC_API_KEY=" + Fixture.SECRET + "\0", LaunchctlSource.words());
        Report report = new LaunchctlSource(around, commands).look(Fixture.anywhere());
        assertThat(fixture.settings(report))
                .containsExactly(
                        "SYSTEM launchctl ANTHROPIC_MODEL=two\nlines=1",
                        "SYSTEM launchctl ANTHROPIC_API_KEY=sk-••••WXYZ");
        assertThat(report.settings().getFirst().removals())
                .containsExactly(new Remedy.Paste("launchctl unsetenv ANTHROPIC_MODEL"));
        assertThat(commands.asked()).hasSize(1);
    }

    @Test
    void readsWhatIsSetAtLoginAndNotWhatAJobKeepsForItself() {
        Path words = fixture.write("home/u/Library/LaunchAgents/a.plist", XML);
        Path line = fixture.write("Library/LaunchDaemons/b.plist", XML);
        Path own = fixture.write("Library/LaunchAgents/c.plist", XML);
        fixture.write("Library/LaunchAgents/d.plist", "bplist00 nothing that matters");
        plist(
                words,
                "{\"ProgramArguments\":[\"/bin/launchctl\",\"setenv\",\"ANTHROPIC_MODEL\",\"x\",\"NO_PROXY\",\"y\"]}");
        plist(
                line,
                "{\"ProgramArguments\":[\"sh\",\"-c\",\"launchctl setenv HTTP_PROXY 'http://p q' && launchctl"
                        + " setenv EDITOR vi; launchctl setenv ANTHROPIC_API_KEY " + Fixture.SECRET + "\"]}");
        plist(own, "{\"EnvironmentVariables\":{\"ANTHROPIC_MODEL\":\"x\",\"A\":\"b\"}}");
        Report report = new LaunchFilesSource(root, around, commands).look(Fixture.anywhere());
        assertThat(fixture.settings(report))
                .containsExactly(
                        "SYSTEM launchd home/u/Library/LaunchAgents/a.plist ANTHROPIC_MODEL=x",
                        "SYSTEM launchd home/u/Library/LaunchAgents/a.plist NO_PROXY=y",
                        "SYSTEM launchd Library/LaunchDaemons/b.plist HTTP_PROXY=http://p q",
                        "SYSTEM launchd Library/LaunchDaemons/b.plist ANTHROPIC_API_KEY=sk-••••WXYZ");
        assertThat(report.settings().getFirst().removals())
                .containsExactly(
                        new Remedy.Open(words, OptionalInt.empty()),
                        new Remedy.Paste("launchctl unsetenv ANTHROPIC_MODEL"));
        assertThat(report.settings().getLast().removals().getFirst()).isEqualTo(new Remedy.Paste("sudoedit " + line));
        assertThat(report.checked().stream().map(c -> c.note()))
                .contains("sets ANTHROPIC_MODEL for its own program alone");
        assertThat(commands.asked()).hasSize(3);
    }

    @Test
    void readsManagedPreferencesTheUsersOwnFirst() {
        Path mine = fixture.write("Library/Managed Preferences/ursula/com.anthropic.claudecode.plist", "bplist00");
        Path all = fixture.write("Library/Managed Preferences/com.anthropic.claudecode.plist", "bplist00");
        plist(mine, "{\"env\":{\"ANTHROPIC_MODEL\":\"mine\"},\"model\":\"opus\"}");
        plist(all, "{\"env\":{\"ANTHROPIC_MODEL\":\"all\"}}");
        Report report = new ManagedPlistSource(root, around, commands).look(Fixture.anywhere());
        String folder = "MANAGED Library/Managed Preferences/";
        assertThat(fixture.settings(report))
                .containsExactly(
                        folder + "ursula/com.anthropic.claudecode.plist ANTHROPIC_MODEL=mine",
                        folder + "ursula/com.anthropic.claudecode.plist model=opus",
                        folder + "com.anthropic.claudecode.plist ANTHROPIC_MODEL=all");
        assertThat(report.settings()).extracting(s -> s.removals()).containsOnly(List.of());
    }

    @Test
    void saysThatAListCouldNotBeConverted() {
        Path file = fixture.write("Library/Managed Preferences/com.anthropic.claudecode.plist", "bplist00");
        commands.ends(new CommandOutcome.TimedOut("", ""), "plutil", "-convert", "json", "-o", "-", file.toString());
        assertThat(new ManagedPlistSource(root, around, commands)
                        .look(Fixture.anywhere())
                        .checked()
                        .getLast()
                        .note())
                .isEqualTo("no answer within 3 s");
    }
}
