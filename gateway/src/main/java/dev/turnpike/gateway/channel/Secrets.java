package dev.turnpike.gateway.channel;

/// How a secret is shown to people.
public final class Secrets {
    private Secrets() {}

    /// `sk-••••4f2a`: a known prefix and the last four characters of a long secret, dots alone for a short one.
    public static String masked(String secret) {
        if (secret.length() < 16) {
            return "••••";
        }
        int dash = secret.indexOf('-');
        String head = dash > 0 && dash <= 6 ? secret.substring(0, dash + 1) : "";
        return head + "••••" + secret.substring(secret.length() - 4);
    }
}
