package dev.turnpike.app.cli.panel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.anthropic.ApiError;
import dev.turnpike.gateway.anthropic.TokenUsage;
import dev.turnpike.gateway.channel.ChannelId;
import dev.turnpike.gateway.exchange.ExchangeId;
import dev.turnpike.gateway.exchange.ExchangeKind;
import dev.turnpike.gateway.exchange.Moment;
import dev.turnpike.gateway.http.Headers;
import dev.turnpike.gateway.translation.Adjustment;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class PanelsTest {
    private static final ExchangeId ID = new ExchangeId("req_1");

    private final StringWriter out = new StringWriter();

    private Panels panels(boolean colour, int maxChars) {
        return new Panels(new PrintWriter(out), colour, maxChars, ZoneOffset.UTC);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void ask(Panels panels, String body, boolean stream) {
        panels.on(new Moment.Arrived(
                ID, 0, ExchangeKind.MESSAGES, 0, "/v1/messages?beta=true", Headers.empty(), bytes(body)));
        panels.on(new Moment.Understood(ID, 1, "claude-opus", stream));
        panels.on(new Moment.Routed(ID, 2, new ChannelId("local"), "qwen/qwen3", "the only channel"));
    }

    private static void pass(Panels panels, long nanos, String type, String data) {
        panels.on(new Moment.EventPassed(ID, nanos, bytes("event: " + type + "\ndata: " + data + "\n\n")));
    }

    @Test
    void showsAStreamedExchange() {
        Panels panels = panels(false, 1400);
        ask(panels, "{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}],\"tools\":[{},{}]}", true);
        panels.on(new Moment.Adjusted(
                ID, 3, List.of(new Adjustment.Dropped("system[0].cache_control", "no such thing"))));
        panels.on(
                new Moment.Sent(ID, 4, 1, URI.create("http://127.0.0.1:8000/v1/chat/completions"), bytes("{\"a\":1}")));
        pass(
                panels,
                500_000_000,
                "content_block_start",
                "{\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"thinking\",\"thinking\":\"\"}}");
        pass(
                panels,
                500_000_001,
                "content_block_delta",
                "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"thinking_delta\",\"thinking\":\"Hm.\"}}");
        pass(
                panels,
                500_000_002,
                "content_block_start",
                "{\"type\":\"content_block_start\",\"index\":1,\"content_block\":{\"type\":\"text\",\"text\":\"\"}}");
        pass(
                panels,
                500_000_003,
                "content_block_delta",
                "{\"type\":\"content_block_delta\",\"index\":1,\"delta\":{\"type\":\"text_delta\",\"text\":\"Two\\nlines\"}}");
        pass(
                panels,
                500_000_004,
                "content_block_start",
                "{\"type\":\"content_block_start\",\"index\":2,\"content_block\":{\"type\":\"tool_use\",\"name\":\"Read\",\"input\":{}}}");
        pass(
                panels,
                500_000_005,
                "content_block_delta",
                "{\"type\":\"content_block_delta\",\"index\":2,\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":\"{\\\"p\\\":1}\"}}");
        panels.on(new Moment.Finished(ID, 1_240_000_000, 200, new TokenUsage(1234, 56, 1000, 0), "tool_use"));
        assertThat(out).hasToString("""
                        ╭─ request  req_1 ───────────────────────────────────────────────────── 00:00:00
                        │ claude-opus → local · qwen/qwen3
                        │ stream · 1 message · 2 tools · 61 bytes
                        │
                        │ » Hi
                        │
                        │ {
                        │   "messages" : [ {
                        │     "role" : "user",
                        │     "content" : "Hi"
                        │   } ],
                        │   "tools" : [ { }, { } ]
                        │ }
                        ╰───────────────────────────────────────────────────────────────────────────────
                        ╭─ upstream  req_1 ─────────────────────────────────────────────────────────────
                        │ POST http://127.0.0.1:8000/v1/chat/completions
                        │ 7 bytes
                        │ ~ system[0].cache_control dropped: no such thing
                        │
                        │ {
                        │   "a" : 1
                        │ }
                        ╰───────────────────────────────────────────────────────────────────────────────
                        ╭─ response  req_1 ────────────────────────────────────────────────────── 1.24 s
                        │ 200 · tool_use · 1,234 in · 56 out · 1,000 from cache · first byte 0.50 s
                        │
                        │ (thinking) Hm.
                        │ Two
                        │ lines
                        │ → Read
                        │   {"p":1}
                        ╰───────────────────────────────────────────────────────────────────────────────
                        """);
    }

    @Test
    void showsAnUnchangedPayloadOnce() {
        Panels panels = panels(false, 1400);
        ask(panels, "{\"model\":\"claude-opus\",\"messages\":[]}", true);
        panels.on(new Moment.Sent(
                ID,
                4,
                1,
                URI.create("http://127.0.0.1:8000/v1/messages"),
                bytes("{\"model\":\"qwen/qwen3\",\"messages\":[]}")));
        assertThat(out.toString()).contains("│ the payload as it came, with the model qwen/qwen3\n╰");
    }

    @Test
    void showsARequestThatNobodyServes() {
        Panels panels = panels(false, 1400);
        panels.on(new Moment.Arrived(
                ID, 0, ExchangeKind.MESSAGES, 0, "/channel/x/v1/messages", Headers.empty(), bytes("{}")));
        panels.on(new Moment.Understood(ID, 1, "claude-opus", false));
        panels.on(new Moment.Failed(ID, 2, new ApiError(404, "not_found_error", "no channel x"), false));
        assertThat(out.toString())
                .contains("│ claude-opus\n│ 2 bytes · /channel/x/v1/messages\n")
                .contains("│ 404 not_found_error: no channel x\n");
    }

    @Test
    void countsInOnePanel() {
        Panels panels = panels(false, 1400);
        panels.on(new Moment.Arrived(
                ID, 0, ExchangeKind.COUNT_TOKENS, 0, "/v1/messages/count_tokens", Headers.empty(), bytes("{}")));
        panels.on(new Moment.Understood(ID, 1, "claude-opus", false));
        panels.on(new Moment.Routed(ID, 2, new ChannelId("local"), "qwen", "the only channel"));
        panels.on(new Moment.EventPassed(ID, 3, bytes("{\"input_tokens\":3}")));
        panels.on(new Moment.Finished(ID, 4, 200, new TokenUsage(0, 0, 0, 0), ""));
        assertThat(out).hasToString("""
                        ╭─ count  req_1 ───────────────────────────────────────────────────────── 0.00 s
                        │ claude-opus → local · qwen · 2 bytes
                        │ {
                        │   "input_tokens" : 3
                        │ }
                        ╰───────────────────────────────────────────────────────────────────────────────
                        """);
    }

    private static String last(String content) {
        return LastWord.of(Payload.of(bytes("{\"messages\":[{\"role\":\"user\",\"content\":" + content
                                + "},{\"role\":\"assistant\",\"content\":\"no\"}]}"))
                        .tree()
                        .orElseThrow())
                .orElse("nothing");
    }

    @Test
    void findsWhatAPersonTyped() {
        String reminder = "{\"type\":\"text\",\"text\":\"<system-reminder>x</system-reminder>\"}";
        assertThat(last("\" a \"")).isEqualTo("a");
        assertThat(last("[{\"type\":\"text\",\"text\":\"b\"}," + reminder + "]"))
                .isEqualTo("b");
        assertThat(last("[{\"type\":\"tool_result\",\"content\":[{\"type\":\"text\",\"text\":\"c\"}]}," + reminder
                        + "]"))
                .isEqualTo("(result of a tool) c");
        assertThat(last("[" + reminder + "]")).isEqualTo("nothing");
    }

    private static List<String> said(String body) {
        SaidText said = new SaidText(100);
        said.accept(bytes(body), false);
        return said.rows().stream().map(Panel.Row::text).toList();
    }

    @Test
    void showsAWholeReply() {
        assertThat(said("{\"content\":[{\"type\":\"text\",\"text\":\"Hi\"},"
                        + "{\"type\":\"tool_use\",\"name\":\"Read\",\"input\":{\"p\":1}}]}"))
                .containsExactly("Hi", "→ Read", "  {\"p\":1}");
    }

    @Test
    void showsABodyThatIsNoMessageAsItIs() {
        assertThat(said("{\"input_tokens\":3}")).containsExactly("{\n  \"input_tokens\" : 3\n}");
        assertThat(said("not JSON")).containsExactly("not JSON");
    }

    @Test
    void showsControlCharactersAsSymbols() {
        Panels panels = panels(false, 1400);
        ask(panels, "\u001b]0;owned\u0007\r\n\u009b31m\u202etxt\t\u007f", false);
        assertThat(out.toString())
                .contains("│ ␛]0;owned␇\n│ \ufffd31m\ufffdtxt␉␡\n")
                .doesNotContain("\u001b", "\u009b");
    }

    @Test
    void letsNoSingleTextFillAPayload() {
        String text = Payload.of(bytes("{\"system\":\"" + "s".repeat(5_000) + "\",\"tools\":[1]}"))
                .text(1_400);
        assertThat(text).contains("s".repeat(140) + "… (4,860 more)").contains("\"tools\" : [ 1 ]");
    }

    @Test
    void cutsPayloads() {
        Panels panels = panels(false, 5);
        ask(panels, "0123456789 is not JSON", false);
        assertThat(out.toString()).contains("│ 01234… (17 more)\n");
    }

    @Test
    void showsAnErrorInTheUpstreamsWordsAndInRed() {
        Panels panels = panels(true, 1400);
        ask(panels, "{}", true);
        panels.on(new Moment.Retried(ID, 1_000_000_000, 1, "503 from a"));
        panels.on(new Moment.Failed(ID, 2_000_000_000, new ApiError(429, "rate_limit_error", "slow down"), false));
        assertThat(out.toString())
                .contains("\u001b[31mattempt 1: 503 from a\u001b[0m")
                .contains("\u001b[31m429 rate_limit_error: slow down\u001b[0m");
    }

    @Test
    void wrapsWideCharactersByTheColumnsTheyTake() {
        assertThat(Columns.wrap("日本語日本語", 6)).containsExactly("日本語", "日本語");
        assertThat(Columns.wrap("one two three", 8)).containsExactly("one two", "three");
        assertThat(Columns.wrap("", 8)).containsExactly("");
    }
}
