package dev.turnpike.app.agent;

import java.nio.file.AccessDeniedException;

/// An edit of somebody's file that was not made; the message is one line for the user.
public final class EditRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EditRefused(String message) {
        super(message);
    }

    public EditRefused(String message, Throwable cause) {
        super(message, cause);
    }

    /// Why a file could not be changed, in a few words.
    static String reason(Exception e) {
        String kind = e instanceof AccessDeniedException ? "permission denied: " : "";
        return kind + String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
