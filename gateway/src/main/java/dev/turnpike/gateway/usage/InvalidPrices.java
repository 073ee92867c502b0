package dev.turnpike.gateway.usage;

/// A price list that cannot be used. The message is one line: the file, the place in it, and what is wrong.
public final class InvalidPrices extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidPrices(String message) {
        super(message);
    }
}
