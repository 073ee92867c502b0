package dev.turnpike.gateway.exchange;

/// The client left while something was written to it.
public final class ClientGone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ClientGone() {
        super("the client has left", null, false, false);
    }
}
