package dev.turnpike.gateway.translation;

/// Watches JSON text that comes in pieces for the end of the object that it begins with.
final class ObjectEnd {
    private int depth;
    private boolean begun;
    private boolean reached;
    private boolean inString;
    private boolean escaped;

    /// Takes the next piece.
    ///
    /// @return how much of it belongs to the object: all, unless the object ends in it or ended before
    int accept(String piece) {
        for (int i = 0; i < piece.length(); i++) {
            if (reached) {
                return i;
            }
            take(piece.charAt(i));
        }
        return piece.length();
    }

    boolean begun() {
        return begun;
    }

    boolean reached() {
        return reached;
    }

    private void take(char c) {
        begun |= !Character.isWhitespace(c);
        if (inString) {
            if (escaped) {
                escaped = false;
            } else if (c == '\\') {
                escaped = true;
            } else if (c == '"') {
                inString = false;
            }
            return;
        }
        switch (c) {
            case '"' -> inString = true;
            case '{', '[' -> depth++;
            case '}', ']' -> {
                depth--;
                reached = depth == 0;
            }
            default -> {}
        }
    }
}
