package dev.turnpike.gateway.routing;

/// What the router decided: a route, or a refusal.
public sealed interface Routing permits Route, Refusal {}
