package dev.turnpike.gateway.channel;

import java.net.URI;

/// The final addresses of an upstream, worked out from the base URL that its vendor documents.
///
/// @param base as configured
/// @param messages where a model call goes (`…/v1/messages` or `…/chat/completions`)
/// @param models where the list of models is
/// @param countTokens where tokens are counted; null where the protocol has no such endpoint
public record Endpoint(
        URI base,
        URI messages,
        URI models,
        @org.jspecify.annotations.Nullable URI countTokens) {}
