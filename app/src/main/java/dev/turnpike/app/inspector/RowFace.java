package dev.turnpike.app.inspector;

import dev.turnpike.app.look.Mark;
import dev.turnpike.gateway.traffic.ExchangeSummary;

/// What the row of an exchange shows, in words; made once for all the cells that come to show it.
record RowFace(
        Mark mark,
        boolean live,
        boolean inner,
        String time,
        String what,
        String asked,
        String served,
        String in,
        String out,
        String first,
        String sentence) {

    static RowFace of(ExchangeSummary summary) {
        boolean live = !summary.state().isEnd();
        return new RowFace(
                RowMarks.of(summary),
                live,
                summary.kind().isSubAgent(),
                Figures.clock(summary.epochMillis()),
                RowWords.what(summary),
                ModelNames.asked(summary.askedModel()),
                ModelNames.served(summary.servedModel(), summary.channel()),
                tokens(summary.tokensIn(), live),
                tokens(summary.tokensOut(), live),
                summary.firstToken().map(Figures::seconds).orElse(live ? "…" : "–"),
                RowWords.sentence(summary));
    }

    private static String tokens(long tokens, boolean live) {
        if (tokens > 0) {
            return Figures.tokens(tokens);
        }
        return live ? "…" : "–";
    }
}
