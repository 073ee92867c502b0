package dev.turnpike.gateway.sse;

/// An event that grew over its limit before it ended.
public final class EventTooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EventTooLarge(int limit) {
        super("an event of the stream is larger than " + limit + " bytes");
    }
}
