package dev.turnpike.app.agent.upstream;

import dev.turnpike.gateway.anthropic.Tool;
import dev.turnpike.gateway.traffic.RecordedExchange;
import dev.turnpike.gateway.traffic.ReplyBlock;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A tool call that a model wrote as text instead of making it.
final class SpokenCall {
    private static final int ENOUGH = 32 * 1024;
    private static final int NEAR = 300;

    /// How templates of models begin a call; only at the beginning of a line, as whoever explains one quotes it.
    private static final Pattern BEGINNING = Pattern.compile(
            "(?m)^\\s{0,4}(?:<tool_call>|\\[TOOL_CALLS]|<\\|?tool_calls?(?:_begin)?\\|?>|<function_call>|<function=|"
                    + "<\\|python_tag\\|>|```(?:json|tool_call)?\\s*+\\{|\\{\\s*+\"(?:name|function|tool)\"\\s*+:)");

    private static final Pattern ARGUMENTS =
            Pattern.compile("\"(?:arguments|parameters|input)\"\\s*+:|<parameter|=\\w");

    private SpokenCall() {}

    /// Whether the answer holds one of a tool that the request offered, and calls none.
    static boolean isIn(RecordedExchange exchange) {
        StringBuilder said = new StringBuilder();
        for (ReplyBlock block : exchange.blocks()) {
            switch (block) {
                case ReplyBlock.ToolCall _ -> {
                    return false;
                }
                case ReplyBlock.Text text -> said.append(text.text(), 0, room(said, text.text()));
                case ReplyBlock.Thinking _, ReplyBlock.Other _ -> {}
            }
        }
        Matcher beginning = BEGINNING.matcher(said);
        if (!beginning.find()) {
            return false;
        }
        List<String> tools = tools(exchange);
        do {
            String near = said.substring(beginning.start(), Math.min(said.length(), beginning.end() + NEAR));
            if (ARGUMENTS.matcher(near).find() && tools.stream().anyMatch(near::contains)) {
                return true;
            }
        } while (beginning.find());
        return false;
    }

    private static int room(StringBuilder said, String text) {
        return Math.min(text.length(), ENOUGH - said.length());
    }

    /// The names of the offered tools, as JSON and tags write them.
    static List<String> tools(RecordedExchange exchange) {
        return exchange.request().stream()
                .flatMap(request -> request.tools().stream())
                .filter(Tool::isCustom)
                .map(Tool::name)
                .toList();
    }
}
