package dev.turnpike.gateway.routing;

import dev.turnpike.gateway.channel.Channel;

/// One way to serve a request: a channel, and the model by its upstream's name.
public record Leg(Channel channel, String servedModel, RouteReason reason) {}
