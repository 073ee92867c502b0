package dev.turnpike.gateway.routing;

/// A model as the list of models shows it.
///
/// @param id what a client asks for
public record ModelCard(String id, String displayName) {}
