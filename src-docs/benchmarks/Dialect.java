import java.nio.charset.StandardCharsets;

/// The frames of a reply in one of the two protocols. Every delta carries the clock's time between tildes.
final class Dialect {
    private static final String WHOLE_MESSAGE = """
            {"id":"msg_1","type":"message","role":"assistant","model":"m","content":[{"type":"text","text":"A whole reply."}],\
            "stop_reason":"end_turn","stop_sequence":null,"usage":{"input_tokens":9,"output_tokens":4}}""";
    private static final String MESSAGE_OPENING = """
            event: message_start
            data: {"type":"message_start","message":{"id":"msg_1","type":"message","role":"assistant","model":"m","content":[],\
            "stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":9,"output_tokens":1}}}

            event: content_block_start
            data: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}

            """;
    private static final String MESSAGE_DELTA = """
            event: content_block_delta
            data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"%s"}}

            """;
    private static final String MESSAGE_CLOSING = """
            event: content_block_stop
            data: {"type":"content_block_stop","index":0}

            event: message_delta
            data: {"type":"message_delta","delta":{"stop_reason":"end_turn","stop_sequence":null},"usage":{"output_tokens":9}}

            event: message_stop
            data: {"type":"message_stop"}

            """;
    private static final String WHOLE_CHAT = """
            {"id":"chatcmpl-1","object":"chat.completion","created":1764201600,"model":"m","choices":[{"index":0,\
            "message":{"role":"assistant","content":"A whole reply."},"finish_reason":"stop"}],\
            "usage":{"prompt_tokens":9,"completion_tokens":4,"total_tokens":13}}""";
    private static final String CHUNK = """
            data: {"id":"chatcmpl-1","object":"chat.completion.chunk","created":1764201600,"model":"m",\
            "choices":[{"index":0,"delta":{%s},"logprobs":null,"finish_reason":%s}]}

            """;
    private static final String CHAT_USAGE = """
            data: {"id":"chatcmpl-1","object":"chat.completion.chunk","created":1764201600,"model":"m","choices":[],\
            "usage":{"prompt_tokens":9,"completion_tokens":9,"total_tokens":18}}

            data: [DONE]

            """;

    static final Dialect MESSAGES = new Dialect(WHOLE_MESSAGE, MESSAGE_OPENING, MESSAGE_DELTA, MESSAGE_CLOSING);
    static final Dialect CHAT = new Dialect(
            WHOLE_CHAT,
            CHUNK.formatted("\"role\":\"assistant\",\"content\":\"\"", "null"),
            CHUNK.formatted("\"content\":\"%s\"", "null"),
            CHUNK.formatted("", "\"stop\"") + CHAT_USAGE);

    final byte[] whole;
    final byte[] opening;
    final byte[] closing;
    private final byte[] front;
    private final byte[] back;

    private Dialect(String whole, String opening, String delta, String closing) {
        this.whole = bytes("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + whole.length()
                + "\r\n\r\n" + whole);
        this.opening = bytes(opening);
        this.front = bytes(delta.substring(0, delta.indexOf("%s")));
        this.back = bytes(delta.substring(delta.indexOf("%s") + 2));
        this.closing = bytes(closing);
    }

    /// Writes a delta that leaves now.
    ///
    /// @return the offset behind it
    int delta(long now, byte[] out, int at) {
        System.arraycopy(front, 0, out, at, front.length);
        byte[] text = bytes(" word ~" + now + "~");
        System.arraycopy(text, 0, out, at + front.length, text.length);
        System.arraycopy(back, 0, out, at + front.length + text.length, back.length);
        return at + front.length + text.length + back.length;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
