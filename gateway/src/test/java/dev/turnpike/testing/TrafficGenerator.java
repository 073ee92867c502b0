package dev.turnpike.testing;

import dev.turnpike.gateway.exchange.ExchangeKind;
import dev.turnpike.gateway.exchange.ExchangeListener;
import dev.turnpike.gateway.exchange.Moment;
import dev.turnpike.gateway.http.Headers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Tells a listener the exchanges of a busy week: sessions in several projects whose histories grow, tools, sub-agents,
/// titles, counts, errors, retries. The same seed gives the same week.
public final class TrafficGenerator {
    private static final long WEEK_MILLIS = 7L * 24 * 3_600_000;
    private static final List<String> TOOLS = List.of("Bash", "Edit", "Read", "Grep", "Write");
    private static final List<String> MODELS = List.of("claude-opus-5-5", "claude-sonnet-5-5", "claude-haiku-5-5");
    private static final List<String> SERVED = List.of("deepseek-v4-pro", "glm-5.1", "deepseek-v4-flash");
    private static final List<String> CHANNELS = List.of("deepseek", "glm", "local");

    private final ExchangeListener listener;
    private final Random random;
    private final long begin;
    private final int total;
    private final List<String> words = new ArrayList<>();
    private final String prompt;
    private int made;

    /// @param endMillis when the week ends
    /// @param total how many exchanges it will have
    public TrafficGenerator(ExchangeListener listener, long seed, long endMillis, int total) {
        this.listener = listener;
        this.random = new Random(seed);
        this.begin = endMillis - WEEK_MILLIS;
        this.total = total;
        for (int i = 0; i < 5_000; i++) {
            words.add(word());
        }
        this.prompt = text(400);
    }

    private String word() {
        StringBuilder word = new StringBuilder();
        for (int i = 2 + random.nextInt(8); i >= 0; i--) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return word.toString();
    }

    /// Some words, common ones more often than rare ones.
    private String text(int count) {
        StringBuilder text = new StringBuilder(count * 8);
        for (int i = 0; i < count; i++) {
            double rank = random.nextDouble();
            text.append(words.get((int) (rank * rank * rank * words.size()))).append(' ');
        }
        return text.toString().strip();
    }

    /// Whether an exchange is over with this moment.
    public static boolean isEnd(Moment moment) {
        return moment instanceof Moment.Finished
                || moment instanceof Moment.Failed
                || moment instanceof Moment.Abandoned;
    }

    /// Goes through the whole week.
    public void run() {
        while (made < total) {
            session(1 + random.nextInt(40));
        }
    }

    private void session(int turns) {
        String session = Integer.toHexString(random.nextInt()) + "-" + made;
        String folder = "/home/me/work/project" + random.nextInt(20);
        List<String> messages = new ArrayList<>(List.of(said("user", text(20))));
        for (int turn = 0; turn < turns && made < total; turn++) {
            if (random.nextInt(10) == 0) {
                count(session, folder, messages);
            }
            turn(session, folder, messages);
        }
    }

    private void turn(String session, String folder, List<String> messages) {
        int which = random.nextInt(SERVED.size());
        ScriptedExchange exchange = next().arrived(
                        ExchangeKind.MESSAGES, headers(session), body(session, folder, messages))
                .understood(MODELS.get(which), true)
                .after(1 + random.nextInt(3));
        if (random.nextInt(50) == 0) {
            exchange.sent("deepseek", "deepseek-v4-pro", "first of 2")
                    .after(300)
                    .answered(529)
                    .retried("The model is overloaded. Please retry later.");
        }
        exchange.sent(CHANNELS.get(which), SERVED.get(which), "rule `" + MODELS.get(which) + "`")
                .after(200 + random.nextInt(1500));
        if (random.nextInt(40) == 0) {
            exchange.failed(429, "Rate limit reached for " + word(), false);
            return;
        }
        String tool = TOOLS.get(random.nextInt(TOOLS.size()));
        String answer = text(15 + random.nextInt(40));
        exchange.answered(200).begun(1_000 + messages.size() * 200).text(0);
        for (String piece : answer.split("(?<= )", -1)) {
            exchange.after(20).says(0, piece);
        }
        exchange.closed(0)
                .tool(1, tool)
                .input(1, "{\"file_path\":\"" + folder + "/src/" + word() + ".ts\"}")
                .closed(1);
        exchange.finished(1_000 + messages.size() * 200, answer.length() / 4);
        messages.add("{\"role\":\"assistant\",\"content\":[{\"type\":\"text\",\"text\":\"" + answer
                + "\"},{\"type\":\"tool_use\",\"id\":\"t" + made + "\",\"name\":\"" + tool
                + "\",\"input\":{\"file_path\":\"a.ts\"}}]}");
        messages.add("{\"role\":\"user\",\"content\":[{\"type\":\"tool_result\",\"tool_use_id\":\"t" + made
                + "\",\"content\":\"" + text(30 + random.nextInt(200)) + "\"}]}");
    }

    private void count(String session, String folder, List<String> messages) {
        next().arrived(ExchangeKind.COUNT_TOKENS, headers(session), body(session, folder, messages))
                .understood(MODELS.getFirst(), false)
                .passed("{\"input_tokens\":1234}")
                .finished(0, 0);
    }

    private ScriptedExchange next() {
        made++;
        return new ScriptedExchange(listener::on, "req_" + made, begin + made * (WEEK_MILLIS / total));
    }

    private static Headers headers(String session) {
        return Headers.of(
                "User-Agent",
                "claude-cli/2.1.329 (external, cli)",
                "anthropic-version",
                "2023-06-01",
                "anthropic-beta",
                "claude-code-20250219,interleaved-thinking-2025-05-14",
                "content-type",
                "application/json",
                "X-Claude-Code-Session-Id",
                session);
    }

    private byte[] body(String session, String folder, List<String> messages) {
        String whole =
                "{\"model\":\"claude-opus-5-5\",\"max_tokens\":32000,\"stream\":true,\"thinking\":{\"type\":\"adaptive\"},"
                        + "\"system\":[{\"type\":\"text\",\"text\":\"" + prompt + "\\n - Primary working directory: "
                        + folder
                        + "\\n\"}],\"tools\":[{\"name\":\"Bash\",\"description\":\"run\",\"input_schema\":{\"type\":\"object\"}}],"
                        + "\"metadata\":{\"user_id\":\"u_" + session + "\"},\"messages\":[" + String.join(",", messages)
                        + "]}";
        return whole.getBytes(StandardCharsets.UTF_8);
    }

    private static String said(String role, String text) {
        return "{\"role\":\"" + role + "\",\"content\":\"" + text + "\"}";
    }
}
