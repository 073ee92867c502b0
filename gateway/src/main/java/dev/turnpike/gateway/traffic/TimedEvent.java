package dev.turnpike.gateway.traffic;

import java.time.Duration;

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
            if (data.contains("\"thinking_delta\"") || says(data, "\"reasoning_content\":")) {
                return THINKING;
            }
            if (data.contains("\"input_json_delta\"") || data.contains("\"tool_calls\":[")) {
                return TOOL;
            }
            boolean chat = data.contains("\"delta\":{") && says(data, "\"content\":");
            return data.contains("\"text_delta\"") || chat ? TEXT : OTHER;
        }

        /// A string that is not empty stands behind that name.
        private static boolean says(String data, String name) {
            int at = data.indexOf(name);
            return at >= 0 && data.startsWith("\"", at + name.length()) && !data.startsWith("\"\"", at + name.length());
        }
    }
}
