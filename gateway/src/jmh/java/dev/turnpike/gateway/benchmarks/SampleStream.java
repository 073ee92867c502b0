package dev.turnpike.gateway.benchmarks;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// Event streams of 2000 deltas, as servers of both protocols send them.
public enum SampleStream {
    /// Text in chat/completions chunks that differ in their text alone.
    CHAT_TEXT(Dialect.CHAT, Deltas.TEXT),
    /// The same with letters beyond ASCII, as they are.
    CHAT_TEXT_FOREIGN(Dialect.CHAT, Deltas.FOREIGN_TEXT),
    /// Chunks that have another field which is new in each: nothing repeats.
    CHAT_TEXT_CHANGING(Dialect.CHAT_CHANGING, Deltas.TEXT),
    /// The arguments of one tool call.
    CHAT_TOOL_CALL(Dialect.CHAT, Deltas.ARGUMENTS),
    /// Text in events of the Messages API, which pass through.
    MESSAGES_TEXT(Dialect.MESSAGES, Deltas.TEXT),
    MESSAGES_TOOL_CALL(Dialect.MESSAGES, Deltas.ARGUMENTS);

    static final int DELTAS = 2000;

    private final Dialect dialect;
    private final Deltas kind;

    SampleStream(Dialect dialect, Deltas kind) {
        this.dialect = dialect;
        this.kind = kind;
    }

    /// The server speaks the Messages API.
    boolean passes() {
        return dialect == Dialect.MESSAGES;
    }

    List<String> events() {
        CodeText text = new CodeText(2);
        List<String> events = new ArrayList<>(dialect.opening(kind));
        for (int i = 0; i < DELTAS; i++) {
            events.add(dialect.delta(kind, kind.piece(i, text), text));
        }
        events.addAll(dialect.closing(kind));
        return events;
    }

    private enum Deltas {
        TEXT,
        FOREIGN_TEXT,
        ARGUMENTS;

        String piece(int index, CodeText text) {
            return switch (this) {
                case TEXT -> text.piece();
                case FOREIGN_TEXT -> text.foreignPiece();
                case ARGUMENTS -> argument(index, text);
            };
        }

        /// All of them joined are one JSON object.
        private static String argument(int index, CodeText text) {
            return switch (index) {
                case 0 -> "{\"text\":\"";
                case DELTAS - 1 -> "\"}";
                default -> index % 10 == 0 ? "\\n" : text.letters(4);
            };
        }
    }

    private enum Dialect {
        CHAT,
        CHAT_CHANGING,
        MESSAGES;

        List<String> opening(Deltas kind) {
            boolean text = kind != Deltas.ARGUMENTS;
            if (this != MESSAGES) {
                String first = text
                        ? "{\"role\":\"assistant\",\"content\":\"\"}"
                        : "{\"role\":\"assistant\",\"tool_calls\":[{\"index\":0,\"id\":\"call_1\",\"type\":\"function\",\"function\":{\"name\":\"Tool0\",\"arguments\":\"\"}}]}";
                return List.of(chunk(first, "null", ""));
            }
            String block = text
                    ? "{\"type\":\"text\",\"text\":\"\"}"
                    : "{\"type\":\"tool_use\",\"id\":\"toolu_1\",\"name\":\"Tool0\",\"input\":{}}";
            return List.of(
                    event(
                            "message_start",
                            ",\"message\":{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\",\"content\":[],\"model\":\"m\",\"stop_reason\":null,\"stop_sequence\":null,\"usage\":{\"input_tokens\":9,\"output_tokens\":1}}"),
                    event("content_block_start", ",\"index\":0,\"content_block\":" + block),
                    event("ping", ""));
        }

        String delta(Deltas kind, String piece, CodeText text) {
            String quoted = JsonMapper.shared().writeValueAsString(piece);
            if (this == MESSAGES) {
                String delta = kind != Deltas.ARGUMENTS
                        ? "{\"type\":\"text_delta\",\"text\":" + quoted + "}"
                        : "{\"type\":\"input_json_delta\",\"partial_json\":" + quoted + "}";
                return event("content_block_delta", ",\"index\":0,\"delta\":" + delta);
            }
            String delta = kind != Deltas.ARGUMENTS
                    ? "{\"content\":" + quoted + "}"
                    : "{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":" + quoted + "}}]}";
            String more = this == CHAT_CHANGING ? ",\"obfuscation\":\"" + text.letters(1 + text.below(12)) + "\"" : "";
            return chunk(delta, "null", more);
        }

        List<String> closing(Deltas kind) {
            boolean text = kind != Deltas.ARGUMENTS;
            if (this != MESSAGES) {
                return List.of(
                        chunk("{}", text ? "\"stop\"" : "\"tool_calls\"", ""),
                        "data: {\"id\":\"chatcmpl-1\",\"object\":\"chat.completion.chunk\",\"created\":1764201600,\"model\":\"m\",\"choices\":[],\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":2000,\"total_tokens\":2009}}\n\n",
                        "data: [DONE]\n\n");
            }
            String reason = text ? "end_turn" : "tool_use";
            return List.of(
                    event("content_block_stop", ",\"index\":0"),
                    event(
                            "message_delta",
                            ",\"delta\":{\"stop_reason\":\"" + reason
                                    + "\",\"stop_sequence\":null},\"usage\":{\"output_tokens\":2000}"),
                    event("message_stop", ""));
        }

        private static String chunk(String delta, String reason, String more) {
            return "data: {\"id\":\"chatcmpl-BkT3gQyZ5uV7\",\"object\":\"chat.completion.chunk\",\"created\":1764201600,\"model\":\"openai/gpt-oss-120b\",\"system_fingerprint\":\"fp_07871e2ad8\",\"choices\":[{\"index\":0,\"delta\":"
                    + delta + ",\"logprobs\":null,\"finish_reason\":" + reason + "}]" + more + "}\n\n";
        }

        private static String event(String type, String fields) {
            return "event: " + type + "\ndata: {\"type\":\"" + type + "\"" + fields + "}\n\n";
        }
    }
}
