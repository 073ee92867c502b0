package dev.turnpike.gateway.openai;

import dev.turnpike.gateway.json.JsonCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads a `delta` or a `message`.
final class DeltaReader {
    private final List<ToolCallPart> calls = new ArrayList<>();
    private final StringBuilder partReasoning = new StringBuilder();
    private Optional<TextSpan> text = Optional.empty();
    private String reasoning = "";
    private String detailedReasoning = "";
    private String content = "";
    private String refusal = "";

    ChatDelta read(JsonCursor in) {
        in.enterObject();
        while (in.field()) {
            switch (in.name()) {
                case "content" -> {
                    boolean plain = in.isString();
                    int start = in.start();
                    content = content(in);
                    if (plain && !content.isEmpty()) {
                        text = Optional.of(new TextSpan(start + 1, in.stop() - 1, false));
                    }
                }
                case "reasoning_content", "reasoning", "thinking" -> {
                    // some servers send the same text under two of these names
                    int start = in.start();
                    String said = in.string();
                    if (!said.isEmpty()) {
                        text = Optional.of(new TextSpan(start + 1, in.stop() - 1, true));
                    }
                    reasoning = reasoning.isEmpty() ? said : reasoning;
                }
                // OpenRouter's: texts, summaries, and what only their maker can read
                case "reasoning_details" -> detailedReasoning = content(in);
                case "refusal" -> refusal = in.string();
                case "tool_calls" -> calls(in);
                case "function_call" -> {
                    if (in.isObject()) {
                        calls.add(new Call().read(in).part());
                    } else {
                        in.skip();
                    }
                }
                default -> in.skip();
            }
        }
        // those who send details say the same in one text beside them, most of them
        String thought = reasoning.isEmpty() ? detailedReasoning : reasoning;
        return new ChatDelta(thought + partReasoning, content, refusal, calls);
    }

    /// Where the text of what was read stands, if there is one text and nothing else.
    Optional<TextSpan> text() {
        boolean alone = content.isEmpty() != reasoning.isEmpty();
        boolean only = refusal.isEmpty() && calls.isEmpty() && partReasoning.isEmpty() && detailedReasoning.isEmpty();
        return alone && only ? text : Optional.empty();
    }

    /// Text, or an array of parts, as Mistral sends it.
    private String content(JsonCursor in) {
        if (!in.isArray()) {
            return in.string();
        }
        StringBuilder text = new StringBuilder();
        in.enterArray();
        while (in.element()) {
            part(in, text);
        }
        return text.toString();
    }

    private void part(JsonCursor in, StringBuilder text) {
        if (in.isString()) {
            text.append(in.string());
        } else if (in.enterObject()) {
            while (in.field()) {
                switch (in.name()) {
                    case "text", "summary" -> text.append(in.string());
                    case "thinking" -> partReasoning.append(content(in));
                    default -> in.skip();
                }
            }
        }
    }

    private void calls(JsonCursor in) {
        if (in.enterArray()) {
            while (in.element()) {
                if (in.isObject()) {
                    calls.add(new Call().read(in).part());
                } else {
                    in.skip();
                }
            }
        }
    }

    /// One call; `function` is one level deeper, and a legacy `function_call` is that level alone. So is what Gemini
    /// keeps with it.
    private static final class Call {
        private OptionalInt index = OptionalInt.empty();
        private String id = "";
        private String name = "";
        private String arguments = "";
        private String thoughtSignature = "";

        private Call read(JsonCursor in) {
            if (in.enterObject()) {
                while (in.field()) {
                    switch (in.name()) {
                        case "index" -> {
                            if (in.isNumber()) {
                                index = OptionalInt.of((int) in.number(0));
                            } else {
                                in.skip();
                            }
                        }
                        case "id" -> id = in.string();
                        case "function", "extra_content", "google" -> read(in);
                        case "thought_signature" -> thoughtSignature = in.string();
                        case "name" -> name = in.string();
                        case "arguments" -> arguments = in.isObject() ? in.raw().text() : in.string();
                        default -> in.skip();
                    }
                }
            }
            return this;
        }

        private ToolCallPart part() {
            return new ToolCallPart(index, id, name, arguments, thoughtSignature);
        }
    }
}
