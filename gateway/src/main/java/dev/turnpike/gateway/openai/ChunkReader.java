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
        return new ChatChunk(id, hasChoice, delta, finishReason, usage, onlyText ? text : Optional.empty(), failed);
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
        long prompt = 0;
        long completion = 0;
        long cached = 0;
        long written = 0;
        in.enterObject();
        while (in.field()) {
            switch (in.name()) {
                case "prompt_tokens" -> prompt = in.number(0);
                case "completion_tokens" -> completion = in.number(0);
                case "prompt_tokens_details" -> {
                    ChatUsage details = details(in);
                    cached = Math.max(cached, details.cached());
                    written = Math.max(written, details.written());
                }
                // those who serve Claude by this protocol
                case "cache_creation_input_tokens" -> written = Math.max(written, in.number(0));
                case "cache_read_input_tokens" -> cached = Math.max(cached, in.number(0));
                // DeepSeek and Moonshot
                case "prompt_cache_hit_tokens", "cached_tokens" -> cached = Math.max(cached, in.number(0));
                default -> in.skip();
            }
        }
        return Optional.of(new ChatUsage(prompt, completion, cached, written));
    }

    private static ChatUsage details(JsonCursor in) {
        long cached = 0;
        long written = 0;
        if (in.enterObject()) {
            while (in.field()) {
                switch (in.name()) {
                    case "cached_tokens" -> cached = in.number(0);
                    // OpenRouter, LiteLLM
                    case "cache_write_tokens", "cache_creation_tokens" -> written = in.number(0);
                    default -> in.skip();
                }
            }
        }
        return new ChatUsage(0, 0, cached, written);
    }
}
