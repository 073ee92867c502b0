package dev.turnpike.app.agent.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.agent.doctor.Checked;
import dev.turnpike.app.agent.doctor.Report;
import dev.turnpike.app.platform.RecordedCommands;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProcessListSourceTest {
    private static final String[] PS = {"ps", "-xEww", "-o", "pid=,tty=,command="};

    private final Fixture fixture = new Fixture(Path.of("/none"));

    @Test
    void tellsWordsAndVariablesApart() {
        RecordedCommands commands = new RecordedCommands().prints("""
                          301 ??       /usr/libexec/secd HOME=/Users/u ANTHROPIC_MODEL=no
                          512 ttys001  claude --resume TERM_PROGRAM=iTerm.app ANTHROPIC_MODEL=my model HOME=/Users/u ANTHROPIC_API_KEY=%s
                          513 ttys002  /opt/homebrew/bin/claude --settings {"env": {"ANTHROPIC_MODEL": "in}line"}} -p HTTP_PROXY= hello NO_PROXY=
                          514 ??       node /opt/homebrew/bin/claude --settings /own/run/1.json ANTHROPIC_MODEL=ours
                        """.formatted(Fixture.SECRET), PS);
        Report report = new ProcessListSource(fixture.around("Mac OS X", Map.of()), commands, Path.of("/own"))
                .look(Fixture.anywhere());
        assertThat(fixture.settings(report))
                .containsExactly(
                        "PROCESS claude 512 ANTHROPIC_API_KEY=sk-••••WXYZ",
                        "PROCESS claude 512 ANTHROPIC_MODEL=my model",
                        "PROCESS claude 513 HTTP_PROXY= hello",
                        "PROCESS claude 513 NO_PROXY=",
                        "COMMAND claude 513 ANTHROPIC_MODEL=in}line");
        assertThat(report.checked())
                .extracting(Checked::note)
                .containsExactly(
                        "on ttys001, in a window of iTerm.app", "on ttys002", "", "started by turnpike run", "");
    }

    @Test
    void findsNothingWhereNothingRuns() {
        RecordedCommands commands = new RecordedCommands().prints("", PS);
        Report report = new ProcessListSource(fixture.around("Mac OS X", Map.of()), commands, Path.of("/own"))
                .look(Fixture.anywhere());
        assertThat(report.settings()).isEmpty();
        assertThat(report.checked()).hasSize(1);
    }
}
