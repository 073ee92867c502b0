package dev.turnpike.app.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A line of text in pieces, of which some are what is searched for.
record MarkedText(List<Piece> pieces) {
    /// So much stands before the first one at most, or it would lie out of sight.
    private static final int BEFORE = 30;

    MarkedText {
        pieces = List.copyOf(pieces);
    }

    /// A piece of the line.
    record Piece(String text, boolean found) {}

    /// @param wanted null where nothing is searched for
    /// @param cut a long beginning is cut, so that the first one is in sight
    static MarkedText of(String text, @Nullable Pattern wanted, boolean cut) {
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        if (wanted != null) {
            Matcher matcher = wanted.matcher(text);
            while (matcher.find()) {
                if (matcher.start() > from) {
                    pieces.add(before(text.substring(from, matcher.start()), cut && pieces.isEmpty()));
                }
                pieces.add(new Piece(matcher.group(), true));
                from = matcher.end();
            }
        }
        if (from < text.length()) {
            pieces.add(new Piece(text.substring(from), false));
        }
        return new MarkedText(pieces);
    }

    private static Piece before(String text, boolean first) {
        boolean shortened = first && text.length() > BEFORE;
        return new Piece(shortened ? "…" + text.substring(text.length() - BEFORE) : text, false);
    }

    boolean isMarked() {
        return pieces.stream().anyMatch(Piece::found);
    }
}
