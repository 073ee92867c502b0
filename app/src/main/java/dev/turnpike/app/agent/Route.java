package dev.turnpike.app.agent;

import dev.turnpike.gateway.channel.AuthStyle;
import dev.turnpike.gateway.configuration.Configuration;
import java.net.URI;

/// Where Claude Code's requests are to go.
///
/// @param gateway where the gateway answers
/// @param keepsLogin whether the caller's own credential goes on to the first channel, so that ours stands beside it
/// @param models what Claude Code is told of models
public record Route(URI gateway, boolean keepsLogin, TierModels models) {
    /// One that says nothing of models.
    public Route(URI gateway, boolean keepsLogin) {
        this(gateway, keepsLogin, TierModels.NONE);
    }

    /// Where a configuration has them go.
    public static Route of(Configuration configuration) {
        boolean forwards = configuration
                .channels()
                .first()
                .map(channel -> channel.auth() == AuthStyle.FORWARD)
                .orElse(false);
        return new Route(configuration.gateway().address(), forwards, TierModels.of(configuration));
    }

    /// The same to another address.
    public Route at(URI address) {
        return new Route(address, keepsLogin, models);
    }

    /// The same with other models.
    public Route with(TierModels others) {
        return new Route(gateway, keepsLogin, others);
    }
}
