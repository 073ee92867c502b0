package dev.turnpike.app.agent.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.agent.doctor.Report;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectFilesSourceTest {
    @TempDir
    Path root;

    private Fixture fixture;

    @BeforeEach
    void layOut() {
        fixture = new Fixture(root);
    }

    private Report look() {
        return new ProjectFilesSource(fixture.linux()).look(fixture.inProject());
    }

    @Test
    void takesDotEnvForANoteSinceNoShellReadsIt() {
        Path file = fixture.write("work/app/.env", "# x\nexport ANTHROPIC_API_KEY=" + Fixture.SECRET + "\nA=1\n");
        Report report = look();
        assertThat(report.settings()).isEmpty();
        assertThat(report.checked())
                .filteredOn(checked -> checked.file().equals(Optional.of(file)))
                .singleElement()
                .satisfies(checked -> assertThat(checked.note())
                        .endsWith(": ANTHROPIC_API_KEY")
                        .doesNotContain(Fixture.SECRET));
    }

    @Test
    void isNotHeldUpByAHostileLine() {
        fixture.write(
                "work/app/mise.toml", "[" + " ".repeat(20_000) + "\n[env]\nmodel = \"x\"\nANTHROPIC_MODEL=\"y\"\n");
        assertThat(fixture.settings(look())).containsExactly("SHELL mise work/app/mise.toml:4 ANTHROPIC_MODEL=y");
    }

    @Test
    void readsMiseInTheFolderAboveItAndEverywhere() {
        fixture.write("work/app/mise.toml", """
                [tools]
                ANTHROPIC_MODEL = "a tool"
                [env] # mine
                ANTHROPIC_MODEL = "one # \\"two\\"" # note
                HTTP_PROXY = { value = 'http://p', redact = true }
                API_TIMEOUT_MS = 5
                NO_PROXY = false
                [env._]
                HTTPS_PROXY = "none"
                """);
        fixture.write("work/.mise.toml", "env.ANTHROPIC_MODEL = \"above\"\nenv = { X = \"1\", http_proxy = \"q\" }\n");
        fixture.write("home/u/.config/mise/config.toml", "[env]\nANTHROPIC_MODEL=\"everywhere\"\n");
        assertThat(fixture.settings(look()))
                .containsExactly(
                        "SHELL mise work/app/mise.toml:7 NO_PROXY=",
                        "SHELL mise work/app/mise.toml:6 API_TIMEOUT_MS=5",
                        "SHELL mise work/app/mise.toml:5 HTTP_PROXY=http://p",
                        "SHELL mise work/app/mise.toml:4 ANTHROPIC_MODEL=one # \"two\"",
                        "SHELL mise work/.mise.toml:2 http_proxy=q",
                        "SHELL mise work/.mise.toml:1 ANTHROPIC_MODEL=above",
                        "SHELL mise home/u/.config/mise/config.toml:2 ANTHROPIC_MODEL=everywhere");
    }

    @Test
    void looksOnlyWhereNoProjectIsNeededWithoutOne() {
        fixture.write("work/app/.env", "ANTHROPIC_MODEL=x\n");
        Report report = new ProjectFilesSource(fixture.linux()).look(Fixture.anywhere());
        assertThat(report.settings()).isEmpty();
        assertThat(report.checked()).hasSize(1);
    }
}
