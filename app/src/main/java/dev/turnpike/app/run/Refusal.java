package dev.turnpike.app.run;

/// Something cannot be done, for a reason that the user can change. The message is one line for them.
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    public Refusal(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    public Refusal(int exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /// What the process ends with.
    public int exitCode() {
        return exitCode;
    }
}
