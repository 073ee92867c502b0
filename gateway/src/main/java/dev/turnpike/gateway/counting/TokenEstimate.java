package dev.turnpike.gateway.counting;

/// A guess where nothing is known: four bytes a token.
public final class TokenEstimate {
    static final int BYTES_A_TOKEN = 4;

    private TokenEstimate() {}

    /// @param bytes the length of a request's body
    public static long ofBytes(long bytes) {
        return Math.max(1, bytes / BYTES_A_TOKEN);
    }
}
