package dev.turnpike.gateway.routing;

import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.channel.ChannelBook;
import dev.turnpike.gateway.channel.ChannelId;
import dev.turnpike.gateway.channel.ModelMap;
import dev.turnpike.gateway.channel.ModelTier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The models of all channels in use, each id once.
///
/// First the tiers for which the channel that is asked first has models of its own, then the ids as the upstreams know
/// them, in the order of the channels, then an alias for each: the same model with its channel, by a name that clients
/// accept that know only `claude` names.
public record ModelCatalog(List<ModelCard> cards) {
    public ModelCatalog {
        cards = List.copyOf(cards);
    }

    /// The catalog of a book.
    ///
    /// @param listed what each upstream said that it has, as far as it was asked already
    public static ModelCatalog of(ChannelBook book, Map<ChannelId, List<String>> listed) {
        Map<String, ModelCard> plain = new LinkedHashMap<>();
        List<ModelCard> aliases = new ArrayList<>();
        for (Channel channel : book.channels()) {
            if (!channel.enabled()) {
                continue;
            }
            boolean complete = channel.models().listsWholeNames();
            for (String id : ids(channel, complete ? List.of() : listed.getOrDefault(channel.id(), List.of()))) {
                plain.putIfAbsent(id, new ModelCard(id, id));
                // a map of whole names says itself what clients shall see
                if (!complete) {
                    String alias = new ModelAlias(channel.id().value(), id).name();
                    aliases.add(new ModelCard(alias, id + " (" + channel.name() + ")"));
                }
            }
        }
        List<ModelCard> cards = new ArrayList<>(tiers(book));
        cards.addAll(plain.values());
        cards.addAll(aliases);
        return new ModelCatalog(cards);
    }

    /// The card of an id, with or without `[1m]`.
    public Optional<ModelCard> find(String id) {
        String bare = ModelMap.bareName(id);
        return cards.stream().filter(c -> c.id().equals(bare)).findFirst();
    }

    private static List<ModelCard> tiers(ChannelBook book) {
        return book.first()
                .filter(channel -> !channel.models().listsWholeNames())
                .map(channel -> Arrays.stream(ModelTier.values())
                        .flatMap(tier -> tier.servedBy(channel).map(served -> card(tier, served)).stream())
                        .toList())
                .orElse(List.of());
    }

    private static ModelCard card(ModelTier tier, String served) {
        String word = tier.word();
        String title = word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
        return new ModelCard(tier.gatewayName(), title + " → " + served);
    }

    private static Set<String> ids(Channel channel, List<String> listed) {
        Set<String> ids = new LinkedHashSet<>(channel.models().shownNames());
        listed.stream().filter(id -> channel.allows(id, id)).forEach(ids::add);
        return ids;
    }
}
