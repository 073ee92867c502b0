package dev.turnpike.app.inspector;

import dev.turnpike.app.look.Mark;
import dev.turnpike.gateway.exchange.ExchangeKind;
import dev.turnpike.gateway.http.Headers;
import dev.turnpike.gateway.traffic.Recorder;
import dev.turnpike.testing.ClaudeRequest;
import dev.turnpike.testing.ScriptedExchange;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/// An afternoon in four sessions, with every kind of exchange.
final class Scenario {
    /// Not the home of whoever runs the tests.
    static final String HOME = "/homes/me";

    static final Situation UP = new Circumstances(
            true,
            true,
            List.of(
                    new Situation.Fact(Mark.RUNNING, "Gateway answers on 127.0.0.1:8397"),
                    new Situation.Fact(Mark.RUNNING, "Claude Code is configured, settings.json as we wrote it")));

    /// A situation that stays as it is.
    record Circumstances(boolean isRunning, boolean isConfigured, List<Fact> facts) implements Situation {
        @Override
        public void look() {}

        @Override
        public String home() {
            return HOME;
        }
    }

    private final Recorder recorder;
    private int count;

    Scenario(Recorder recorder) {
        this.recorder = recorder;
    }

    /// The rest of the day up to a turn that streams; gives that one.
    ScriptedExchange play() {
        docs();
        api();
        shop();
        return running();
    }

    private void docs() {
        done("13:41:17", main("e810", "docs").user("Shorten the install page"), "gpt-oss-120b", 38_000, 211, 1600);
        done(
                "13:41:26",
                main("e810", "docs")
                        .user("Shorten the install page")
                        .call("t", "Read", "{\"file_path\":\"" + folder("docs") + "/docs/install.md\"}")
                        .result("t", "x".repeat(9_000), false),
                "gpt-oss-120b",
                40_600,
                930,
                1400);
        done(
                "13:41:52",
                main("e810", "docs")
                        .user("Shorten the install page")
                        .call("t", "Write", "{\"file_path\":\"" + folder("docs") + "/docs/install.md\"}")
                        .result("t", "ok", false),
                "gpt-oss-120b",
                41_700,
                102,
                1300);
    }

    private void api() {
        done(
                "13:58:02",
                main("91bc", "api").user("Add pagination to GET /orders"),
                "deepseek-v4-pro",
                41_200,
                318,
                1000);
        done("13:58:04", title("91bc"), "deepseek-v4-flash", 1_000, 9, 400);
        done(
                "13:58:12",
                main("91bc", "api")
                        .user("Add pagination")
                        .call("t", "Read", "{\"file_path\":\"" + folder("api") + "/src/orders.ts\"}")
                        .result("t", "x".repeat(6_200), false),
                "deepseek-v4-pro",
                43_600,
                122,
                800);
        at("14:01:50")
                .arrived(main("91bc", "api")
                        .user("Add pagination")
                        .call("t", "Edit", "{\"file_path\":\"" + folder("api") + "/src/orders.ts\"}")
                        .result("t", "done", false))
                .after(1)
                .sent("deepseek", "deepseek-v4-pro", "first of 2, rule `sonnet` of channel DeepSeek")
                .after(610)
                .answered(529)
                .retried("The model is overloaded. Please retry later.")
                .sent("glm", "glm-5.1", "number 2 of 2, rule `sonnet` of channel GLM")
                .after(2100)
                .answered(200)
                .begun(44_300)
                .text(0)
                .says(0, "I will add limit and offset to the query.")
                .closed(0)
                .after(9000)
                .finished(44_300, 640);
        done(
                "14:01:57",
                main("91bc", "api")
                        .user("Add pagination")
                        .call("t", "Bash", "{\"command\":\"npm test\"}")
                        .result("t", "y".repeat(400), false),
                "deepseek-v4-pro",
                45_100,
                88,
                700);
    }

    private void shop() {
        done(
                "14:00:38",
                main("4f2a", "shop").user("Fix the failing test in cart.test.ts"),
                "deepseek-v4-pro",
                49_500,
                286,
                1200);
        done("14:00:39", title("4f2a"), "deepseek-v4-flash", 1_100, 12, 400);
        done(
                "14:00:44",
                main("4f2a", "shop")
                        .user("Fix it")
                        .call("t", "Read", "{\"file_path\":\"" + folder("shop") + "/src/cart.ts\"}")
                        .result("t", "x".repeat(3_800), false),
                "deepseek-v4-pro",
                51_000,
                74,
                800);
        done("14:00:55", sub("4f2a").user("Explore: who calls total()"), "deepseek-v4-pro", 18_300, 141, 800);
        done(
                "14:01:01",
                sub("4f2a")
                        .user("Explore: who calls total()")
                        .call("t", "Grep", "{\"pattern\":\"total(\"}")
                        .result("t", "x".repeat(600), false),
                "deepseek-v4-pro",
                19_000,
                96,
                600);
        at("14:01:31")
                .arrived(main("4f2a", "shop")
                        .user("Fix it")
                        .call("t", "Agent", "{\"description\":\"who calls total()\"}")
                        .result("t", "x".repeat(900), false))
                .sent("deepseek", "deepseek-v4-pro", "first of 2, rule `opus` of channel DeepSeek")
                .after(500)
                .answered(429)
                .failed(429, "Rate limit reached for requests", false);
        String script =
                "{\"model\":\"claude-sonnet-5-5\",\"messages\":[{\"role\":\"user\",\"content\":\"Seed ten orders\"}]}";
        at("14:01:58")
                .arrived(
                        ExchangeKind.MESSAGES,
                        Headers.of("user-agent", "python-requests/2.32"),
                        script.getBytes(StandardCharsets.UTF_8))
                .understood("claude-sonnet-5-5", true)
                .sent("deepseek", "deepseek-v4-pro", "first of 2")
                .after(500)
                .begun(600)
                .text(0)
                .says(0, "Done.")
                .closed(0)
                .finished(600, 54);
        at("14:01:59")
                .arrived(
                        ExchangeKind.COUNT_TOKENS,
                        main("4f2a", "shop").headers(),
                        "{\"messages\":[]}".getBytes(StandardCharsets.UTF_8))
                .finished(0, 0);
    }

    private ScriptedExchange running() {
        ClaudeRequest request = main("4f2a", "shop")
                .user("Fix the failing test in cart.test.ts")
                .call("t1", "Read", "{\"file_path\":\"" + folder("shop") + "/src/cart.ts\"}")
                .result("t1", "x".repeat(16_000), false)
                .call("t2", "Bash", "{\"command\":\"npm test\"}")
                .result(
                        "t2",
                        "Exit code 1\n FAIL  src/cart.test.ts > total > multiplies by quantity\n"
                                + "AssertionError: expected 12 to be 36\n  at src/cart.test.ts:41:24\n"
                                + "Tests  1 failed, 13 passed (14)\n" + "at line\n".repeat(33),
                        true);
        ScriptedExchange exchange = at("14:02:11")
                .arrived(request)
                .sent("deepseek", "deepseek-v4-pro", "first of 2, rule `opus` of channel DeepSeek")
                .after(850)
                .answered(200)
                .begun(62_400)
                .after(50)
                .thinking(0)
                .thinks(0, "The unit price is added once for each line, so qty is never used. ".repeat(6))
                .closed(0)
                .text(1)
                .says(
                        1,
                        "The test fails because `total()` adds each unit price once and ignores `qty`. "
                                + "I will multiply before adding.")
                .closed(1)
                .tool(2, "Edit")
                .input(
                        2,
                        "{\"file_path\":\"src/cart.ts\",\"old_string\":\"export function total(lines: Line[]) {\\n"
                                + "  let total = 0;\\n  for (const { price: p, qty } of lines) {\\n    total += p;\",")
                .input(
                        2,
                        "\"new_string\":\"export function total(lines: Line[]) {\\n"
                                + "  let total = 0;\\n  for (const { price: p, qty } of lines) {\\n    total += p * q")
                .after(300)
                .input(2, "t");
        at("14:02:16")
                .arrived(ClaudeRequest.background("claude-haiku-5-5", "4f2a-11").plainUser("Sum up the last step"))
                .sent("deepseek", "deepseek-v4-flash", "first of 2");
        return exchange;
    }

    ScriptedExchange done(String time, ClaudeRequest request, String model, int in, int out, int first) {
        return at(time).arrived(request)
                .after(1)
                .sent("deepseek", model, "first of 2, rule `opus` of channel DeepSeek")
                .after(first - 1)
                .answered(200)
                .begun(in)
                .text(0)
                .says(0, "I will look at the code first.")
                .closed(0)
                .after(out * 20L)
                .finished(in, out);
    }

    private ScriptedExchange at(String time) {
        count++;
        return new ScriptedExchange(recorder::on, "x" + count, millis(time));
    }

    /// That time of the afternoon.
    static long millis(String time) {
        return ZonedDateTime.of(java.time.LocalDate.of(2026, 11, 21), LocalTime.parse(time), ZoneId.systemDefault())
                .toInstant()
                .toEpochMilli();
    }

    static ClaudeRequest main(String session, String project) {
        return ClaudeRequest.main(
                session.equals("4f2a") ? "claude-opus-5-5" : "claude-sonnet-5-5", session + "-11", folder(project));
    }

    private static ClaudeRequest sub(String session) {
        return ClaudeRequest.subAgent("claude-sonnet-5-5", session + "-11", folder("shop"));
    }

    private static ClaudeRequest title(String session) {
        return ClaudeRequest.background("claude-haiku-5-5", session + "-11")
                .format()
                .plainUser("Title it");
    }

    private static String folder(String project) {
        return HOME + "/work/" + project;
    }
}
