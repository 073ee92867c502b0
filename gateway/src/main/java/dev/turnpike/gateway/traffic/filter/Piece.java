package dev.turnpike.gateway.traffic.filter;

import java.util.List;

/// One word of a filter as it stands in its text, understood or not. Places are offsets in that text.
///
/// @param end behind the last character
/// @param negated a `-` stands before it, at `start`
/// @param key what stands before the colon; empty for free words
/// @param values behind the colon, one at least, which may be empty; the words themselves, where there is no key
record Piece(int start, int end, boolean negated, String key, List<Value> values) {
    /// @param text without quotation marks
    /// @param quoted it begins with a quotation mark
    /// @param closed it does not lack the other one
    record Value(int start, int end, String text, boolean quoted, boolean closed) {}

    boolean isFree() {
        return key.isEmpty();
    }

    /// Behind the `-`.
    int bodyStart() {
        return negated ? start + 1 : start;
    }

    Value first() {
        return values.getFirst();
    }
}
