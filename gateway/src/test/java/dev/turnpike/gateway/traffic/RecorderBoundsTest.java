package dev.turnpike.gateway.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.exchange.ExchangeId;
import dev.turnpike.gateway.exchange.Moment;
import dev.turnpike.gateway.usage.PriceList;
import dev.turnpike.testing.ClaudeRequest;
import dev.turnpike.testing.ScriptedExchange;
import org.junit.jupiter.api.Test;

/// What is let go when there is too much to keep.
class RecorderBoundsTest {
    private final Recorder recorder = new Recorder(3, 1 << 20);
    private final TrafficFeed feed = recorder.feed();

    @Test
    void keepsTheLastExchangesOnly() {
        for (int i = 1; i <= 5; i++) {
            asks("x" + i).sent("up", "m", "r").begun(1).finished(1, 1);
        }

        assertThat(feed.since(Cursor.START).changed())
                .extracting(ExchangeSummary::number)
                .containsExactly(3, 4, 5);
        assertThat(feed.detail(new ExchangeId("x1"))).isEmpty();
    }

    @Test
    void letsTheOldestBodiesGoFirst() {
        Recorder small = new Recorder(100, 250_000);
        for (int i = 1; i <= 4; i++) {
            ClaudeRequest request = ClaudeRequest.main("m", "s", "/p").user("x".repeat(80_000));
            new ScriptedExchange(small, "x" + i)
                    .arrived(request)
                    .sent("up", "served", "r")
                    .begun(1)
                    .text(0)
                    .says(0, "said")
                    .closed(0)
                    .finished(1, 1);
        }

        RecordedExchange first = small.feed().detail(new ExchangeId("x1")).orElseThrow();
        assertThat(first.body().keeping()).isEqualTo(Body.Keeping.LET_GO);
        assertThat(first.body().size()).isGreaterThan(80_000);
        assertThat(first.blocks()).isEmpty();
        assertThat(first.attempts().getFirst().sent().keeping()).isEqualTo(Body.Keeping.LET_GO);
        assertThat(first.summary().usage().output()).isEqualTo(1);
        RecordedExchange last = small.feed().detail(new ExchangeId("x4")).orElseThrow();
        assertThat(last.body().keeping()).isEqualTo(Body.Keeping.WHOLE);
        assertThat(last.blocks()).containsExactly(new ReplyBlock.Text("said", false));
        assertThat(last.request().orElseThrow().messages()).hasSize(1);
    }

    @Test
    void holdsNoMoreThanItsLimitWhateverComes() {
        Ledger ledger = new Ledger(1000, 100_000, () -> PriceList.NONE);
        for (int i = 0; i < 50; i++) {
            ScriptedExchange exchange = new ScriptedExchange(
                    moment -> {
                        if (moment instanceof Moment.Arrived arrived) {
                            ledger.add(
                                    arrived, RequestGlance.at(arrived, new SuccessiveRequests(), new Conversations()));
                        } else {
                            ledger.take(moment);
                        }
                        assertThat(ledger.heldBytes()).isBetween(0L, 100_000L);
                    },
                    "x" + i,
                    1);
            exchange.arrived(ClaudeRequest.main("m", "s", "/p").user("x".repeat(i * 3000)))
                    .sent("up", "m", "r")
                    .begun(1)
                    .text(0)
                    .says(0, "y".repeat(i * 1000));
            if (i % 3 == 0) {
                exchange.finished(1, 1);
            }
        }
    }

    @Test
    void letsAnAnswerWithoutEndGoAndGoesOnCounting() {
        Recorder small = new Recorder(100, 50_000);
        ScriptedExchange endless = new ScriptedExchange(small, "x1")
                .arrived(ClaudeRequest.main("m", "s", "/p").user("go"))
                .sent("up", "m", "r")
                .begun(1)
                .text(0);
        for (int i = 0; i < 100; i++) {
            endless.after(300).says(0, "y".repeat(1000));
        }

        RecordedExchange told = small.feed().detail(endless.id()).orElseThrow();
        assertThat(told.reply().keeping()).isEqualTo(Body.Keeping.LET_GO);
        assertThat(told.blocks()).isEmpty();
        assertThat(told.summary().usage().output()).isEqualTo(25_000);
    }

    @Test
    void lettingBodiesGoIsToldAsANewRevisionAlone() {
        Recorder small = new Recorder(100, 50_000);
        new ScriptedExchange(small, "x1")
                .arrived(ClaudeRequest.main("m", "s", "/p").user("a".repeat(40_000)))
                .abandoned();
        Cursor cursor = small.feed().since(Cursor.START).next();
        long revision = small.feed().revision(new ExchangeId("x1")).orElseThrow();
        new ScriptedExchange(small, "x2")
                .arrived(ClaudeRequest.main("m", "s", "/p").user("b".repeat(40_000)));

        assertThat(small.feed().revision(new ExchangeId("x1")).orElseThrow()).isGreaterThan(revision);
        assertThat(small.feed().since(cursor).changed())
                .extracting(summary -> summary.id().value())
                .containsExactly("x2");
    }

    private ScriptedExchange asks(String id) {
        ClaudeRequest request = ClaudeRequest.main("claude-opus-5-5", "4f2a-1", "/home/me/work/shop")
                .user("Fix the failing test");
        return new ScriptedExchange(recorder, id).arrived(request);
    }
}
