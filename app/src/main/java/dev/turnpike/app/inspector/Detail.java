package dev.turnpike.app.inspector;

import dev.turnpike.gateway.anthropic.MessagesRequest;
import dev.turnpike.gateway.traffic.RecordedExchange;
import java.util.Optional;

/// What the detail shows: an exchange as far as it has come, and its request, decoded.
///
/// @param request the same object for every later state of the exchange
record Detail(RecordedExchange exchange, Optional<MessagesRequest> request) {}
