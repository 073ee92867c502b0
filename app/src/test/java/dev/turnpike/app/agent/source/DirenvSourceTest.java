package dev.turnpike.app.agent.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.agent.doctor.Inquiry;
import dev.turnpike.app.agent.doctor.Remedy;
import dev.turnpike.app.agent.doctor.Report;
import dev.turnpike.app.platform.CommandOutcome;
import dev.turnpike.app.platform.RecordedCommands;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirenvSourceTest {
    private static final String[] EXPORT = {"direnv", "export", "json"};

    @TempDir
    Path root;

    private final RecordedCommands commands = new RecordedCommands();
    private Fixture fixture;
    private Path file;

    @BeforeEach
    void layOut() {
        fixture = new Fixture(root);
        file = fixture.write("work/.envrc", "dotenv\nexport ANTHROPIC_MODEL=$(pick)\n");
        fixture.folder("work/app");
    }

    private Report look(boolean shells) {
        return new DirenvSource(
                        fixture.around("Linux", Map.of("PATH", "/bin", "DIRENV_DIFF", "x", "ANTHROPIC_MODEL", "mine")),
                        commands)
                .look(new Inquiry(Optional.of(fixture.project()), shells));
    }

    @Test
    void takesWhatDirenvExportsWithTheLineWhereTheFileSaysIt() {
        commands.prints(
                "{\"ANTHROPIC_MODEL\":\"picked\",\"ANTHROPIC_API_KEY\":\"" + Fixture.SECRET + "\",\"X\":null}", EXPORT);
        Report report = look(true);
        assertThat(fixture.settings(report))
                .containsExactly(
                        "SHELL direnv work/.envrc:2 ANTHROPIC_MODEL=picked",
                        "SHELL direnv work/.envrc ANTHROPIC_API_KEY=sk-••••WXYZ");
        assertThat(report.settings().getFirst().removals()).containsExactly(new Remedy.Open(file, OptionalInt.of(2)));
    }

    @Test
    void asksInTheProjectWithNothingSetThatWouldHideTheAnswer() {
        look(true);
        assertThat(commands.commands()).singleElement().satisfies(command -> {
            assertThat(command.folder()).contains(fixture.project());
            assertThat(command.environment()).isEqualTo(Map.of("PATH", "/bin"));
        });
    }

    @Test
    void searchesTheTextWhereNothingMayBeRun() {
        assertThat(fixture.settings(look(false))).containsExactly("SHELL direnv work/.envrc:2 ANTHROPIC_MODEL=$(pick)");
        assertThat(commands.asked()).isEmpty();
    }

    @Test
    void countsNothingOfAFileThatIsNotAllowed() {
        commands.ends(
                new CommandOutcome.Ended(1, "", "direnv: error /work/.envrc is blocked. Run `direnv allow`"), EXPORT);
        Report report = look(true);
        assertThat(report.settings()).isEmpty();
        assertThat(report.checked().getFirst().note()).isEqualTo("direnv does not run it until the user allows it");
    }

    @Test
    void searchesTheTextWhereTheFileFails() {
        commands.ends(new CommandOutcome.Ended(1, "", "boom"), EXPORT);
        Report report = look(true);
        assertThat(fixture.settings(report)).containsExactly("SHELL direnv work/.envrc:2 ANTHROPIC_MODEL=$(pick)");
        assertThat(report.checked().getFirst().note()).startsWith("it has no answer (it ended with 1); ");
    }

    @Test
    void believesDirenvThatNothingIsSet() {
        commands.prints("", EXPORT);
        assertThat(look(true).settings()).isEmpty();
    }
}
