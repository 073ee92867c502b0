package dev.turnpike.gateway.openai;

import java.util.Optional;

/// A piece of a reply: a chunk of a stream, or a reply that came whole.
///
/// @param id the reply's id, empty where there is none
/// @param hasChoice there is a first choice: a chunk without one carries usage or nothing
/// @param delta of the first choice
/// @param finishReason of the first choice, empty until the last chunk
/// @param stoppedAt the stop sequence that ended the first choice, empty where the upstream does not tell
/// @param text where its text stands, if it adds a text and does nothing else
/// @param failed the upstream reports an error, whatever else it says
public record ChatChunk(
        String id,
        boolean hasChoice,
        ChatDelta delta,
        String finishReason,
        String stoppedAt,
        Optional<ChatUsage> usage,
        Optional<TextSpan> text,
        boolean failed) {}
