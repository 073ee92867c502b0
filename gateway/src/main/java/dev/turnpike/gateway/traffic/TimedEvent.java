package dev.turnpike.gateway.traffic;

import java.time.Duration;
import java.util.regex.Pattern;

/// One event of a stream.
///
/// @param at from the arrival of the request
/// @param gap since the event before; of the first one since the arrival of the request
/// @param name as the stream calls it, empty where it does not
/// @param bytes of its data
/// @param data its beginning
public record TimedEvent(Duration at, Duration gap, String name, Kind kind, int bytes, String data) {
    /// What an event adds to the answer.
    public enum Kind {
        THINKING,
        TEXT,
        TOOL,
        /// Nothing: it begins, ends or counts something.
        OTHER;

        /// Told by the words of both dialects, without reading all of it.
        static Kind of(String data) {
            if (data.contains("\"thinking_delta\"") || REASONING.matcher(data).find()) {
                return THINKING;
            }
            if (data.contains("\"input_json_delta\"") || CALLS.matcher(data).find()) {
                return TOOL;
            }
            return data.contains("\"text_delta\"") || CONTENT.matcher(data).find() ? TEXT : OTHER;
        }
    }

    private static final Pattern REASONING =
            Pattern.compile("\"delta\"\\s*:\\s*\\{.*\"(?:reasoning_content|reasoning|thinking)\"\\s*:\\s*\"[^\"]");
    private static final Pattern CALLS = Pattern.compile("\"delta\"\\s*:\\s*\\{.*\"tool_calls\"\\s*:\\s*\\[\\s*\\{");
    private static final Pattern CONTENT = Pattern.compile("\"delta\"\\s*:\\s*\\{.*\"content\"\\s*:\\s*\"[^\"]");
}
