package dev.turnpike.gateway.channel;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// One of the three sizes of model that Claude Code chooses among, with a name of the gateway's own for it.
///
/// A model map goes by the vendor's name in its place; Claude Code does not know it, so that it believes what it is
/// told of the model's window.
public enum ModelTier {
    OPUS("claude-opus-5-5"),
    SONNET("claude-sonnet-5-5"),
    HAIKU("claude-haiku-5-5");

    private static final String PREFIX = "claude-tp-";

    private final String vendorName;
    private final String gatewayName;

    ModelTier(String vendorName) {
        this.vendorName = vendorName;
        this.gatewayName = PREFIX + word();
    }

    /// How a user says it: `opus`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The name to ask this gateway for.
    public String gatewayName() {
        return gatewayName;
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

    /// Whether a rule that fits such a name is meant for it, and does not fit by chance, as `claude` does.
    static boolean isMeantBy(ModelRule rule) {
        return switch (rule.reach()) {
            case FORCED, WHOLE -> true;
            case PART -> rule.pattern().contains(PREFIX);
            case NO_NAME, REST -> false;
        };
    }

    /// The model by which a channel serves the tier; empty where it has no model of its own for it, or does not allow
    /// it.
    public Optional<String> servedBy(Channel channel) {
        String served = channel.models().resolve(gatewayName()).name();
        boolean own = !served.equals(vendorName) && !served.equals(gatewayName());
        return own && channel.allows(gatewayName(), served) ? Optional.of(served) : Optional.empty();
    }
}
