package dev.turnpike.app.agent.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.agent.doctor.Remedy;
import dev.turnpike.app.agent.doctor.Report;
import dev.turnpike.app.platform.CommandOutcome;
import dev.turnpike.app.platform.RecordedCommands;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SystemdSourceTest {
    private static final String[] SHOW = {"systemctl", "--user", "show-environment"};

    private final Fixture fixture = new Fixture(Path.of("/none"));
    private final RecordedCommands commands = new RecordedCommands();

    private Report look() {
        return new SystemdSource(fixture.linux(), commands).look(Fixture.anywhere());
    }

    @Test
    void readsTheValuesAsSystemdQuotesThem() {
        commands.prints(
                "HOME=/home/u\nANTHROPIC_MODEL=$'it\\'s\\nmine'\nANTHROPIC_AUTH_TOKEN=" + Fixture.SECRET
                        + "\nNO_PROXY=\"a b\"\n",
                SHOW);
        Report report = look();
        assertThat(fixture.settings(report))
                .containsExactly(
                        "SYSTEM systemd ANTHROPIC_MODEL=it's\nmine",
                        "SYSTEM systemd ANTHROPIC_AUTH_TOKEN=sk-••••WXYZ",
                        "SYSTEM systemd NO_PROXY=a b");
        assertThat(report.settings().getLast().removals())
                .containsExactly(new Remedy.Paste("systemctl --user unset-environment NO_PROXY"));
    }

    @Test
    void hasNothingToSayWhereThereIsNoManager() {
        assertThat(look().checked()).singleElement().satisfies(c -> {
            assertThat(c.ok()).isTrue();
            assertThat(c.note()).isEqualTo("no such program here");
        });
        commands.ends(new CommandOutcome.Ended(1, "", "Failed to connect to bus"), SHOW);
        assertThat(look().checked().getFirst().note()).isEqualTo("it has no answer (it ended with 1)");
    }

    @Test
    void saysThatAManagerDidNotAnswerInTime() {
        commands.ends(new CommandOutcome.TimedOut("ANTHROPIC_MODEL=x", ""), SHOW);
        Report report = look();
        assertThat(report.settings()).isEmpty();
        assertThat(report.checked()).singleElement().satisfies(c -> {
            assertThat(c.ok()).isFalse();
            assertThat(c.note()).isEqualTo("no answer within 3 s");
        });
    }
}
