package dev.turnpike.gateway.channel;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// One of the three sizes of model that Claude Code chooses among, with a name of the gateway's own for it.
///
/// The name holds the tier's word, so that the rules of a model map that are meant for the tier fit; Claude Code does
/// not know it, so that it believes what it is told of the model's window.
public enum ModelTier {
    OPUS("claude-opus-5-5"),
    SONNET("claude-sonnet-5-5"),
    HAIKU("claude-haiku-5-5");

    private static final String PREFIX = "claude-tp-";

    private final String vendorName;

    ModelTier(String vendorName) {
        this.vendorName = vendorName;
    }

    /// How a user says it: `opus`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The name to ask this gateway for.
    public String gatewayName() {
        return PREFIX + word();
    }

    /// The name by which the vendor knows its own model of this size.
    public String vendorName() {
        return vendorName;
    }

    /// The tier whose name of the gateway's that is, with or without `[1m]`.
    public static Optional<ModelTier> named(String asked) {
        String bare = ModelMap.bareName(asked);
        return Arrays.stream(values())
                .filter(tier -> tier.gatewayName().equals(bare))
                .findFirst();
    }

    /// The model by which a channel serves the tier; empty where it has no model of its own for it, or does not allow
    /// it.
    public Optional<String> servedBy(Channel channel) {
        String served = channel.models().resolve(gatewayName()).name();
        boolean own = !served.equals(vendorName) && !served.equals(gatewayName());
        return own && channel.allows(gatewayName(), served) ? Optional.of(served) : Optional.empty();
    }
}
