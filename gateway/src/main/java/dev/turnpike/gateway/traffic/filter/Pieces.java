package dev.turnpike.gateway.traffic.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts the text of a filter into its words. Every text has some way to be cut.
final class Pieces {
    private static final char QUOTE = '"';
    private static final Pattern KEY = Pattern.compile("([A-Za-z][A-Za-z-]*):");

    private final String text;
    private int at;

    private Pieces(String text) {
        this.text = text;
    }

    static List<Piece> of(String text) {
        Pieces pieces = new Pieces(text);
        List<Piece> cut = new ArrayList<>();
        pieces.skipSpace();
        while (pieces.at < text.length()) {
            cut.add(pieces.piece());
            pieces.skipSpace();
        }
        return cut;
    }

    /// Separates words, where no quotation marks are around it.
    static boolean isSpace(char letter) {
        return Character.isWhitespace(letter) || Character.isSpaceChar(letter) || Character.isISOControl(letter);
    }

    private void skipSpace() {
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
    }

    private Piece piece() {
        int start = at;
        boolean negated = negates();
        if (negated) {
            at++;
        }
        String key = key();
        List<Piece.Value> values = new ArrayList<>();
        if (key.isEmpty()) {
            values.add(isAt(QUOTE) ? phrase() : bare(false));
        } else {
            at += key.length();
            do {
                at++;
                values.add(isAt(QUOTE) ? phrase() : bare(true));
            } while (isAt(','));
        }
        return new Piece(start, at, negated, key, List.copyOf(values));
    }

    /// `--force` and `->` are words.
    private boolean negates() {
        return isAt('-')
                && at + 1 < text.length()
                && !isSpace(text.charAt(at + 1))
                && text.charAt(at + 1) != '-'
                && text.charAt(at + 1) != '>';
    }

    /// The name before the colon; empty where the word has none, or a colon that means something else.
    private String key() {
        Matcher found = KEY.matcher(text).region(at, text.length());
        if (!found.lookingAt()) {
            return "";
        }
        String name = found.group(1);
        int behind = found.end();
        // std::vector
        if (text.startsWith(":", behind)) {
            return "";
        }
        if (FilterKey.of(name).isPresent()) {
            return name;
        }
        boolean ends = behind == text.length() || isSpace(text.charAt(behind));
        boolean address = text.startsWith("//", behind);
        boolean drive = name.length() == 1 && (text.startsWith("\\", behind) || text.startsWith("/", behind));
        return ends || address || drive ? "" : name;
    }

    private boolean isAt(char letter) {
        return at < text.length() && text.charAt(at) == letter;
    }

    /// A quotation mark in a phrase is written twice.
    private Piece.Value phrase() {
        int start = at++;
        StringBuilder words = new StringBuilder();
        while (at < text.length()) {
            char letter = text.charAt(at++);
            if (letter == QUOTE) {
                if (!isAt(QUOTE)) {
                    return new Piece.Value(start, at, words.toString(), true, true);
                }
                at++;
            }
            words.append(letter);
        }
        return new Piece.Value(start, at, words.toString(), true, false);
    }

    private Piece.Value bare(boolean inList) {
        int start = at;
        while (at < text.length() && !isSpace(text.charAt(at)) && !(inList && isAt(','))) {
            at++;
        }
        return new Piece.Value(start, at, text.substring(start, at), false, true);
    }
}
