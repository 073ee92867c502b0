package dev.turnpike.app.inspector;

import dev.turnpike.gateway.anthropic.MessagesRequest;
import dev.turnpike.gateway.traffic.RecordedExchange;
import dev.turnpike.gateway.traffic.ReplyBlock;
import java.util.List;
import java.util.Optional;

/// What the detail shows: an exchange as far as it has come, and its request, decoded.
///
/// @param request the same object for every later state of the exchange
/// @param blocks the answer put together
record Detail(RecordedExchange exchange, Optional<MessagesRequest> request, List<ReplyBlock> blocks) {
    Detail {
        blocks = List.copyOf(blocks);
    }

    /// Decodes what is shown, which may take time.
    ///
    /// @param known an earlier state of the same exchange
    static Detail of(RecordedExchange exchange, Optional<Detail> known) {
        Optional<MessagesRequest> request =
                known.map(Detail::request).filter(Optional::isPresent).orElseGet(exchange::request);
        return new Detail(exchange, request, exchange.blocks());
    }
}
