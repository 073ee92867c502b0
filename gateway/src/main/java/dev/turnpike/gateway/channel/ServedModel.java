package dev.turnpike.gateway.channel;

import java.util.Optional;

/// The model that serves a request, and why.
///
/// @param name as the upstream knows it
/// @param rule the rule that matched; empty when the asked name stayed
public record ServedModel(String name, Optional<ModelRule> rule) {}
