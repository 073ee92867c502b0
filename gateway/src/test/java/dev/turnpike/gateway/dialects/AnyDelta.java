package dev.turnpike.gateway.dialects;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What one chunk adds to a message, at random: text, reasoning under each of its names, and pieces of calls, numbered
/// as well as one server does it.
final class AnyDelta {
    /// How a server numbers its calls.
    private enum Numbering {
        RIGHT,
        NONE,
        ALWAYS_ZERO,
        WRONG
    }

    private final Choices choices;
    private final Numbering numbering;
    private final List<String> ids = new ArrayList<>();

    AnyDelta(Choices choices) {
        this.choices = choices;
        this.numbering =
                choices.of(Numbering.RIGHT, Numbering.RIGHT, Numbering.NONE, Numbering.ALWAYS_ZERO, Numbering.WRONG);
    }

    void delta(ObjectNode delta) {
        if (choices.oneIn(6)) {
            delta.put("role", "assistant");
        }
        switch (choices.below(10)) {
            case 1, 2 -> reasoning(delta);
            case 3, 4, 5 -> calls(delta);
            case 6 -> {
                reasoning(delta);
                content(delta);
                calls(delta);
            }
            case 7 -> odd(delta);
            default -> content(delta);
        }
    }

    private String text() {
        return choices.of(
                "a ", "é€", "😀", "\ud83d", "\ude00", "\"\\\n", "", " ", "<think>", "</think>", choices.text());
    }

    private void content(ObjectNode delta) {
        switch (choices.below(8)) {
            case 1 -> delta.putNull("content");
            case 2 -> {
                ArrayNode parts = delta.putArray("content");
                parts.addObject().put("type", "text").put("text", text());
                parts.addObject()
                        .put("type", "thinking")
                        .putArray("thinking")
                        .addObject()
                        .put("text", text());
            }
            default -> delta.put("content", text());
        }
    }

    private void reasoning(ObjectNode delta) {
        switch (choices.below(6)) {
            case 1 -> delta.put("reasoning", text());
            case 2 -> delta.put("thinking", text());
            case 3 -> {
                String text = text();
                delta.put("reasoning", text).put("reasoning_content", text);
            }
            case 4 ->
                delta.putArray("reasoning_details")
                        .addObject()
                        .put("type", "reasoning.text")
                        .put("text", text());
            default -> delta.put("reasoning_content", text());
        }
    }

    private void odd(ObjectNode delta) {
        switch (choices.below(5)) {
            case 1 -> delta.put("refusal", text());
            case 2 -> delta.putNull("tool_calls").putNull("content");
            case 3 -> delta.putArray("tool_calls").add(7);
            case 4 -> delta.putObject("function_call").put("name", "legacy").put("arguments", "{}");
            default -> {}
        }
    }

    private void calls(ObjectNode delta) {
        ArrayNode calls = delta.putArray("tool_calls");
        for (int i = 1 + choices.below(2); i > 0; i--) {
            call(calls.addObject());
        }
    }

    private void call(ObjectNode call) {
        int number = ids.isEmpty() || choices.oneIn(3) ? ids.size() : choices.below(ids.size());
        boolean begins = number == ids.size();
        if (begins) {
            ids.add(choices.of("call_" + number, "", "call.é/" + number, "call_0"));
        }
        switch (numbering) {
            case RIGHT -> call.put("index", number);
            case NONE -> {}
            case ALWAYS_ZERO -> call.put("index", 0);
            case WRONG -> call.put("index", choices.of(-1, 0, 3, 1000000));
        }
        // late, repeated, empty or null
        switch (choices.below(8)) {
            case 1 -> {}
            case 2 -> call.put("id", "");
            case 3 -> call.putNull("id");
            default -> {
                if (begins || choices.oneIn(3)) {
                    call.put("id", ids.get(number));
                }
            }
        }
        call.put("type", "function");
        if (choices.oneIn(8)) {
            call.putObject("extra_content").putObject("google").put("thought_signature", choices.word());
        }
        function(choices.oneIn(10) ? call : call.putObject("function"), begins);
    }

    private void function(ObjectNode function, boolean begins) {
        if (begins ? !choices.oneIn(6) : choices.oneIn(6)) {
            function.put("name", choices.of("Bash", "Read", "", "renamed"));
        } else if (choices.oneIn(6)) {
            function.putNull("name");
        }
        switch (choices.below(12)) {
            case 1 -> {}
            case 2 -> function.putNull("arguments");
            case 3 -> function.putObject("arguments").put("command", choices.word());
            case 4 -> function.put("arguments", "null");
            case 5 -> function.put("arguments", "{\"a\":\"}\\\"\"}");
            case 6 -> function.put("arguments", "");
            case 7 -> function.put("arguments", "}");
            default ->
                function.put("arguments", choices.of("{\"com", "mand\":", "\"ls\"", "}", "{}", " ", ",\"n\":1", "[{"));
        }
    }
}
