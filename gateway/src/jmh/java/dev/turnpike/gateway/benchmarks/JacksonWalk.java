package dev.turnpike.gateway.benchmarks;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// The yardstick: the bare streaming parser goes from token to token and looks at none.
final class JacksonWalk {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxStringLength(64 << 20).build())
            .build();

    private JacksonWalk() {}

    /// How many tokens there are.
    static long over(byte[] bytes, int start, int end) {
        long tokens = 0;
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes, start, end - start)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                tokens++;
            }
        }
        return tokens;
    }
}
