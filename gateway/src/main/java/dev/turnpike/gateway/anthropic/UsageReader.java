package dev.turnpike.gateway.anthropic;

import dev.turnpike.gateway.json.JsonCursor;

/// Reads `usage` objects.
final class UsageReader {
    private UsageReader() {}

    /// The counts of a `usage` object; those that it leaves out stay as they were.
    static TokenUsage read(JsonCursor in, TokenUsage before) {
        long input = before.input();
        long output = before.output();
        long cacheRead = before.cacheRead();
        long cacheCreation = before.cacheCreation();
        if (in.enterObject()) {
            while (in.field()) {
                switch (in.name()) {
                    case "input_tokens" -> input = in.number(input);
                    case "output_tokens" -> output = in.number(output);
                    case "cache_read_input_tokens" -> cacheRead = in.number(cacheRead);
                    case "cache_creation_input_tokens" -> cacheCreation = in.number(cacheCreation);
                    default -> in.skip();
                }
            }
        }
        return new TokenUsage(input, output, cacheRead, cacheCreation);
    }
}
