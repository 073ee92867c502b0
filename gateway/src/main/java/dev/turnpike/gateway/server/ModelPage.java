package dev.turnpike.gateway.server;

import dev.turnpike.gateway.anthropic.MalformedRequest;
import dev.turnpike.gateway.routing.ModelCard;
import java.util.List;
import java.util.Optional;

/// A part of the models.
///
/// @param hasMore there are others, in the direction that was asked for
record ModelPage(List<ModelCard> cards, boolean hasMore) {
    private static final int MOST = 1000;

    /// The part that a client asks for as of the Messages API; as much as one page holds where it does not say.
    ///
    /// @throws MalformedRequest when a limit is no number of that size, or an id is not among the models
    static ModelPage of(
            List<ModelCard> all, Optional<String> limit, Optional<String> afterId, Optional<String> beforeId) {
        int size = limit.map(ModelPage::size).orElse(MOST);
        if (beforeId.isPresent()) {
            int end = place(all, "before_id", beforeId.get());
            int start = Math.max(0, end - size);
            return new ModelPage(all.subList(start, end), start > 0);
        }
        int start = afterId.map(id -> place(all, "after_id", id) + 1).orElse(0);
        int end = Math.min(all.size(), start + size);
        return new ModelPage(all.subList(start, end), end < all.size());
    }

    private static int size(String limit) {
        if (!limit.matches("0*[1-9][0-9]{0,2}|0*1000")) {
            throw new MalformedRequest("limit: must be a whole number from 1 to " + MOST);
        }
        return Integer.parseInt(limit);
    }

    private static int place(List<ModelCard> all, String name, String id) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id().equals(id)) {
                return i;
            }
        }
        throw new MalformedRequest(name + ": there is no model " + id);
    }
}
