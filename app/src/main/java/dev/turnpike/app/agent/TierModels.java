package dev.turnpike.app.agent;

import dev.turnpike.gateway.channel.AuthStyle;
import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.channel.ContextWindow;
import dev.turnpike.gateway.channel.ModelTier;
import dev.turnpike.gateway.configuration.Configuration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// What Claude Code is told of models: which name to ask for in each tier, and how much the models behind them read.
///
/// @param names the tiers that get a name; the others stay as they are
/// @param forced the one model for everything, where the user wants one
/// @param window how many tokens the smallest of them reads; empty where that is not known of each
/// @param unknown a model whose window is not known, and the channel that serves it, for a sentence
public record TierModels(
        Map<ModelTier, String> names, Optional<String> forced, OptionalLong window, Optional<Unknown> unknown) {
    /// Nothing is told.
    public static final TierModels NONE =
            new TierModels(Map.of(), Optional.empty(), OptionalLong.empty(), Optional.empty());

    // the default session gets a [1m] of the client's, which beats the window that it is told
    private static final long ASSUMED = 1_000_000;
    private static final List<String> MODES = List.of("opusplan", "fable");

    public TierModels {
        names = Map.copyOf(names);
    }

    /// A model of which nobody knows how much it reads.
    ///
    /// @param channel the id of the channel
    public record Unknown(String model, String channel) {}

    /// By the channel that a configuration asks first. A caller's own login is for the vendor's own models.
    public static TierModels of(Configuration configuration) {
        return configuration.demo()
                ? NONE
                : configuration
                        .channels()
                        .first()
                        .filter(channel -> channel.auth() != AuthStyle.FORWARD)
                        .map(TierModels::of)
                        .orElse(NONE);
    }

    static TierModels of(Channel channel) {
        Map<ModelTier, String> names = new EnumMap<>(ModelTier.class);
        List<String> served = new ArrayList<>();
        for (ModelTier tier : ModelTier.values()) {
            tier.servedBy(channel).ifPresent(model -> {
                names.put(tier, tier.gatewayName());
                served.add(model);
            });
        }
        return told(names, Optional.empty(), channel, served);
    }

    /// One model for all tiers, whoever serves it.
    public static TierModels all(String model, Configuration configuration) {
        Map<ModelTier, String> names = new EnumMap<>(ModelTier.class);
        for (ModelTier tier : ModelTier.values()) {
            names.put(tier, model);
        }
        return configuration
                .channels()
                .first()
                .map(channel -> told(
                        names,
                        Optional.of(model),
                        channel,
                        List.of(channel.models().resolve(model).name())))
                .orElseGet(() -> new TierModels(names, Optional.of(model), OptionalLong.empty(), Optional.empty()));
    }

    private static TierModels told(
            Map<ModelTier, String> names, Optional<String> forced, Channel channel, List<String> served) {
        Optional<Unknown> unknown = served.stream()
                .filter(model -> ContextWindow.of(channel, model).isEmpty())
                .findFirst()
                .map(model -> new Unknown(model, channel.id().value()));
        OptionalLong least = served.stream()
                .mapToLong(model -> ContextWindow.of(channel, model).orElse(Long.MAX_VALUE))
                .min();
        return new TierModels(names, forced, unknown.isPresent() ? OptionalLong.empty() : least, unknown);
    }

    /// What is written of it, in that order.
    ///
    /// @param preferred the model that the user chose, blank where they did not
    Map<String, String> variables(String preferred) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (ModelTier tier : ModelTier.values()) {
            if (names.containsKey(tier)) {
                variables.put(variable(tier), names.getOrDefault(tier, ""));
            }
        }
        boolean narrow = window.isPresent() && window.getAsLong() < ASSUMED;
        forced.or(() -> narrow ? main(preferred) : Optional.empty())
                .ifPresent(model -> variables.put(VariableNames.MODEL, model));
        window.ifPresent(tokens -> variables.put(VariableNames.WINDOW, Long.toString(tokens)));
        return variables;
    }

    /// The name with which a session begins: that of the tier that the user chose, else the first tier's; a smaller
    /// model is never chosen for the user.
    private Optional<String> main(String preferred) {
        String chosen = preferred.toLowerCase(Locale.ROOT);
        if (MODES.stream().anyMatch(chosen::contains)) {
            return Optional.empty();
        }
        Optional<ModelTier> tier = List.of(ModelTier.values()).stream()
                .filter(each -> chosen.contains(each.word()))
                .findFirst();
        return Optional.ofNullable(names.get(tier.orElse(ModelTier.OPUS)));
    }

    /// The variable that names a tier's model.
    static String variable(ModelTier tier) {
        return "ANTHROPIC_DEFAULT_" + tier.name() + "_MODEL";
    }
}
