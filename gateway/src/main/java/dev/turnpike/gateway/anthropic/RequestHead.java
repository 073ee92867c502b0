package dev.turnpike.gateway.anthropic;

/// What routing and passthrough need to know of a Messages API request, found without decoding the rest.
///
/// @param model the asked name
/// @param modelStart offset in the body of the first byte of the model's JSON string, its quote
/// @param modelEnd offset behind the closing quote
/// @param stream an event stream was asked for
public record RequestHead(String model, int modelStart, int modelEnd, boolean stream) {}
