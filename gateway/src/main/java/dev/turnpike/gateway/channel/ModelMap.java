package dev.turnpike.gateway.channel;

import static java.util.Comparator.comparing;

import dev.turnpike.gateway.channel.ModelRule.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Asked name to served name. A key is a substring of the asked name; the longest key wins, `*` is last.
///
/// In environment mode the keys are whole names, and a model can be forced or be there for requests that name none.
///
/// @param rules in the order in which they are tried, whatever order they were given in
public record ModelMap(List<ModelRule> rules) {
    public static final ModelMap UNCHANGED = new ModelMap(List.of());

    private static final String LONG_CONTEXT = "[1m]";

    public ModelMap {
        // a stable sort: keys of one length stay in the order of the file
        rules = rules.stream()
                .sorted(comparing(ModelRule::reach)
                        .thenComparingInt(
                                r -> r.reach() == Reach.PART ? -r.pattern().length() : 0))
                .toList();
    }

    /// The map that `turnpike.json` means: substrings and `*`.
    public static ModelMap of(Map<String, String> servedByPart) {
        return new ModelMap(servedByPart.entrySet().stream()
                .map(e -> new ModelRule(e.getKey(), e.getValue()))
                .toList());
    }

    /// The map of environment mode: whole names.
    ///
    /// @param fallback serves requests that name no model
    /// @param forced the fallback serves every request
    public static ModelMap ofWholeNames(Map<String, String> servedByName, Optional<String> fallback, boolean forced) {
        List<ModelRule> rules = new ArrayList<>();
        servedByName.forEach((name, served) -> rules.add(new ModelRule(name, served, Reach.WHOLE)));
        fallback.ifPresent(served -> rules.add(
                forced ? new ModelRule("*", served, Reach.FORCED) : new ModelRule("", served, Reach.NO_NAME)));
        return new ModelMap(rules);
    }

    /// The asked name without the `[1m]` that asks Claude Code for a long context; no upstream knows such a name.
    public static String bareName(String asked) {
        String bare = asked.strip();
        while (bare.regionMatches(
                true, bare.length() - LONG_CONTEXT.length(), LONG_CONTEXT, 0, LONG_CONTEXT.length())) {
            bare = bare.substring(0, bare.length() - LONG_CONTEXT.length()).strip();
        }
        return bare;
    }

    /// Which model serves a request.
    ///
    /// The gateway's name for a tier means the vendor's model of it, unless a rule is for the gateway's name.
    ///
    /// @param asked empty when the request names no model
    public ServedModel resolve(String asked) {
        String bare = bareName(asked);
        Optional<ModelTier> tier = ModelTier.named(bare);
        // a part that fits by chance would beat a longer one that is for the vendor's name
        Optional<ModelRule> rule = rule(asked, bare, tier.isPresent() ? ModelTier::isMeantBy : _ -> true);
        if (tier.isPresent() && rule.isEmpty()) {
            return resolve(tier.get().vendorName());
        }
        return new ServedModel(rule.map(r -> bareName(r.served())).orElse(bare), rule);
    }

    private Optional<ModelRule> rule(String asked, String bare, Predicate<ModelRule> counts) {
        return rules.stream()
                .filter(rule -> rule.matches(asked, bare))
                .filter(counts)
                .findFirst();
    }

    /// Whether it says by itself which names a client may ask for, as the map of environment mode does.
    public boolean listsWholeNames() {
        return rules.stream().anyMatch(r -> r.reach() != Reach.PART && r.reach() != Reach.REST);
    }

    /// The names to show to a client, each once: whole asked names first, then the served names of the other rules.
    public List<String> shownNames() {
        Stream<String> asked =
                rules.stream().filter(r -> r.reach() == Reach.WHOLE).map(ModelRule::pattern);
        Stream<String> served =
                rules.stream().filter(r -> r.reach() != Reach.WHOLE).map(r -> bareName(r.served()));
        return Stream.concat(asked, served).distinct().toList();
    }
}
