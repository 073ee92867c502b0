package dev.turnpike.app.realclient;

import static dev.turnpike.app.realclient.CompatRow.OTHER;
import static dev.turnpike.app.realclient.CompatRow.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.realclient.CompatRow.Scope;
import dev.turnpike.testing.ScriptedUpstream.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the real client does in a terminal, and what it hands on; each test shows the [CompatFact] that it names.
@Tag("real-client")
class RunningClientTest {
    private static final String PROMPT = "❯";

    @TempDir
    Path root;

    /// [CompatFact#CHANGED] and [CompatFact#REMOVED].
    @Test
    void takesWhatIsChangedAndKeepsWhatIsRemoved() throws Exception {
        try (CompatRun run = new CompatRun(known(row("a session")), root);
                Terminal terminal = new Terminal(root, run.folder(), run.environment())) {
            terminal.await(PROMPT);
            terminal.type("question one");
            Patience.until("the first question", () -> run.gateway.asked().size() == 1);

            settings("{\"env\": {\"ANTHROPIC_BASE_URL\": \"%s\", \"ANTHROPIC_AUTH_TOKEN\": \"changed\"}}"
                    .formatted(run.other.url()));
            assertThat(askUntil(run, terminal, "authorization", "Bearer changed"))
                    .isEqualTo(run.other.asked());

            settings("{\"env\": {\"ANTHROPIC_CUSTOM_HEADERS\": \"x-mark: seen\"}}");
            List<Request> asked = askUntil(run, terminal, "x-mark", "seen");
            assertThat(asked).isEqualTo(run.other.asked());
            assertThat(asked.getLast().field("authorization")).contains("Bearer changed");
        }
    }

    /// Asks again and again until a question has that field; the questions to the server that got it.
    private static List<Request> askUntil(CompatRun run, Terminal terminal, String field, String value)
            throws Exception {
        for (int number = 0; number < 20; number++) {
            int before = run.gateway.asked().size() + run.other.asked().size();
            terminal.type("question " + field + number);
            Patience.until(
                    "an answer",
                    () -> run.gateway.asked().size() + run.other.asked().size() > before);
            for (Stub stub : List.of(run.gateway, run.other)) {
                List<Request> asked = stub.asked();
                if (!asked.isEmpty() && asked.getLast().field(field).equals(Optional.of(value))) {
                    return asked;
                }
            }
        }
        throw new AssertionError("the change was never seen");
    }

    /// [CompatFact#UNTRUSTED].
    @Test
    void asksBeforeAProjectMayDivertIt() throws Exception {
        CompatRow row = row("a project").in(Scope.PROJECT, "ANTHROPIC_BASE_URL", OTHER);
        try (CompatRun run = new CompatRun(row.file("home/.claude.json", welcomed("")), root);
                Terminal terminal = new Terminal(root, run.folder(), run.environment())) {
            terminal.await("Yes, I trust this folder");
            assertThat(run.gateway.seen()).isEmpty();
            assertThat(run.other.seen()).isEmpty();
            Patience.until("trust", () -> trusts(terminal));
            terminal.type("a question");
            Patience.until("a question", () -> !run.other.asked().isEmpty());
            assertThat(run.other.asked().getFirst().field("authorization")).contains("Bearer ours");
            assertThat(run.gateway.asked()).isEmpty();
        }
    }

    /// Chooses what is not chosen at first, and then the prompt is there. A key may come too early to be read, and one
    /// that is pressed twice goes round: so each is waited for.
    private static boolean trusts(Terminal terminal) {
        String screen = terminal.screen();
        if (screen.contains("❯ Yes, I trust")) {
            terminal.press("Enter");
        } else if (screen.contains("❯ No, exit")) {
            terminal.press("Down");
        }
        Patience.soon(() -> !terminal.screen().equals(screen));
        String now = terminal.screen();
        return !now.contains("trust") && now.contains(PROMPT);
    }

    /// [CompatFact#DISCOVERED].
    @Test
    void asksForModelsAlthoughItIsToBeQuiet() throws Exception {
        CompatRow row = row("discovery").user("CLAUDE_CODE_ENABLE_GATEWAY_MODEL_DISCOVERY", "1");
        try (CompatRun run = new CompatRun(known(row), root);
                Terminal terminal = new Terminal(root, run.folder(), run.environment())) {
            assertThat(run.environment()).containsEntry("CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC", "1");
            terminal.await(PROMPT);
            Patience.until(
                    "the models",
                    () -> run.gateway.seen().stream()
                            .anyMatch(request -> request.line().startsWith("GET /v1/models")));
        }
    }

    /// [CompatFact#INHERITED].
    @Test
    void handsItsEnvironmentToWhatItRuns() throws Exception {
        CompatRow row = row("a command")
                .shell(CompatRows.FOREIGN)
                .shell("ANTHROPIC_API_KEY", "foreign-key")
                .user("ANTHROPIC_API_KEY", "");
        List<Request> turns = new ArrayList<>();
        try (CompatRun run = new CompatRun(row, root, new Stub(request -> turn(turns, request)))) {
            List<String> command =
                    List.of(Client.binary(), "--dangerously-skip-permissions", "-p", "look", "--output-format", "json");
            Client.run(command, run.environment(), run.folder());
            assertThat(Files.readAllLines(run.folder().resolve("seen.txt")))
                    .containsExactly("base=" + run.gateway.url(), "token=ours", "key=<>");
        }
    }

    private static List<String> turn(List<Request> turns, Request request) {
        turns.add(request);
        String command = "printf 'base=%s\\ntoken=%s\\nkey=<%s>\\n' \"$ANTHROPIC_BASE_URL\" \"$ANTHROPIC_AUTH_TOKEN\""
                + " \"${ANTHROPIC_API_KEY-unset}\" >seen.txt";
        return turns.size() == 1
                ? ScriptedModel.ANTHROPIC.events("Bash", Map.of("command", command, "description", "Look"), "")
                : ScriptedModel.ANTHROPIC.events("", Map.of(), "ok");
    }

    /// The client has been here before, and the folder is trusted.
    private static CompatRow known(CompatRow row) {
        return row.file("home/.claude.json", welcomed("\"{root}/work\": {\"hasTrustDialogAccepted\": true}"));
    }

    private static String welcomed(String projects) {
        return "{\"hasCompletedOnboarding\": true, \"theme\": \"dark\", \"projects\": {" + projects + "}}";
    }

    private void settings(String text) throws IOException {
        Files.writeString(root.resolve(Scope.USER.file), text);
    }
}
