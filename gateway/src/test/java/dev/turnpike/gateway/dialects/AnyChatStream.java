package dev.turnpike.gateway.dialects;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The event stream of a chat/completions server at random: each of its frames may be sent by some server, what they
/// are together by none.
public record AnyChatStream(List<Frame> frames) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST_CHOICES = 300;
    private static final int MOST_FRAMES = 14;

    /// One frame as it is written, and what it is.
    ///
    /// @param fails it reports an error
    /// @param ends it gives a reason to stop, or says that the stream is over
    public record Frame(byte[] bytes, boolean fails, boolean ends) {
        static Frame of(byte[] bytes) {
            return new Frame(bytes, false, false);
        }

        @Override
        public String toString() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    public static Arbitrary<AnyChatStream> arbitrary() {
        return Choices.bytes(MOST_CHOICES).map(bytes -> from(new Choices(bytes)));
    }

    public static AnyChatStream from(Choices choices) {
        Frames frames = new Frames(choices);
        for (int i = 0; i < MOST_FRAMES && !choices.isSpent(); i++) {
            frames.next();
        }
        if (!choices.oneIn(4)) {
            frames.end();
        }
        return new AnyChatStream(frames.written);
    }

    /// The frames one behind the other.
    public byte[] bytes() {
        return joined(frames);
    }

    static byte[] joined(List<Frame> frames) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        frames.forEach(frame -> out.writeBytes(frame.bytes()));
        return out.toByteArray();
    }

    @Override
    public String toString() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    /// Writes frame after frame in the manner of one server.
    private static final class Frames {
        private final Choices choices;
        private final AnyDelta deltas;
        private final List<Frame> written = new ArrayList<>();
        private final String lineEnd;
        private final String id;

        private Frames(Choices choices) {
            this.choices = choices;
            this.lineEnd = choices.of("\n", "\n", "\r\n", "\r");
            this.id = choices.of("chatcmpl-1", "", "gen/é.1");
            this.deltas = new AnyDelta(choices);
        }

        private void next() {
            switch (choices.below(24)) {
                case 1 -> raw(": keep-alive" + lineEnd + lineEnd);
                case 2 -> raw("event: ping" + lineEnd + "data: {\"type\":\"ping\"}" + lineEnd + lineEnd);
                case 3 -> data(choices.of("{garbage", "[]", "7", "", "null", "\"text\"", "{}", "{\"choices\":null}"));
                case 4 -> usage();
                case 5 -> finish();
                case 6 -> error();
                case 7 -> done();
                default -> chunk(choice -> deltas.delta(choice.putObject("delta")), false);
            }
        }

        /// As most streams end.
        private void end() {
            finish();
            if (!choices.oneIn(3)) {
                usage();
            }
            if (!choices.oneIn(3)) {
                done();
            }
        }

        private void done() {
            add("data: [DONE]" + lineEnd + lineEnd, false, true);
        }

        private void finish() {
            chunk(
                    choice -> {
                        ObjectNode delta = choice.putObject("delta");
                        if (choices.oneIn(4)) {
                            deltas.delta(delta);
                        }
                        choice.put(
                                "finish_reason",
                                choices.of("stop", "length", "tool_calls", "content_filter", "function_call", "eos"));
                    },
                    true);
        }

        private void usage() {
            ObjectNode chunk = JSON.createObjectNode().put("id", id);
            chunk.putArray("choices");
            counts(chunk);
            data(JSON.writeValueAsString(chunk));
        }

        private void counts(ObjectNode chunk) {
            ObjectNode usage = chunk.putObject("usage");
            usage.put("prompt_tokens", choices.below(5000)).put("completion_tokens", choices.of(0, 42, 7));
            if (choices.oneIn(3)) {
                usage.putObject("prompt_tokens_details").put("cached_tokens", choices.below(5000));
            }
            if (choices.oneIn(6)) {
                usage.put("prompt_cache_hit_tokens", -1).put("completion_tokens", 1e30);
            }
        }

        private void error() {
            String error = choices.of(
                    "{\"error\":{\"message\":\"overloaded\",\"type\":\"server_error\",\"code\":503}}",
                    "{\"error\":\"plain words\"}",
                    "{\"object\":\"error\",\"message\":\"no\",\"code\":400}",
                    "{\"id\":\"1\",\"choices\":[{\"finish_reason\":\"error\",\"delta\":{\"content\":\"\"},"
                            + "\"error\":{\"code\":502,\"message\":\"lost\"}}]}",
                    "{\"error\":{\"message\":\"\"},\"choices\":[{\"delta\":{\"content\":\"x\"}}]}");
            String name = choices.oneIn(4) ? "event: error" + lineEnd : "";
            add(name + "data: " + error + lineEnd + lineEnd, true, false);
        }

        private void chunk(java.util.function.Consumer<ObjectNode> fill, boolean ends) {
            ObjectNode chunk = JSON.createObjectNode();
            if (!id.isEmpty()) {
                chunk.put("id", id).put("object", "chat.completion.chunk");
            }
            ArrayNode list = chunk.putArray("choices");
            fill.accept(list.addObject().put("index", 0));
            if (!ends && choices.oneIn(2)) {
                ((ObjectNode) list.get(0)).putNull("finish_reason");
            }
            if (choices.oneIn(10)) {
                list.addObject().put("index", 1).putObject("delta").put("content", "another choice");
            }
            if (choices.oneIn(8)) {
                counts(chunk);
            } else if (choices.oneIn(6)) {
                chunk.putNull("usage");
            }
            add(framed(JSON.writeValueAsString(chunk)), false, ends);
        }

        private void data(String data) {
            add(framed(data), false, false);
        }

        private String framed(String data) {
            String front = choices.oneIn(10) ? "id: 7" + lineEnd + "retry: 10" + lineEnd : "";
            String name = choices.oneIn(12) ? "event: message" + lineEnd : "";
            String field = choices.oneIn(6) ? "data:" : "data: ";
            // a chunk on two lines, cut where JSON may hold a line end
            int cut = choices.oneIn(12) ? data.indexOf(',') + 1 : 0;
            String lines = cut == 0 ? data : data.substring(0, cut) + lineEnd + field + data.substring(cut);
            return front + name + field + lines + lineEnd + lineEnd;
        }

        private void raw(String text) {
            add(text, false, false);
        }

        private void add(String text, boolean fails, boolean ends) {
            written.add(new Frame(text.getBytes(StandardCharsets.UTF_8), fails, ends));
        }
    }
}
