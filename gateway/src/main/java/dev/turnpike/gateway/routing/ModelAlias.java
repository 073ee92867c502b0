package dev.turnpike.gateway.routing;

import dev.turnpike.gateway.channel.ModelMap;
import java.util.Optional;

/// A model name that says exactly who serves it: `claude-tp/<channel>/<model>`.
///
/// It begins with `claude` for clients that accept no other names.
///
/// @param channel the id of the channel, which may not exist
/// @param model the upstream's own name; it may hold slashes
public record ModelAlias(String channel, String model) {
    private static final String PREFIX = "claude-tp/";

    /// The alias that an asked name is; empty for an ordinary name.
    public static Optional<ModelAlias> parse(String asked) {
        String bare = ModelMap.bareName(asked);
        int slash = bare.startsWith(PREFIX) ? bare.indexOf('/', PREFIX.length()) : -1;
        if (slash <= PREFIX.length() || slash == bare.length() - 1) {
            return Optional.empty();
        }
        return Optional.of(new ModelAlias(bare.substring(PREFIX.length(), slash), bare.substring(slash + 1)));
    }

    /// The name to ask for.
    public String name() {
        return PREFIX + channel + "/" + model;
    }
}
