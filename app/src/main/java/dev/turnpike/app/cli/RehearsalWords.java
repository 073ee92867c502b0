package dev.turnpike.app.cli;

/// What is asked and answered in a rehearsal: the shapes that Claude Code and model servers send all day.
final class RehearsalWords {
    private static final String CHUNK_START =
            "data: {\"id\":\"chatcmpl-1\",\"object\":\"chat.completion.chunk\",\"created\":1700000000,\"model\":\"rehearsal\",\"choices\":[";
    private static final String CHUNK_END = ",\"logprobs\":null,\"finish_reason\":null}]}\n\n";

    static final String CHAT_START =
            CHUNK_START + "{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\"}" + CHUNK_END;
    static final String CHAT_END = CHUNK_START
            + "{\"index\":0,\"delta\":{\"tool_calls\":[{\"index\":0,\"id\":\"call_1\",\"type\":\"function\",\"function\":{\"name\":\"Read\",\"arguments\":\"{\\\"file_path\\\":\"}}]}"
            + CHUNK_END + CHUNK_START
            + "{\"index\":0,\"delta\":{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"\\\"a.txt\\\"}\"}}]}"
            + CHUNK_END
            + CHUNK_START + "{\"index\":0,\"delta\":{},\"logprobs\":null,\"finish_reason\":\"tool_calls\"}]}\n\n"
            + CHUNK_START
            + "],\"usage\":{\"prompt_tokens\":1200,\"completion_tokens\":200,\"prompt_tokens_details\":{\"cached_tokens\":1000}}}\n\ndata: [DONE]\n\n";
    static final String CHAT_REPLY =
            "{\"id\":\"chatcmpl-1\",\"object\":\"chat.completion\",\"created\":1700000000,\"model\":\"rehearsal\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"Nobody listens, but it is said.\"},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":12,\"completion_tokens\":8}}";

    static final String STREAM_START = event(
                    "message_start",
                    ",\"message\":{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"rehearsal\",\"content\":[],\"stop_reason\":null,\"stop_sequence\":null,\"usage\":{\"input_tokens\":12,\"output_tokens\":1}}")
            + event("content_block_start", ",\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}")
            + event("ping", "");
    static final String STREAM_END = event("content_block_stop", ",\"index\":0")
            + event(
                    "message_delta",
                    ",\"delta\":{\"stop_reason\":\"end_turn\",\"stop_sequence\":null},\"usage\":{\"output_tokens\":200}")
            + event("message_stop", "");
    static final String MESSAGE =
            "{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"rehearsal\",\"content\":[{\"type\":\"text\",\"text\":\"Nobody listens, but it is said.\"}],\"stop_reason\":\"end_turn\",\"stop_sequence\":null,\"usage\":{\"input_tokens\":12,\"output_tokens\":8}}";

    private RehearsalWords() {}

    static String chatDelta(int number) {
        return CHUNK_START + "{\"index\":0,\"delta\":{\"content\":\" word\\n" + number + "\"}" + CHUNK_END;
    }

    static String streamDelta(int number) {
        return event(
                "content_block_delta",
                ",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\" word\\n" + number + "\"}");
    }

    private static String event(String type, String fields) {
        return "event: " + type + "\ndata: {\"type\":\"" + type + "\"" + fields + "}\n\n";
    }

    /// A request.
    ///
    /// @param turns how long the conversation is: some 2 kB each
    static String question(boolean stream, int turns) {
        StringBuilder json = new StringBuilder(1024 + turns * 2048)
                .append("{\"model\":\"claude-rehearsal\",\"max_tokens\":64,\"stream\":")
                .append(stream)
                .append(
                        ",\"system\":[{\"type\":\"text\",\"text\":\"You rehearse.\",\"cache_control\":{\"type\":\"ephemeral\"}}],\"tools\":[");
        json.append(
                "{\"name\":\"Read\",\"description\":\"Reads a file\",\"input_schema\":{\"type\":\"object\",\"properties\":{\"file_path\":{\"type\":\"string\"}},\"required\":[\"file_path\"]}}");
        json.append("],\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}");
        String code = "\\tif (a != null) {\\n\\t\\treturn \\\"é\\\";\\n\\t}\\n".repeat(40);
        for (int i = 0; i < turns; i++) {
            json.append(
                            ",{\"role\":\"assistant\",\"content\":[{\"type\":\"text\",\"text\":\"Next.\"},{\"type\":\"tool_use\",\"id\":\"toolu_")
                    .append(i)
                    .append(
                            "\",\"name\":\"Read\",\"input\":{\"file_path\":\"a.txt\"}}]},{\"role\":\"user\",\"content\":[{\"type\":\"tool_result\",\"tool_use_id\":\"toolu_")
                    .append(i)
                    .append("\",\"content\":\"")
                    .append(code)
                    .append("\"}]}");
        }
        return json.append("]}").toString();
    }
}
