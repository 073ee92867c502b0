package dev.turnpike.app.inspector;

import dev.turnpike.testing.ScriptedExchange;

/// A stream that comes in its time: thinking, then a silence, then text and a call.
record TimedAnswer(ScriptedExchange exchange) {
    private void event(int after, String name, String data) {
        exchange.after(after).received("event: " + name + "\ndata: " + data + "\n\n");
        exchange.passed("event: " + name + "\ndata: " + data + "\n\n");
    }

    private void delta(int after, String type, String field, String text) {
        event(
                after,
                "content_block_delta",
                "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"" + type + "\",\"" + field
                        + "\":\"" + text + "\"}}");
    }

    TimedAnswer thinks() {
        event(590, "message_start", "{\"type\":\"message_start\",\"message\":{\"id\":\"msg_01\",\"model\":\"v4\"}}");
        event(1, "content_block_start", "{\"type\":\"content_block_start\",\"content_block\":{\"type\":\"thinking\"}}");
        for (int i = 0; i < 60; i++) {
            delta(37, "thinking_delta", "thinking", "The unit price " + "is ".repeat(i % 7));
        }
        event(31, "content_block_stop", "{\"type\":\"content_block_stop\",\"index\":0}");
        return this;
    }

    TimedAnswer says() {
        event(1_803, "content_block_start", "{\"type\":\"content_block_start\",\"content_block\":{\"type\":\"text\"}}");
        for (int i = 0; i < 39; i++) {
            delta(42, "text_delta", "text", "The test fails " + "x".repeat(i * 7 % 60));
        }
        event(
                14,
                "content_block_start",
                "{\"type\":\"content_block_start\",\"content_block\":{\"type\":\"tool_use\"}}");
        for (int i = 0; i < 30; i++) {
            delta(75, "input_json_delta", "partial_json", "total += p * qty" + "y".repeat(i * 31 % 400));
        }
        return this;
    }
}
