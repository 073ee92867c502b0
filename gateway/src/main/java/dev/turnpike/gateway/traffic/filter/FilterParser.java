package dev.turnpike.gateway.traffic.filter;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// Reads filters as people write them.
///
/// A filter is words with space between them, all of which must hold; `-` before one negates it. A word is free
/// (`overloaded`, `"fix the test"`), a [Flag] (`pinned`), or a [FilterKey] with one value or several
/// (`status:429,529`, `tokens:>10k`, `project:"my shop"`). Quotation marks make anything free words, and are written
/// twice inside of themselves.
public final class FilterParser {
    /// Longer ones are a mistake, such as a pasted file.
    private static final int MOST_VALUES = 100;

    private static final int LONGEST_VALUE = 1_000;

    private FilterParser() {}

    /// Reads a filter; an empty one wants everything.
    ///
    /// @param clock for ages and times of day
    /// @param zone of the one who wrote it
    /// @throws InvalidFilter with what is wrong, where, and what to do
    public static TrafficFilter parse(String text, InstantSource clock, ZoneId zone) {
        List<Piece> pieces = Pieces.of(text);
        checkSize(pieces, text);
        TermReader reader = new TermReader(text, clock, zone);
        List<Term> terms = new ArrayList<>();
        for (Piece piece : pieces) {
            terms.add(reader.term(piece));
        }
        return new TrafficFilter(terms);
    }

    private static void checkSize(List<Piece> pieces, String text) {
        int values = 0;
        for (Piece piece : pieces) {
            for (Piece.Value value : piece.values()) {
                if (++values > MOST_VALUES) {
                    int rest = text.length() - value.start();
                    throw new InvalidFilter(
                            "A filter has no more than " + MOST_VALUES + " words",
                            "Leave some out.",
                            value.start(),
                            rest,
                            false);
                }
                if (value.text().length() > LONGEST_VALUE) {
                    throw new InvalidFilter(
                            "No word of a filter is longer than " + LONGEST_VALUE + " characters",
                            "Look for a part of it.",
                            value.start(),
                            value.end() - value.start(),
                            false);
                }
            }
        }
    }
}
