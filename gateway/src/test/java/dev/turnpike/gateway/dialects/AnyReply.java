package dev.turnpike.gateway.dialects;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A reply of a chat/completions server at random, told in one piece and as a stream.
record AnyReply(ObjectNode whole, String stream) {
    private static final JsonMapper JSON = JsonMapper.shared();

    static Arbitrary<AnyReply> arbitrary() {
        return Choices.bytes(200).map(bytes -> from(new Choices(bytes)));
    }

    static AnyReply from(Choices choices) {
        return new Writer(choices).write();
    }

    byte[] wholeBytes() {
        return JsonSpelling.of(whole, new Choices(new byte[0]));
    }

    byte[] streamBytes() {
        return bytes(stream);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// Says everything twice: in the message and in chunks.
    private static final class Writer {
        private final Choices choices;
        private final String reasoningName;
        private final ObjectNode whole = JSON.createObjectNode().put("id", "chatcmpl-1");
        private final ObjectNode choice = whole.putArray("choices").addObject();
        private final ObjectNode message = choice.putObject("message").put("role", "assistant");
        private final StringBuilder stream = new StringBuilder();

        private Writer(Choices choices) {
            this.choices = choices;
            this.reasoningName = choices.of("reasoning_content", "reasoning", "thinking");
        }

        private AnyReply write() {
            if (choices.oneIn(2)) {
                text(reasoningName);
            }
            message.putNull("content");
            if (!choices.oneIn(3)) {
                text("content");
            }
            if (choices.oneIn(10)) {
                text("refusal");
            }
            calls(choices.of(0, 0, 1, 2, 3));
            String reason = choices.of("stop", "length", "tool_calls", "content_filter", "odd");
            choice.put("finish_reason", reason);
            ObjectNode last = chunk();
            ((ObjectNode) last.path("choices").get(0)).put("finish_reason", reason);
            add(last);
            usage();
            stream.append(choices.oneIn(4) ? "" : "data: [DONE]\n\n");
            return new AnyReply(whole, stream.toString());
        }

        private void text(String name) {
            String text = "";
            for (String piece : pieces(choices.text() + choices.of("", "😀", "é\n\"\\"))) {
                text += piece;
                ObjectNode chunk = chunk();
                delta(chunk).put(name, piece);
                add(chunk);
            }
            message.put(name, text);
        }

        private void calls(int count) {
            ArrayNode calls = count == 0 ? JSON.createArrayNode() : message.putArray("tool_calls");
            for (int i = 0; i < count; i++) {
                String id = choices.oneIn(4) ? "" : "call_" + i;
                String name = choices.of("Bash", "renamed");
                String arguments =
                        choices.of("{}", "", "{\"command\":\"ls \\\"😀\\\"\",\"n\":1.50}", "null", "{\"cut\":\"");
                ObjectNode call = calls.addObject().put("type", "function");
                call(call, id, name).put("arguments", arguments);
                ObjectNode first = chunk();
                call(delta(first).putArray("tool_calls").addObject().put("index", i), id, name)
                        .put("arguments", "");
                add(first);
                for (String piece : pieces(arguments)) {
                    ObjectNode chunk = chunk();
                    ObjectNode more =
                            delta(chunk).putArray("tool_calls").addObject().put("index", i);
                    more.putObject("function").put("arguments", piece);
                    add(chunk);
                }
            }
        }

        private static ObjectNode call(ObjectNode call, String id, String name) {
            if (!id.isEmpty()) {
                call.put("id", id);
            }
            return call.putObject("function").put("name", name);
        }

        private void usage() {
            if (choices.oneIn(4)) {
                return;
            }
            ObjectNode chunk = JSON.createObjectNode();
            chunk.putArray("choices");
            for (ObjectNode object : List.of(whole, chunk)) {
                ObjectNode usage = object.putObject("usage");
                usage.put("prompt_tokens", 1000).put("completion_tokens", 42);
                usage.putObject("prompt_tokens_details").put("cached_tokens", 600);
            }
            add(chunk);
        }

        /// A text cut anywhere, between the halves of a character too.
        private List<String> pieces(String text) {
            List<String> pieces = new ArrayList<>();
            for (int at = 0; at < text.length(); ) {
                int end = choices.isSpent() ? text.length() : Math.min(text.length(), at + 1 + choices.below(30));
                pieces.add(text.substring(at, end));
                at = end;
            }
            return pieces;
        }

        private static ObjectNode chunk() {
            ObjectNode chunk = JSON.createObjectNode().put("id", "chatcmpl-1");
            chunk.putArray("choices").addObject().putObject("delta");
            return chunk;
        }

        private static ObjectNode delta(ObjectNode chunk) {
            return (ObjectNode) chunk.path("choices").get(0).path("delta");
        }

        private void add(ObjectNode chunk) {
            byte[] json = JsonSpelling.of(chunk, new Choices(new byte[0]));
            stream.append("data: ")
                    .append(new String(json, StandardCharsets.UTF_8))
                    .append("\n\n");
        }
    }
}
