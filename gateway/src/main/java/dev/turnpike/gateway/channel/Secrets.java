package dev.turnpike.gateway.channel;

import java.net.URI;

/// How a secret is shown to people.
public final class Secrets {
    private Secrets() {}

    /// `sk-••••4f2a`: a known prefix and the last four characters of a long secret, dots alone for a short one.
    public static String masked(String secret) {
        if (secret.length() < 16) {
            return "••••";
        }
        int dash = secret.indexOf('-');
        String head = dash > 0 && dash <= 6 && isWord(secret, dash) ? secret.substring(0, dash + 1) : "";
        return head + "••••" + secret.substring(secret.length() - 4);
    }

    private static boolean isWord(String text, int end) {
        for (int i = 0; i < end; i++) {
            if (Character.toLowerCase(text.charAt(i)) < 'a' || Character.toLowerCase(text.charAt(i)) > 'z') {
                return false;
            }
        }
        return true;
    }

    /// A URL without what may be secret in it: user, password, query.
    public static String shown(URI uri) {
        String text = uri.toString();
        int query = text.indexOf('?');
        String plain = query < 0 ? text : text.substring(0, query) + "?…";
        String user = uri.getRawUserInfo();
        return user == null ? plain : plain.replace(user + "@", "••••@");
    }
}
