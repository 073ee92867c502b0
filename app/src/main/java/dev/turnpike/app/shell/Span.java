package dev.turnpike.app.shell;

import java.util.ArrayList;
import java.util.List;

/// A part of a text.
///
/// @param to after its last character
record Span(int from, int to) {
    /// A piece of a text.
    ///
    /// @param marked whether it is in one of the spans
    record Piece(String text, boolean marked) {}

    /// The whole text in pieces, in and between the spans.
    ///
    /// @param spans in order, none over another
    static List<Piece> pieces(String text, List<Span> spans) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (Span span : spans) {
            if (span.from() > at) {
                pieces.add(new Piece(text.substring(at, span.from()), false));
            }
            pieces.add(new Piece(text.substring(span.from(), span.to()), true));
            at = span.to();
        }
        if (at < text.length()) {
            pieces.add(new Piece(text.substring(at), false));
        }
        return pieces;
    }
}
