package dev.turnpike.gateway.routing;

import java.util.Optional;

/// What decides who serves a request.
///
/// @param model the asked name, empty where the request names none
/// @param pin the channel that the path names
/// @param webSearch nothing but web searches is asked for, run by the server
public record Question(String model, Optional<String> pin, boolean webSearch) {}
