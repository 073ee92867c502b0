package dev.turnpike.gateway.routing;

import dev.turnpike.gateway.channel.ModelRule;
import java.util.Optional;

/// Why a leg is on a route.
///
/// @param channelName the channel's name for people
/// @param rule the rule that chose the model; empty when the asked name stayed
public record RouteReason(Choice choice, String channelName, Optional<ModelRule> rule) {
    /// What chose the channel.
    public sealed interface Choice {
        /// The asked name is an alias.
        record ByAlias() implements Choice {}

        /// The path names the channel.
        record ByPin() implements Choice {}

        /// It is the first that searches the web, and the one whose turn it was does not.
        record ForWebSearch() implements Choice {}

        /// Its place among the channels that could serve the request, from 1.
        record InOrder(int place, int of) implements Choice {}
    }

    /// The reason for people: ``first of 2, rule `sonnet` of channel DeepSeek``.
    public String sentence() {
        return switch (choice) {
            case Choice.ByAlias ignored -> "named by alias, channel " + channelName;
            case Choice.ByPin ignored -> "pinned by path, " + model();
            case Choice.ForWebSearch ignored -> "the first that searches the web, " + model();
            case Choice.InOrder order -> words(order) + ", " + model();
        };
    }

    private String model() {
        return rule.map(r -> words(r) + " of channel " + channelName)
                .orElse("model name unchanged for channel " + channelName);
    }

    private static String words(Choice.InOrder order) {
        if (order.of() == 1) {
            return "the only channel";
        }
        return order.place() == 1 ? "first of " + order.of() : "number " + order.place() + " of " + order.of();
    }

    private static String words(ModelRule rule) {
        return switch (rule.reach()) {
            case FORCED -> "forced model";
            case NO_NAME -> "default model";
            case WHOLE, PART, REST -> "rule `" + rule.pattern() + "`";
        };
    }
}
