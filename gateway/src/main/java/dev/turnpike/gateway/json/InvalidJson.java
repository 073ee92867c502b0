package dev.turnpike.gateway.json;

import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/// Bytes that are not JSON; the message says what was met, and where where that is known.
public final class InvalidJson extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidJson(String message) {
        super(message);
    }

    static InvalidJson from(JacksonException cause) {
        // the parser adds where the object began, in words that are for its own developers
        String words = cause.getOriginalMessage().replaceFirst(" \\(start marker at .*", "");
        TokenStreamLocation where = cause.getLocation();
        if (where == null || where.getLineNr() < 1) {
            return new InvalidJson(words);
        }
        return new InvalidJson(words + " at line " + where.getLineNr() + ", column " + where.getColumnNr());
    }
}
