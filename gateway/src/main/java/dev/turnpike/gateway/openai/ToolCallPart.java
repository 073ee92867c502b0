package dev.turnpike.gateway.openai;

import java.util.OptionalInt;

/// A piece of a tool call, or a whole one. Each text is empty where the piece does not have it.
///
/// @param index which call of the message it belongs to, where the upstream says so
/// @param thoughtSignature Gemini's signature of the thought behind the call
/// @param arguments a piece of the JSON text of the arguments; arguments that came as an object are their text
public record ToolCallPart(OptionalInt index, String id, String name, String arguments, String thoughtSignature) {}
