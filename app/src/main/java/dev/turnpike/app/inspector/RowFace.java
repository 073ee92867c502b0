package dev.turnpike.app.inspector;

import dev.turnpike.app.look.Mark;
import dev.turnpike.app.text.Figures;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.traffic.ExchangeSummary;
import java.util.OptionalLong;

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
        String speed,
        boolean pinned,
        String sentence) {

    private static final long IN_SHORT = 100_000;
    private static final long OUT_SHORT = 10_000;

    static RowFace of(ExchangeSummary summary, boolean pinned) {
        boolean live = !summary.state().isEnd();
        return new RowFace(
                RowMarks.of(summary),
                live,
                summary.kind().isSubAgent(),
                Figures.clock(summary.epochMillis()),
                RowWords.what(summary),
                ModelNames.asked(summary.askedModel()),
                ModelNames.served(summary.servedModel(), summary.channel()),
                tokens(summary.tokensIn(), live, IN_SHORT),
                tokens(summary.tokensOut(), live, OUT_SHORT),
                summary.firstToken().map(Figures::seconds).orElse(live ? "…" : "–"),
                speed(summary, live),
                pinned,
                pinned ? Text.of("traffic.row.pinned", RowWords.sentence(summary)) : RowWords.sentence(summary));
    }

    private static String speed(ExchangeSummary summary, boolean live) {
        OptionalLong speed = RowWords.speed(summary);
        return speed.isPresent() ? Figures.brief(speed.getAsLong()) : live ? "…" : "–";
    }

    /// @param longest from here on the column has room for the short form alone
    private static String tokens(long tokens, boolean live, long longest) {
        if (tokens > 0) {
            return tokens < longest ? Figures.tokens(tokens) : Figures.brief(tokens);
        }
        return live ? "…" : "–";
    }
}
