package dev.turnpike.app.cli;

import dev.turnpike.testing.RawClient;
import java.util.Optional;

/// An answer of an upstream in two parts, "Hel" and "lo", so that something may happen in between.
final class StreamedAnswer {
    /// The last event of it.
    static final String LAST = event("message_stop", "");

    private StreamedAnswer() {}

    private static String event(String type, String data) {
        return "event: " + type + "\ndata: {\"type\":\"" + type + "\"" + data + "}\n\n";
    }

    /// Up to the middle of its text.
    static String beginning() {
        return event(
                        "message_start",
                        ",\"message\":{\"id\":\"m\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"served\","
                                + "\"content\":[],\"stop_reason\":null,\"stop_sequence\":null,"
                                + "\"usage\":{\"input_tokens\":1,\"output_tokens\":1}}")
                + event("content_block_start", ",\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}")
                + event("content_block_delta", ",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"Hel\"}");
    }

    /// The rest.
    static String end() {
        return event("content_block_delta", ",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"lo\"}")
                + event("content_block_stop", ",\"index\":0")
                + event(
                        "message_delta",
                        ",\"delta\":{\"stop_reason\":\"end_turn\",\"stop_sequence\":null},"
                                + "\"usage\":{\"output_tokens\":2}")
                + LAST;
    }

    /// All that a client gets of it.
    static String read(RawClient client) {
        StringBuilder body = new StringBuilder();
        for (Optional<String> chunk = client.chunk(); chunk.isPresent(); chunk = client.chunk()) {
            body.append(chunk.get());
        }
        return body.toString();
    }
}
