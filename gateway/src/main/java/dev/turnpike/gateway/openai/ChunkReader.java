package dev.turnpike.gateway.openai;

import dev.turnpike.gateway.json.JsonCursor;
import java.util.Optional;

/// Reads one chunk; what no known server sends is skipped.
final class ChunkReader {
    private String id = "";
    private boolean hasChoice;
    private ChatDelta delta = ChatDelta.NONE;
    private Optional<TextSpan> text = Optional.empty();
    private String finishReason = "";
    private String stoppedAt = "";
    private Optional<ChatUsage> usage = Optional.empty();
    private boolean failed;

    ChatChunk read(JsonCursor in) {
        in.enterObject();
        while (in.field()) {
            switch (in.name()) {
                case "id" -> id = in.string();
                case "choices" -> choices(in);
                case "usage" -> usage = usage(in);
                case "error" -> failed |= saysSomething(in);
                // vLLM's older envelope
                case "object" -> failed |= in.string().equals("error");
                default -> in.skip();
            }
        }
        boolean onlyText = finishReason.isEmpty() && usage.isEmpty() && !failed;
        return new ChatChunk(
                id, hasChoice, delta, finishReason, stoppedAt, usage, onlyText ? text : Optional.empty(), failed);
    }

    /// Some servers have a place for an error in every chunk, and nothing in it.
    private static boolean saysSomething(JsonCursor in) {
        if (in.isString()) {
            return !in.string().isEmpty();
        }
        if (in.isBoolean()) {
            return in.truth();
        }
        boolean something = !in.isNull() && !in.isObject();
        if (in.enterObject()) {
            while (in.field()) {
                something = true;
                in.skip();
            }
        }
        return something;
    }

    private void choices(JsonCursor in) {
        if (in.enterArray()) {
            while (in.element()) {
                if (hasChoice) {
                    in.skip();
                } else {
                    choice(in);
                }
            }
        }
    }

    private void choice(JsonCursor in) {
        if (in.enterObject()) {
            hasChoice = true;
            while (in.field()) {
                switch (in.name()) {
                    case "delta", "message" -> {
                        if (in.isObject()) {
                            DeltaReader reading = new DeltaReader();
                            delta = reading.read(in);
                            text = reading.text();
                        } else {
                            in.skip();
                        }
                    }
                    case "finish_reason" -> {
                        finishReason = in.string();
                        failed |= finishReason.equals("error");
                    }
                    case "error" -> failed |= saysSomething(in);
                    // vLLM's and SGLang's; the number of a token is of no use
                    case "stop_reason", "matched_stop" -> {
                        String at = in.string();
                        stoppedAt = at.isEmpty() ? stoppedAt : at;
                    }
                    // Moonshot puts the usage here
                    case "usage" -> usage = usage(in);
                    default -> in.skip();
                }
            }
        }
    }

    private Optional<ChatUsage> usage(JsonCursor in) {
        if (!in.isObject()) {
            in.skip();
            return usage;
        }
        Counts counts = new Counts();
        counts.read(in);
        return Optional.of(new ChatUsage(counts.prompt, counts.completion, counts.cached, counts.written));
    }

    /// Tokens, by the names that servers have for them.
    private static final class Counts {
        private long prompt;
        private long completion;
        private long cached;
        private long written;

        private void read(JsonCursor in) {
            if (in.enterObject()) {
                while (in.field()) {
                    count(in);
                }
            }
        }

        private void count(JsonCursor in) {
            switch (in.name()) {
                case "prompt_tokens" -> prompt = in.number(0);
                case "completion_tokens" -> completion = in.number(0);
                case "prompt_tokens_details" -> read(in);
                // the first two are DeepSeek's and Moonshot's, the last is of those who serve Claude by this protocol
                case "prompt_cache_hit_tokens", "cached_tokens", "cache_read_input_tokens" ->
                    cached = Math.max(cached, in.number(0));
                // OpenRouter's, LiteLLM's, and that of those again
                case "cache_write_tokens", "cache_creation_tokens", "cache_creation_input_tokens" ->
                    written = Math.max(written, in.number(0));
                default -> in.skip();
            }
        }
    }
}
