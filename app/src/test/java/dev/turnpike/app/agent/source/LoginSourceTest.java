package dev.turnpike.app.agent.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.agent.ClaudeHome;
import dev.turnpike.app.agent.doctor.Checked;
import dev.turnpike.app.agent.doctor.Report;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginSourceTest {
    @TempDir
    Path root;

    private Fixture fixture;

    @BeforeEach
    void layOut() {
        fixture = new Fixture(root);
    }

    private Report look(Path user) {
        ClaudeHome home = new ClaudeHome(user, root.resolve("managed"), fixture.project());
        return new LoginSource(home, fixture.linux()).look(Fixture.anywhere());
    }

    @Test
    void saysThatSomebodyIsLoggedInAndNothingAboutThem() {
        fixture.write("home/u/.claude/.credentials.json", "{\"t\":\"" + Fixture.SECRET + "\"}");
        fixture.write(
                "home/u/.claude.json",
                "{\"hasCompletedOnboarding\": true, \"oauthAccount\": {\"emailAddress\": \"u@x\"},"
                        + "\"customApiKeyResponses\": {\"approved\": [\"0123456789\", \"b\"], \"rejected\": [\"c\"]}}");
        Report report = look(fixture.home().resolve(".claude"));
        assertThat(report.checked())
                .extracting(Checked::note)
                .containsExactly(
                        "there", "the first screens are done, an account is logged in, keys approved: 2, rejected: 1");
        assertThat(report.toString()).doesNotContain("0123456789").doesNotContain("u@x");
    }

    @Test
    void saysThatNobodyEverStartedIt() {
        assertThat(look(fixture.home().resolve(".claude")).checked())
                .extracting(Checked::note)
                .containsExactly("not there", "not there");
    }

    @Test
    void looksInTheFolderOfItsOwnWhereThereIsOne() {
        fixture.write("other/.claude.json", "{}");
        Report report = look(root.resolve("other"));
        assertThat(report.checked().getLast().file()).contains(root.resolve("other/.claude.json"));
        assertThat(report.checked().getLast().note()).isEqualTo("the first screens are still to come");
    }
}
