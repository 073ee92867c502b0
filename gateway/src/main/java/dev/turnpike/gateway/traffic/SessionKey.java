package dev.turnpike.gateway.traffic;

/// What exchanges of one session have in common.
///
/// @param id the agent's name for its session; empty for a client that names none
/// @param client the name of the program, as far as it tells
public record SessionKey(String id, String client) {
    private static final int SHORT = 4;

    /// A request that was recorded is sent again.
    public boolean isResend() {
        return client.equals(Client.RESENDER);
    }

    /// Enough of the id to tell two sessions apart.
    public String shortId() {
        return id.length() <= SHORT ? id : id.substring(0, SHORT);
    }
}
