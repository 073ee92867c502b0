package dev.turnpike.gateway.configuration;

/// A value that cannot be used. The message is one line: the file or variable, the place in it, and what was expected.
public final class InvalidConfiguration extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidConfiguration(String message) {
        super(message);
    }
}
