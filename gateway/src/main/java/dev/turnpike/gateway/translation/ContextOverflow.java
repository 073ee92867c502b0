package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.anthropic.ApiError;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Recognises that a prompt did not fit, and says so in the words by which Claude Code knows to compact the
/// conversation or to lower its limit.
final class ContextOverflow {
    /// How much was asked for in all, or by the prompt, where the window is told as [#WINDOW] has it.
    private static final Pattern ASKED = words("(?:resulted in|you requested|request has"
            + "|prompt contains(?: at least)?|requested about) (?<prompt>N)");
    private static final Pattern WINDOW = words("maximum context length (?:is|of) (?<limit>N)");
    private static final Pattern SPLIT = words(
            "(?<prompt>N) (?:tokens )?(?:in the messages|of text input|in your prompt)[,;] "
                    + "(?:N (?:tokens )?of tool input, )?(?<completion>N) (?:tokens )?(?:in|for) the (?:completion|output)");
    private static final Pattern LIMIT_TOO_LARGE =
            words("too large: (?<completion>N)\\..*your request has (?<prompt>N) input tokens");

    /// What other servers say, each in one sentence.
    private static final List<Pattern> TOO_LONG = List.of(
            // llama.cpp
            words("request \\((?<prompt>N) tokens\\) exceeds the available context size \\((?<limit>N) tokens"),
            // Gemini
            words(
                    "input token count \\(?(?<prompt>N)\\)? exceeds the maximum number of tokens allowed \\(?(?<limit>N)"),
            // Mistral
            words("prompt contains (?<prompt>N) tokens.{0,60} too large for model with (?<limit>N) maximum context"),
            // vLLM
            words("prompt \\(length (?<prompt>N)\\) is longer than the maximum model length of (?<limit>N)"),
            // SGLang, Together
            words("input \\((?<prompt>N) tokens\\) is longer than the model's context length \\((?<limit>N) tokens"),
            // Kimi
            words("exceeded model token limit: (?<limit>N) \\(requested: (?<prompt>N)\\)"),
            // xAI
            words("maximum prompt length is (?<limit>N) but the request contains (?<prompt>N) tokens"),
            // Bedrock
            words("max input tokens: (?<limit>N), request input token count: (?<prompt>N)"),
            // Copilot
            words("prompt token count of (?<prompt>N) exceeds the limit of (?<limit>N)"),
            words("prompt has (?<prompt>N) tokens, but the configured context size is (?<limit>N)"));

    /// The same without both numbers: Kimi, DashScope, llama.cpp, LM Studio, MiniMax, Ollama, Groq, Bedrock, OpenAI.
    private static final Pattern UNCOUNTED = words("exceeded model token limit"
            + "|range of input length should be \\["
            + "|exceeds the available context size"
            + "|greater than the context length"
            + "|context length of only N tokens"
            + "|context window exceeds limit"
            + "|exceeded (?:max )?context length"
            + "|reduce the length of the messages"
            + "|input is too long for requested model"
            + "|exceeds the context window");

    private static final Pattern CODE =
            Pattern.compile("\"(?:context_length_exceeded|model_context_window_exceeded)\"");

    private ContextOverflow() {}

    /// A pattern in which `N` stands for a number, in upper or lower case.
    private static Pattern words(String pattern) {
        return Pattern.compile(
                pattern.replaceAll("\\bN\\b", "\\\\d[\\\\d,]*"), Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    /// The refusal in those words where it is about the window, the upstream's own behind them; else as it is.
    static ApiError told(ApiError told, byte[] body) {
        return in(told.message(), body).orElse(told);
    }

    private static Optional<ApiError> in(String words, byte[] body) {
        for (Pattern pattern : TOO_LONG) {
            Matcher found = pattern.matcher(words);
            if (found.find()) {
                return Optional.of(tooLong(number(found, "prompt"), number(found, "limit"), words));
            }
        }
        Matcher window = WINDOW.matcher(words);
        if (window.find()) {
            Optional<ApiError> counted = inWindow(number(window, "limit"), words);
            if (counted.isPresent()) {
                return counted;
            }
        }
        boolean known = UNCOUNTED.matcher(words).find()
                || CODE.matcher(new String(body, StandardCharsets.UTF_8)).find();
        return known ? Optional.of(ApiError.of(400, "prompt is too long · " + words)) : Optional.empty();
    }

    private static Optional<ApiError> inWindow(long window, String words) {
        for (Pattern pattern : List.of(SPLIT, LIMIT_TOO_LARGE)) {
            Matcher split = pattern.matcher(words);
            if (split.find() && number(split, "prompt") < window) {
                return Optional.of(overLimit(number(split, "prompt"), number(split, "completion"), window, words));
            }
        }
        Matcher asked = ASKED.matcher(words);
        return asked.find() && number(asked, "prompt") > window
                ? Optional.of(tooLong(number(asked, "prompt"), window, words))
                : Optional.empty();
    }

    private static long number(Matcher found, String group) {
        String digits = found.group(group).replace(",", "");
        return digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits);
    }

    private static ApiError tooLong(long prompt, long limit, String words) {
        return ApiError.of(400, "prompt is too long: " + prompt + " tokens > " + limit + " maximum · " + words);
    }

    private static ApiError overLimit(long prompt, long completion, long window, String words) {
        return ApiError.of(
                400,
                "input length and `max_tokens` exceed context limit: " + prompt + " + " + completion + " > " + window
                        + ", decrease input length or `max_tokens` and try again · " + words);
    }
}
