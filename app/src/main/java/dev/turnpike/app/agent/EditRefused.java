package dev.turnpike.app.agent;

/// An edit of somebody's file that was not made; the message is one line for the user.
public final class EditRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EditRefused(String message) {
        super(message);
    }

    public EditRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
