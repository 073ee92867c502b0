package dev.turnpike.gateway.openai;

/// Where the text of a chunk stands that adds a text and does nothing else.
///
/// @param start offset of the first byte behind the quote that opens it
/// @param end offset of the quote that closes it
/// @param reasoning it is reasoning, not content
public record TextSpan(int start, int end, boolean reasoning) {}
