import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Requests of the Messages API. The large ones are built as Claude Code builds its own: messages with tool calls and
/// their results, system blocks, tools with schemas.
final class Bodies {
    private static final int TURNS = 30;
    private static final int TOOLS = 20;
    private static final int IMAGES = 4;
    private static final String[] LINES = {
        "    if (entry.isExpired()) {\\n",
        "        log.info(\\\"dropped {}\\\", entry);\\n",
        "\\tconst name = path.split('/').pop();\\n",
        "    return total / Math.max(1, count); // für alle\\n",
        "    }\\n\\n",
        "    static final Pattern WORD = Pattern.compile(\\\"\\\\\\\\w+\\\");\\n"
    };

    private final Random random = new Random(7);

    /// The JSON of a request with that scenario's size and order.
    static String of(Scenario scenario) {
        String words = scenario.order().words();
        String stream = "\"max_tokens\":32000,\"stream\":" + scenario.isStream() + "}";
        String model = "{\"model\":\"claude-sonnet-4-5-20250929\",\"messages\":[";
        if (scenario.kilobytes() == 0) {
            return model + "{\"role\":\"user\",\"content\":\"" + words + "\"}]," + stream;
        }
        return new Bodies().large(model, scenario.kilobytes(), words, stream);
    }

    private String large(String model, int kilobytes, String words, String stream) {
        int images = kilobytes > 1_000 ? kilobytes - 140 : 0;
        StringBuilder json = new StringBuilder(kilobytes * 1_100).append(model);
        for (int turn = 0; turn < TURNS; turn++) {
            String shown = turn < IMAGES && images > 0 ? "," + image(images * 1_000 / IMAGES) : "";
            json.append(turn(turn, shown));
        }
        String asked = "{\"role\":\"user\",\"content\":[" + result(TURNS - 1, "done") + "," + text(words) + "]}]";
        String system = ",\"system\":[" + text("You are a command line agent.") + "," + text(lines(12_000)) + "]";
        String tools =
                IntStream.range(0, TOOLS).mapToObj(this::tool).collect(Collectors.joining(",", ",\"tools\":[", "],"));
        return json.append(asked).append(system).append(tools).append(stream).toString();
    }

    private String turn(int turn, String shown) {
        String before = turn == 0 ? text(lines(400)) : result(turn - 1, lines(1_880));
        String use = """
                {"type":"tool_use","id":"toolu_%d","name":"Tool%d","input":{"path":"src/A.java","text":"%s"}}""".formatted(turn, turn % TOOLS, lines(600));
        return "{\"role\":\"user\",\"content\":[" + before + shown + "]}," + "{\"role\":\"assistant\",\"content\":["
                + text(lines(200)) + "," + use + "]},";
    }

    private static String result(int turn, String escaped) {
        return """
                {"type":"tool_result","tool_use_id":"toolu_%d","content":"%s"}""".formatted(turn, escaped);
    }

    private String image(int length) {
        byte[] letters = new byte[length];
        for (int i = 0; i < length; i++) {
            letters[i] = (byte) ('A' + random.nextInt(26));
        }
        return "{\"type\":\"image\",\"source\":{\"type\":\"base64\",\"media_type\":\"image/png\",\"data\":\""
                + new String(letters, StandardCharsets.US_ASCII) + "\"}}";
    }

    private String tool(int number) {
        return """
        {"name":"Tool%d","description":"%s","input_schema":{"type":"object","properties":{"path":{"type":"string",\
        "description":"%s"},"text":{"type":"string","description":"%s"},"limit":{"type":"number"}},\
        "required":["path"],"additionalProperties":false}}""".formatted(number, lines(1_500), lines(80), lines(80));
    }

    private static String text(String escaped) {
        return "{\"type\":\"text\",\"text\":\"" + escaped + "\"}";
    }

    private String lines(int length) {
        StringBuilder lines = new StringBuilder(length + 100);
        while (lines.length() < length) {
            lines.append(LINES[random.nextInt(LINES.length)]);
        }
        return lines.toString();
    }
}
