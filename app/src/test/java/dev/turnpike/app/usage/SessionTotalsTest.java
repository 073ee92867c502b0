package dev.turnpike.app.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.usage.SessionTotals.Totals;
import dev.turnpike.gateway.anthropic.TokenUsage;
import dev.turnpike.gateway.exchange.ExchangeId;
import dev.turnpike.gateway.exchange.ExchangeKind;
import dev.turnpike.gateway.exchange.Moment;
import dev.turnpike.gateway.http.Headers;
import org.junit.jupiter.api.Test;

class SessionTotalsTest {
    private final SessionTotals totals = new SessionTotals();

    private void arrived(String id, ExchangeKind kind) {
        totals.on(new Moment.Arrived(new ExchangeId(id), 0, kind, 0, "/v1/messages", Headers.empty(), new byte[0]));
    }

    private void finished(String id) {
        totals.on(new Moment.Finished(new ExchangeId(id), 1, 200, new TokenUsage(10, 5, 100, 1_000), "end_turn"));
    }

    @Test
    void countsAnsweredRequestsWithAllTheirTokens() {
        arrived("a", ExchangeKind.MESSAGES);
        arrived("b", ExchangeKind.MESSAGES);
        assertThat(totals.totals()).isEqualTo(new Totals(0, 0, 0));
        finished("a");
        finished("b");
        finished("b");
        assertThat(totals.totals()).isEqualTo(new Totals(2, 2_220, 10));
    }

    @Test
    void forgetsTheOldestWhoseEndWasNotTold() {
        for (int i = 0; i < 5_000; i++) {
            arrived("x" + i, ExchangeKind.MESSAGES);
        }
        assertThat(totals.running()).isEqualTo(4_000);
        finished("x0");
        finished("x4999");
        assertThat(totals.totals().requests()).isEqualTo(1);
    }

    @Test
    void countsNeitherCountingNorFailures() {
        arrived("a", ExchangeKind.COUNT_TOKENS);
        finished("a");
        arrived("b", ExchangeKind.MESSAGES);
        totals.on(new Moment.Abandoned(new ExchangeId("b"), 1));
        finished("b");
        assertThat(totals.totals()).isEqualTo(new Totals(0, 0, 0));
    }
}
