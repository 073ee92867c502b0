package dev.turnpike.app.agent;

import java.net.URI;

/// Where Claude Code's requests are to go.
///
/// @param gateway where the gateway answers
/// @param keepsLogin whether the caller's own credential goes on to the first channel, so that ours stands beside it
public record Route(URI gateway, boolean keepsLogin) {}
