package dev.turnpike.gateway.channel;

/// One line of a model map: names that contain the pattern are served by that model.
public record ModelRule(String pattern, String served) {}
