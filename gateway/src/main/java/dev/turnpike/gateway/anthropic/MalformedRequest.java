package dev.turnpike.gateway.anthropic;

/// The body is not a Messages API request; the message says where and what was expected.
public final class MalformedRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MalformedRequest(String message) {
        super(message);
    }
}
