package dev.turnpike.app.inspector;

import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.traffic.ExchangeSummary;
import dev.turnpike.gateway.traffic.RowKind;
import dev.turnpike.gateway.traffic.StoredSession;
import dev.turnpike.gateway.usage.Cost;
import dev.turnpike.gateway.usage.Money;

/// What the exchanges of a session come to. Counts of tokens are none of them.
///
/// @param requests with those that run
/// @param nanodollars of those whose price is known
/// @param unpriced how many are over and have no known price
/// @param planned how many a subscription pays for
record SessionTotals(long requests, long nanodollars, long unpriced, long planned) {
    static final SessionTotals NONE = new SessionTotals(0, 0, 0, 0);

    static SessionTotals of(StoredSession session) {
        return new SessionTotals(session.exchanges(), session.nanodollars(), session.unpriced(), session.planned());
    }

    SessionTotals with(ExchangeSummary summary) {
        if (summary.kind() == RowKind.COUNT_TOKENS) {
            return this;
        }
        return switch (summary.cost()) {
            case Cost.Known(var cost) -> new SessionTotals(requests + 1, nanodollars + cost, unpriced, planned);
            case Cost.Plan _ -> new SessionTotals(requests + 1, nanodollars, unpriced, planned + 1);
            case Cost.Unknown _ ->
                new SessionTotals(
                        requests + 1, nanodollars, unpriced + (summary.state().isEnd() ? 1 : 0), planned);
        };
    }

    /// `$0.41`, `$0.41 +` where not every price is known, `plan`, `—`; empty where nothing is over.
    String cost() {
        if (nanodollars > 0) {
            return Money.text(nanodollars) + (unpriced > 0 ? " +" : "");
        }
        if (planned > 0 && unpriced == 0) {
            return Text.of("traffic.session.plan");
        }
        return unpriced > 0 ? Text.of("traffic.session.unpriced") : "";
    }
}
