package dev.turnpike.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.testing.ClaudeRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class TrafficShowCommandTest {
    @TempDir
    Path folder;

    private Desk desk;
    private RecordedWeek week;

    @BeforeEach
    void open() {
        desk = new Desk(folder);
        week = new RecordedWeek(desk.home())
                .said("req_1", "Fix the failing test", "The test fails because of a typo.")
                .failed("req_2", "Rate limit reached");
    }

    @AfterEach
    void close() {
        week.close();
        desk.close();
    }

    private String said(String... args) {
        assertThat(desk.run(args)).as(desk.err()).isZero();
        return desk.out();
    }

    private void refuses(int code, String sentence, String... args) {
        assertThat(desk.run(args)).isEqualTo(code);
        assertThat(desk.err().lines().toList().getLast()).isEqualTo("turnpike: " + sentence);
        assertThat(desk.out()).isEmpty();
    }

    @Test
    void tellsAllAboutOne() {
        String said = said("traffic", "show", "1");
        assertThat(said)
                .contains("╭─ ◆ #1 · 200 · end_turn ─")
                .contains("│ req_1 · user turn · client claude-cli · in /home/me/shop")
                .contains("│ session " + RecordedWeek.SESSION)
                .contains("claude-sonnet-5-5 → deepseek-v4-pro · channel deepseek · the only channel")
                .contains("first token 0.90 s · all 2.90 s · 41 tok/s · cost $1.82")
                .contains("User-Agent: claude-cli/2.1.329 (external, cli)")
                .contains("6 tools")
                .contains("╭─ attempt 1 of 1 · deepseek · deepseek-v4-pro · 200 ─")
                .contains("sent after 2 ms · answered after 0.30 s")
                .contains("│ The test fails because of a typo.");
        assertThat(said.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    }

    @Test
    void findsTheSameByNumberAndByIdAndAsTheLast() {
        assertThat(said("traffic", "show", "req_2", "--json")).contains("\"id\":\"req_2\"");
        String one = desk.out();
        assertThat(said("traffic", "show", "#2", "--json")).isEqualTo(one + one);
        assertThat(said("traffic", "show", "last", "--json")).isEqualTo(one + one + one);
    }

    @Test
    void tellsWhatBecameOfEachAttempt() {
        assertThat(said("traffic", "show", "2"))
                .contains("╭─ ▲ #2 · 429 rate_limit_error")
                .contains("attempt 1 of 2 · deepseek · deepseek-v4-pro · 529")
                .contains("attempt 2 of 2 · glm · glm-5.1 · 429")
                .contains("│ overloaded")
                .contains("│ rate_limit_error: Rate limit reached");
    }

    @Test
    void tellsWhatLittleIsKnownOfARequestThatCannotBeRead() {
        week.unreadable("req_3");
        assertThat(said("traffic", "show", "last"))
                .contains("│ no model\n")
                .contains("│ first token — · all 0 ms · cost —");
    }

    @Test
    void refusesOneThatIsNotThere() {
        for (String word : List.of("77", "#0", "req_77")) {
            refuses(1, "no exchange " + word + " is recorded (turnpike traffic lists them)", "traffic", "show", word);
        }
    }

    @Test
    void refusesWhatDoesNotGoTogether() {
        refuses(
                2,
                "--json, --markdown, --curl and --raw are four ways to give it: take one",
                "traffic",
                "show",
                "1",
                "--json",
                "--curl");
        refuses(2, "which exchange? A number of turnpike traffic, a request id, or last", "traffic", "show", "--json");
        refuses(2, "--raw is request, response, sent or received, not all", "traffic", "show", "1", "--raw", "all");
        refuses(2, "--curl is for bash, fish, powershell or cmd, not csh", "traffic", "show", "1", "--curl", "csh");
        refuses(
                2,
                "--attempt goes with --curl, --raw sent and --raw received",
                "traffic",
                "show",
                "1",
                "--attempt",
                "1");
        refuses(1, "it has attempts 1 to 1, not 2", "traffic", "show", "1", "--raw", "sent", "--attempt", "2");
    }

    @Test
    void givesExactBytes() {
        assertThat(desk.run("traffic", "show", "1", "--raw", "sent")).isZero();
        assertThat(desk.outBytes())
                .isEqualTo(ClaudeRequest.main("claude-sonnet-5-5", RecordedWeek.SESSION, "/home/me/shop")
                        .user("Fix the failing test")
                        .body());
    }

    @Test
    void givesTheConversationAsMarkdown() {
        assertThat(said("traffic", "show", "last", "--markdown")).contains("## User", "hello");
    }

    @Test
    void givesACommandForTheChosenShell() {
        assertThat(said("traffic", "show", "--curl", "last")).startsWith("curl -sS -N -X POST '");
        assertThat(said("traffic", "show", "1", "--curl", "powershell")).contains("curl.exe");
        assertThat(said("traffic", "show", "--curl", "fish", "2", "--attempt", "2"))
                .contains("https://glm.example/");
    }

    @Test
    void putsALongBodyBesideTheCommand() throws Exception {
        week.said("req_3", "word ".repeat(30_000), "ok");
        assertThat(said("traffic", "show", "3", "--curl")).contains("--data-binary '@turnpike-req_3.json'");
        assertThat(desk.err()).isEqualTo("The body is in turnpike-req_3.json, in this folder" + System.lineSeparator());
        Path body = desk.project().resolve("turnpike-req_3.json");
        assertThat(JsonMapper.shared().readTree(body).get("model").asString()).isEqualTo("claude-sonnet-5-5");
        said("traffic", "show", "3", "--curl");
        Files.writeString(body, "mine");
        assertThat(desk.run("traffic", "show", "3", "--curl")).isEqualTo(1);
        assertThat(body).hasContent("mine");
    }

    @Test
    void saysThatNothingIsRecordedYet() {
        Desk empty = new Desk(folder.resolve("other"));
        assertThat(empty.run("traffic", "show", "last")).isEqualTo(1);
        assertThat(empty.err()).startsWith("Nothing is recorded yet");
    }
}
