package dev.turnpike.gateway.counting;

import java.util.List;

/// What of a request is counted.
///
/// Words and JSON are told apart because upstreams differ in what they make of the JSON: as it stands, as types of a
/// programming language, with indentation, or not at all.
///
/// @param words the texts of the system prompt and the messages
/// @param json tools, calls, and whatever else a model sees as JSON, if it does
/// @param frames tokens for the beginning and end of each message and tool
/// @param media tokens of images and documents
/// @param hasMedia there is an image or a document whose tokens are a figure only
record Prompt(List<String> words, List<String> json, long frames, long media, boolean hasMedia) {
    Prompt {
        words = List.copyOf(words);
        json = List.copyOf(json);
    }
}
