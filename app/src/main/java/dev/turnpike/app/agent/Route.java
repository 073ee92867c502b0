package dev.turnpike.app.agent;

import dev.turnpike.gateway.channel.AuthStyle;
import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.configuration.Configuration;
import java.net.URI;

/// Where Claude Code's requests are to go.
///
/// @param gateway where the gateway answers
/// @param keepsLogin whether the caller's own credential goes on to the first channel, so that ours stands beside it
public record Route(URI gateway, boolean keepsLogin) {
    /// Where a configuration has them go.
    public static Route of(Configuration configuration) {
        boolean forwards = configuration.channels().channels().stream()
                .filter(Channel::enabled)
                .findFirst()
                .map(channel -> channel.auth() == AuthStyle.FORWARD)
                .orElse(false);
        return new Route(configuration.gateway().address(), forwards);
    }
}
