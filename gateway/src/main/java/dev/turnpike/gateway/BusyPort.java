package dev.turnpike.gateway;

/// The gateway cannot listen because another process does. The message says who, where that can be known, and what to
/// do.
public final class BusyPort extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BusyPort(String message) {
        super(message);
    }
}
