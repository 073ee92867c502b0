package dev.turnpike.gateway.channel;

import java.util.List;

/// Asked name to served name. A key is a substring of the asked name; the longest key wins, `*` is last.
public record ModelMap(List<ModelRule> rules) {
    public static final ModelMap UNCHANGED = new ModelMap(List.of());

    public ModelMap {
        rules = List.copyOf(rules);
    }
}
