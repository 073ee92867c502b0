package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.anthropic.ApiError;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Recognises that a prompt did not fit, and says so in the words by which Claude Code knows to compact the
/// conversation
/// or to lower its limit.
final class ContextOverflow {
    private static final Pattern WINDOW = Pattern.compile("maximum context length (?:is|of) (\\d+)");
    private static final Pattern SPLIT =
            Pattern.compile("(\\d+) (?:tokens )?in the messages, (\\d+) (?:tokens )?in the completion");
    private static final Pattern PROMPT = Pattern.compile(
            "(?:resulted in|you requested|request has|prompt contains(?: at least)?|requested about) (\\d+)");
    private static final Pattern LLAMA =
            Pattern.compile("request \\((\\d+) tokens\\) exceeds the available context size \\((\\d+) tokens");

    private ContextOverflow() {}

    /// The refusal in those words, the upstream's own behind them; empty where it is about something else.
    static Optional<ApiError> in(ApiError told, byte[] body) {
        String words = told.message();
        Matcher llama = LLAMA.matcher(words);
        if (llama.find()) {
            return Optional.of(tooLong(llama.group(1) + " tokens > " + llama.group(2) + " maximum", words));
        }
        Matcher window = WINDOW.matcher(words);
        if (window.find()) {
            long size = Long.parseLong(window.group(1));
            Matcher split = SPLIT.matcher(words);
            if (split.find() && Long.parseLong(split.group(1)) < size) {
                return Optional.of(overLimit(split.group(1), split.group(2), window.group(1), words));
            }
            Matcher prompt = PROMPT.matcher(words);
            if (prompt.find() && Long.parseLong(prompt.group(1)) > size) {
                return Optional.of(tooLong(prompt.group(1) + " tokens > " + size + " maximum", words));
            }
        }
        if (new String(body, StandardCharsets.UTF_8).contains("\"context_length_exceeded\"")) {
            return Optional.of(tooLong("", words));
        }
        return Optional.empty();
    }

    private static ApiError tooLong(String numbers, String words) {
        String sentence = numbers.isEmpty() ? "prompt is too long" : "prompt is too long: " + numbers;
        return ApiError.of(400, sentence + " · " + words);
    }

    private static ApiError overLimit(String prompt, String completion, String window, String words) {
        return ApiError.of(
                400,
                "input length and `max_tokens` exceed context limit: " + prompt + " + " + completion + " > " + window
                        + ", decrease input length or `max_tokens` and try again · " + words);
    }
}
