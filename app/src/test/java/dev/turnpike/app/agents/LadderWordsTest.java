package dev.turnpike.app.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.agent.doctor.Ladder;
import dev.turnpike.app.agent.doctor.Place;
import dev.turnpike.app.agent.doctor.PlaceKind;
import dev.turnpike.app.agent.doctor.Rung;
import dev.turnpike.app.agent.doctor.Rung.Standing;
import dev.turnpike.app.agent.doctor.Setting;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LadderWordsTest {
    private final DoctorDesk desk = new DoctorDesk();
    private final Hostile hostile = new Hostile(Path.of("/home/u"));

    private List<LadderRow> rows(boolean shells, List<Rung> rungs) {
        LadderWords words =
                new LadderWords(desk.ours(), shells, path -> path.toString().replace("/home/u", "~"));
        return words.rows(new Ladder(rungs, "zsh"));
    }

    private LadderRow row(String variable) {
        hostile.fill(desk);
        return rows(true, desk.rungs).stream()
                .filter(row -> row.variable().equals(variable))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void marksTheWinnerAndTellsOursFromForeign() {
        LadderRow row = row("ANTHROPIC_BASE_URL");

        assertThat(row.user())
                .extracting(LadderCell::text, LadderCell::kind, LadderCell::wins)
                .containsExactly("ours", LadderCell.Kind.OURS, true);
        assertThat(row.shell())
                .extracting(LadderCell::text, LadderCell::kind, LadderCell::wins)
                .containsExactly("https://api.z.ai/api/anthropic", LadderCell.Kind.FOREIGN, false);
        assertThat(row.managed().kind()).isEqualTo(LadderCell.Kind.NONE);
        assertThat(row.used()).isEqualTo("ours");
        assertThat(row.sentence())
                .isEqualTo("ANTHROPIC_BASE_URL. Managed nothing, project nothing, user ours,"
                        + " shell https://api.z.ai/api/anthropic. Used by Claude Code: ours.");
    }

    @Test
    void saysThatAForeignKeyGoesAlongWithOurToken() {
        LadderRow row = row("ANTHROPIC_API_KEY");

        assertThat(row.used()).isEqualTo("shell, sent beside our token");
        assertThat(row.standing()).isEqualTo(LadderRow.Standing.MATTERS);
        assertThat(row.shell().matters()).isTrue();
        assertThat(row.shell().whole())
                .as("masked, with the way to it")
                .isEqualTo("sk-••••9c1d, in ~/dotfiles/ai.sh:2, read by ~/.zshrc:31");
    }

    @Test
    void showsAProjectsOwnFileAndWhatAProxyDoesNotCarry() {
        assertThat(row("ANTHROPIC_DEFAULT_SONNET_MODEL"))
                .extracting(r -> r.project().text(), LadderRow::used)
                .containsExactly("glm-5", "project");
        assertThat(row("HTTP_PROXY"))
                .as("what the system gives stands with the shell, which inherits it")
                .extracting(r -> r.shell().text(), LadderRow::used, LadderRow::standing)
                .containsExactly("127.0.0.1:7890", "system, not for 127.0.0.1", LadderRow.Standing.GOOD);
        assertThat(row("ENABLE_TOOL_SEARCH").used()).isEqualTo("true");
        assertThat(row("NO_PROXY, no_proxy").used()).isEqualTo("ours");
    }

    @Test
    void saysWhatIsUsedWhereNothingIsSetAndDoesNotClaimWhatNobodyLookedAt() {
        List<Rung> unset = Stream.of("ANTHROPIC_BASE_URL", "ANTHROPIC_AUTH_TOKEN")
                .map(name -> new Rung(name, List.of(), Optional.empty(), Standing.UNSET))
                .toList();
        List<LadderRow> rows = rows(false, unset);

        assertThat(rows).extracting(LadderRow::variable).containsExactly("ANTHROPIC_BASE_URL", "ANTHROPIC_AUTH_TOKEN");
        assertThat(rows).extracting(LadderRow::used).containsExactly("api.anthropic.com", "login of Claude Code");
        assertThat(rows.getFirst().shell().kind()).isEqualTo(LadderCell.Kind.UNKNOWN);
        assertThat(rows.getFirst().sentence()).contains("shell not looked at");
        assertThat(rows(true, unset).getFirst().shell().kind()).isEqualTo(LadderCell.Kind.NONE);
    }

    @Test
    void leavesAnotherShellOutOfTheColumnOfTheLoginShell() {
        Setting fish = Setting.of("ANTHROPIC_MODEL", "foo", Place.of(PlaceKind.SHELL, "fish"));
        Rung rung = new Rung("ANTHROPIC_MODEL", List.of(fish), Optional.empty(), Standing.UNSET);

        assertThat(rows(true, List.of(rung)).getLast().shell().kind()).isEqualTo(LadderCell.Kind.NONE);
    }

    @Test
    void warnsAtTheValueThatIsUsedAndAtNoOther() {
        Setting project = Setting.of("ANTHROPIC_BASE_URL", "https://a.example", hostile.project);
        Setting shell = Setting.of("ANTHROPIC_BASE_URL", "https://b.example", hostile.shell);
        Rung rung = new Rung("ANTHROPIC_BASE_URL", List.of(project, shell), Optional.of(project), Standing.FOREIGN);
        LadderRow row = rows(true, List.of(rung)).getFirst();

        assertThat(row.project().matters()).isTrue();
        assertThat(row.shell().matters()).isFalse();
    }
}
