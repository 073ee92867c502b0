package dev.turnpike.app.care;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.agent.remedy.LineCommenter;
import dev.turnpike.app.agent.remedy.LinePlan;
import dev.turnpike.app.agents.Withdrawn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommentedLinesTest {
    @TempDir
    Path home;

    @Test
    void keepsTheWayBackWhereverTheToastIs() throws IOException {
        Clock clock = Clock.fixed(Instant.parse("2026-11-27T12:00:00Z"), ZoneOffset.UTC);
        CommentedLines lines = new CommentedLines(new LineCommenter(home, home.resolve("turnpike"), clock));
        CommentedLines later = new CommentedLines(new LineCommenter(home, home.resolve("turnpike"), clock));
        assertThat(lines.all(ZoneOffset.UTC)).isEmpty();
        Path rc = Files.writeString(home.resolve(".zshrc"), "# mine\nexport HTTP_PROXY=http://10.0.0.1:1\n");
        lines.commenter().apply((LinePlan.Possible) lines.commenter().plan(rc, 2, "HTTP_PROXY"));

        List<Withdrawn> found = later.all(ZoneOffset.UTC);
        assertThat(found)
                .extracting(Withdrawn::sentence)
                .containsExactly("Line 2 of " + rc + " is a comment since 2026-11-27");
        assertThat(later.all(ZoneOffset.UTC))
                .as("nothing is new at the next look")
                .isEqualTo(found);
        assertThat(found.getFirst().back().run()).startsWith("Line 2 of");
        assertThat(rc).hasContent("# mine\nexport HTTP_PROXY=http://10.0.0.1:1\n");
        assertThat(later.all(ZoneOffset.UTC)).isEmpty();
    }
}
