package dev.turnpike.gateway.dialects;

import dev.turnpike.gateway.channel.Capability;
import dev.turnpike.gateway.channel.Compat;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A Messages API request as Claude Code and the SDKs could send it: valid, whole, and with anything in it.
///
/// @param json what it says
/// @param body one way to write that
public record AnyRequest(ObjectNode json, byte[] body) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST_CHOICES = 700;

    public static Arbitrary<AnyRequest> arbitrary() {
        return Choices.bytes(MOST_CHOICES).map(bytes -> from(new Choices(bytes)));
    }

    /// Names of models of every family, as their upstreams know them.
    static Arbitrary<String> models() {
        return Arbitraries.of(
                "gpt-5",
                "gpt-5.1",
                "o3",
                "gpt-4o",
                "deepseek-reasoner",
                "google/gemini-2.5-pro",
                "mistral-large",
                "qwen3-coder",
                "m");
    }

    /// What channels may say of their upstreams, in any mixture.
    static Arbitrary<Compat> compats() {
        return Arbitraries.maps(Arbitraries.of(Capability.class), Arbitraries.of(true, false))
                .ofMaxSize(8)
                .map(said -> new Compat(said, 0, 0));
    }

    public static AnyRequest from(Choices choices) {
        ObjectNode request = new Parts(choices).request();
        return new AnyRequest(request, JsonSpelling.of(request, choices));
    }

    @Override
    public String toString() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /// The parts of a request, each of which may be missing.
    private static final class Parts {
        private final Choices choices;
        private final AnyContent content;

        private Parts(Choices choices) {
            this.choices = choices;
            this.content = new AnyContent(choices);
        }

        private ObjectNode request() {
            ObjectNode request = JSON.createObjectNode().put("model", "claude-sonnet-5-5");
            request.put("max_tokens", choices.of(1, 32000, 128000));
            if (!choices.oneIn(4)) {
                request.put("stream", !choices.oneIn(5));
            }
            system(request);
            AnyTools tools = new AnyTools(choices);
            tools.tools(request);
            tools.choice(request);
            sampling(request);
            thinking(request);
            output(request);
            others(request);
            messages(request.putArray("messages"));
            return request;
        }

        private void system(ObjectNode request) {
            if (choices.oneIn(4)) {
                request.put("system", choices.text());
            } else if (!choices.oneIn(4)) {
                ArrayNode system = request.putArray("system");
                if (choices.oneIn(2)) {
                    system.addObject()
                            .put("type", "text")
                            .put("text", "x-anthropic-billing-header: cc_version=2.1.329." + choices.word() + ";");
                }
                for (int i = choices.below(4); i > 0; i--) {
                    content.text(system);
                }
            }
        }

        private void sampling(ObjectNode request) {
            if (choices.oneIn(4)) {
                request.put("temperature", choices.of(0.0, 0.7, 1.0));
            }
            if (choices.oneIn(6)) {
                request.put("top_p", 0.95);
            }
            if (choices.oneIn(6)) {
                request.put("top_k", 40);
            }
            if (choices.oneIn(4)) {
                ArrayNode stops = request.putArray("stop_sequences");
                for (int i = choices.below(7); i > 0; i--) {
                    stops.add(choices.text());
                }
            }
        }

        private void thinking(ObjectNode request) {
            switch (choices.below(6)) {
                case 1 -> request.putObject("thinking").put("type", "adaptive").put("display", "updates");
                case 2, 3 ->
                    request.putObject("thinking")
                            .put("type", "enabled")
                            .put("budget_tokens", choices.of(1024, 8000, 31999));
                case 4 -> request.putObject("thinking").put("type", "disabled");
                default -> {}
            }
        }

        private void output(ObjectNode request) {
            if (!choices.oneIn(3)) {
                return;
            }
            ObjectNode output = request.putObject("output_config");
            if (choices.oneIn(2)) {
                output.put("effort", choices.of("low", "medium", "high", "xhigh", "max", "other"));
            }
            if (choices.oneIn(3)) {
                ObjectNode format = output.putObject("format").put("type", "json_schema");
                format.putObject("schema").put("type", "object").putObject("properties");
            }
            if (choices.oneIn(6)) {
                output.putObject("task_budget").put("type", "tokens").put("total", 20000);
            }
        }

        private void others(ObjectNode request) {
            if (!choices.oneIn(3)) {
                ObjectNode metadata = request.putObject("metadata");
                String session =
                        "{\"device_id\":\"" + "ab".repeat(32) + "\",\"session_id\":\"" + choices.word() + "\"}";
                metadata.put("user_id", session);
                if (choices.oneIn(8)) {
                    metadata.put("x", choices.word());
                }
            }
            if (choices.oneIn(6)) {
                request.putObject("context_management")
                        .putArray("edits")
                        .addObject()
                        .put("type", "clear_thinking_20251015")
                        .put("keep", "all");
            }
            if (choices.oneIn(6)) {
                request.put(choices.of("service_tier", "container", "inference_geo", "speed"), choices.word());
            }
            if (choices.oneIn(10)) {
                AnyContent.mark(request);
            }
            if (choices.oneIn(10)) {
                request.putObject("x_odd").put("y", choices.text()).putNull("z");
            }
        }

        private void messages(ArrayNode messages) {
            int turns = 1 + choices.below(6);
            if (choices.oneIn(20)) {
                assistant(messages);
            }
            for (int i = 0; i < turns; i++) {
                user(messages);
                if (choices.oneIn(6)) {
                    system(messages);
                }
                if (choices.oneIn(8)) {
                    user(messages);
                }
                if (i + 1 < turns || choices.oneIn(10)) {
                    assistant(messages);
                }
                if (choices.oneIn(16)) {
                    assistant(messages);
                }
            }
        }

        private void user(ArrayNode messages) {
            ObjectNode message = messages.addObject().put("role", "user");
            if (choices.oneIn(4)) {
                message.put("content", choices.text());
            } else {
                ArrayNode blocks = message.putArray("content");
                content.user(blocks);
                if (messages.size() == 1) {
                    // a request in which nobody says anything is none
                    blocks.addObject().put("type", "text").put("text", choices.word());
                }
            }
        }

        private void assistant(ArrayNode messages) {
            ObjectNode message = messages.addObject().put("role", "assistant");
            if (choices.oneIn(5)) {
                message.put("content", choices.text());
            } else {
                content.assistant(message.putArray("content"));
            }
        }

        private void system(ArrayNode messages) {
            ObjectNode message = messages.addObject().put("role", "system");
            if (choices.oneIn(3)) {
                message.put("content", choices.text());
            } else {
                ArrayNode blocks = message.putArray("content");
                for (int i = choices.below(3); i > 0; i--) {
                    content.text(blocks);
                }
            }
            if (choices.oneIn(4)) {
                message.putObject("output_config").put("effort", "high");
            }
        }
    }
}
