package dev.turnpike.gateway.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.exchange.ExchangeId;
import dev.turnpike.gateway.exchange.ExchangeKind;
import dev.turnpike.gateway.exchange.Moment;
import dev.turnpike.gateway.http.Headers;
import dev.turnpike.testing.ClaudeRequest;
import dev.turnpike.testing.Rows;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RequestGlanceTest {
    private static final String SHOP = "/home/me/work/shop";

    @Test
    void knowsAUserTurnByItsWords() {
        RequestGlance glance = glance(main().user("Fix the\tfailing test\nin cart.test.ts"));

        assertThat(glance.kind()).isEqualTo(RowKind.USER_TURN);
        assertThat(glance.subject()).isEqualTo(new Subject.Words("Fix the failing test"));
        assertThat(glance.project()).isEqualTo(SHOP);
        assertThat(glance.session()).isEqualTo(new SessionKey("4f2a-1", "claude-cli"));
        assertThat(glance.session().shortId()).isEqualTo("4f2a");
    }

    @Test
    void readsACommandAsItWasTyped() {
        assertThat(glance(main().user(
                                        "<command-message>review</command-message>\n<command-name>/review</command-name>\n"
                                                + "<command-args>src</command-args>"))
                        .subject())
                .isEqualTo(new Subject.Words("/review src"));
    }

    @Test
    void cutsLongWords() {
        Subject.Words words =
                (Subject.Words) glance(main().user("a😀".repeat(300))).subject();

        assertThat(words.text()).hasSizeLessThanOrEqualTo(200).endsWith("…");
        assertThat(words.text().codePoints().anyMatch(c -> c >= 0xd800 && c <= 0xdfff))
                .isFalse();
    }

    @Test
    void namesTheFileThatWasReadWithoutTheProject() {
        RequestGlance glance = glance(main().user("Fix it")
                .call("t1", "Read", "{\"file_path\":\"" + SHOP + "/src/orders.ts\"}")
                .result("t1", "x".repeat(6200), false));

        assertThat(glance.kind()).isEqualTo(RowKind.TOOL_CONTINUATION);
        assertThat(glance.subject())
                .isEqualTo(new Subject.ToolResult("Read", "src/orders.ts", OptionalInt.empty(), false, 6202, 0));
    }

    @Test
    void findsTheExitCodeOfACommand() {
        assertThat(glance(main().user("Fix it")
                                .call("t1", "Bash", "{\"command\":\"npm test\"}")
                                .result("t1", "Exit code 1\nFAIL", true))
                        .subject())
                .isEqualTo(new Subject.ToolResult("Bash", "", OptionalInt.of(1), true, 19, 0));
        assertThat(glance(main().user("Fix it")
                                .call("t1", "Bash", "{\"command\":\"npm test\"}")
                                .result("t1", "fine", false))
                        .subject())
                .isEqualTo(new Subject.ToolResult("Bash", "", OptionalInt.of(0), false, 6, 0));
    }

    @Test
    void countsFurtherResults() {
        Subject.ToolResult result = (Subject.ToolResult) glance(main().user("Fix it")
                        .call("t1", "Grep", "{\"pattern\":\"total(\"}")
                        .result("t1", "a", false)
                        .andResult("t2", "bb"))
                .subject();

        assertThat(result).isEqualTo(new Subject.ToolResult("Grep", "total(", OptionalInt.empty(), false, 7, 1));
    }

    @Test
    void aTurnAfterAnAnswerIsTheUsers() {
        assertThat(glance(main().user("Fix it")
                                .call("t1", "Bash", "{}")
                                .result("t1", "ok", false)
                                .assistant("Done.")
                                .user("Thanks, now the docs"))
                        .subject())
                .isEqualTo(new Subject.Words("Thanks, now the docs"));
    }

    @Test
    void tellsSubAgentsApart() {
        ClaudeRequest start =
                ClaudeRequest.subAgent("claude-sonnet-5-5", "s", SHOP).user("Who calls total()?");
        assertThat(glance(start).kind()).isEqualTo(RowKind.SUB_AGENT_START);
        ClaudeRequest next = ClaudeRequest.subAgent("claude-sonnet-5-5", "s", SHOP)
                .user("Who calls total()?")
                .call("t1", "Grep", "{}")
                .result("t1", "x", false);
        assertThat(glance(next).kind()).isEqualTo(RowKind.SUB_AGENT_CONTINUATION);
    }

    @Test
    void knowsWhatTheAgentAsksOnItsOwnAccount() {
        RequestGlance title = glance(
                ClaudeRequest.background("claude-haiku-5-5", "s").format().plainUser("Fix it"));
        assertThat(title.kind()).isEqualTo(RowKind.BACKGROUND);
        assertThat(title.subject()).isEqualTo(new Subject.Title());
        RequestGlance probe = glance(
                ClaudeRequest.background("claude-haiku-5-5", "s").maxTokens(1).plainUser("Hi"));
        assertThat(probe.kind()).isEqualTo(RowKind.BACKGROUND);
        assertThat(probe.subject()).isEqualTo(new Subject.Probe());
        RequestGlance compaction = glance(main().user("CRITICAL: Respond with TEXT ONLY. Write a summary"));
        assertThat(compaction.subject()).isEqualTo(new Subject.Summary());
        RequestGlance afterATool = glance(main().user("Fix it")
                .call("t", "Bash", "{}")
                .result("t", "no such command", true)
                .user("CRITICAL: Respond with TEXT ONLY. Write a summary"));
        assertThat(afterATool.subject()).isEqualTo(new Subject.Summary());
    }

    @Test
    void knowsAnotherClientByItsName() {
        RequestGlance glance = glance(
                Headers.of("user-agent", "python-requests/2.32"),
                "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"Seed the shop\"}]}");

        assertThat(glance.kind()).isEqualTo(RowKind.OTHER_CLIENT);
        assertThat(glance.subject()).isEqualTo(new Subject.Words("Seed the shop"));
        assertThat(glance.session()).isEqualTo(new SessionKey("", "python-requests"));
    }

    @Test
    @Rows(132)
    void findsTheSessionInTheMetadataOfOlderClients() {
        String body = "{\"metadata\":{\"user_id\":\"user_ab_account__session_11-22\"},\"messages\":[]}";
        assertThat(glance(Headers.of("user-agent", "claude-cli/1.0"), body)
                        .session()
                        .id())
                .isEqualTo("11-22");
        String newer = "{\"metadata\":{\"user_id\":\"{\\\"session_id\\\":\\\"33-44\\\"}\"},\"messages\":[]}";
        assertThat(glance(Headers.empty(), newer).session().id()).isEqualTo("33-44");
    }

    @Test
    void unescapesTheFolder() {
        String body = "{\"system\":\"Working directory: C:\\\\work\\\\sch\\u00f6n\\nPlatform: win32\",\"messages\":[]}";
        assertThat(glance(Headers.empty(), body).project()).isEqualTo("C:\\work\\schön");
    }

    @Test
    void readsWhateverComes() {
        for (String body : new String[] {
            "",
            "{",
            "[]",
            "7",
            "{\"messages\":7}",
            "{\"messages\":[7,{\"role\":7,\"content\":{}}]}",
            "{\"messages\":[{\"role\":\"user\",\"content\":[7,\"x\",{\"type\":\"tool_result\",\"content\":[7]}]}]}",
            "{\"system\":{},\"tools\":[7,{}],\"metadata\":{\"user_id\":\"{\"}}"
        }) {
            assertThat(glance(Headers.empty(), body).kind()).isEqualTo(RowKind.OTHER_CLIENT);
        }
    }

    @Test
    void sharesTheRequestOutAmongItsParts() {
        ClaudeRequest request = main().user("Fix it")
                .call("t1", "Read", "{}")
                .result("t1", "x".repeat(5000), false)
                .call("t2", "Bash", "{}")
                .result("t2", "y".repeat(300), false);
        ContextParts parts = glance(request).parts();

        assertThat(parts.toolCount()).isEqualTo(6);
        assertThat(parts.messageCount()).isEqualTo(5);
        assertThat(parts.freshMessages()).isEqualTo(1);
        assertThat(parts.results()).isBetween(5000L, 5200L);
        assertThat(parts.fresh()).isBetween(300L, 500L);
        assertThat(parts.system()).isBetween(150L, 400L);
        long rest = request.body().length - parts.total();
        assertThat(rest)
                .as("what is no part: the model, limits, names of fields")
                .isBetween(0L, 400L);
    }

    private static ClaudeRequest main() {
        return ClaudeRequest.main("claude-opus-5-5", "4f2a-1", SHOP);
    }

    private static RequestGlance glance(ClaudeRequest request) {
        return RequestGlance.at(
                arrived(request.headers(), request.body()), new SuccessiveRequests(), new Conversations());
    }

    private static RequestGlance glance(Headers headers, String body) {
        return RequestGlance.at(
                arrived(headers, body.getBytes(StandardCharsets.UTF_8)), new SuccessiveRequests(), new Conversations());
    }

    private static Moment.Arrived arrived(Headers headers, byte[] body) {
        return new Moment.Arrived(new ExchangeId("x"), 0, ExchangeKind.MESSAGES, 0, "/v1/messages", headers, body);
    }
}
