package dev.turnpike.gateway.json;

import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/// Bytes that are not JSON; the message says what was met, and where where that is known.
public final class InvalidJson extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String what;
    private final int line;
    private final int column;

    InvalidJson(String message) {
        super(message);
        this.what = message;
        this.line = 0;
        this.column = 0;
    }

    InvalidJson(String what, int line, int column) {
        super(what + " at line " + line + ", column " + column);
        this.what = what;
        this.line = line;
        this.column = column;
    }

    static InvalidJson from(JacksonException cause) {
        // the parser adds where the object began, in words that are for its own developers
        String words = cause.getOriginalMessage().replaceFirst(" \\(start marker at .*", "");
        TokenStreamLocation where = cause.getLocation();
        if (where == null || where.getLineNr() < 1) {
            return new InvalidJson(words);
        }
        return new InvalidJson(words, where.getLineNr(), where.getColumnNr());
    }

    /// What was met, without the place.
    public String what() {
        return what;
    }

    /// The line, counted from 1; 0 where it is not known.
    public int line() {
        return line;
    }

    /// The column, counted from 1; 0 where it is not known.
    public int column() {
        return column;
    }
}
