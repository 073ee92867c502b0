package dev.turnpike.gateway.configuration;

import java.util.Locale;
import java.util.regex.Pattern;

/// Whoever listens for other machines asks for a key.
final class ListenRule {
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(\\.[0-9]{1,3}){1,3}|\\[?(::1|0:0:0:0:0:0:0:1)]?");

    private ListenRule() {}

    /// Whether only this machine can reach a host; decided by the text alone, without asking a name server.
    static boolean isLoopback(String host) {
        return LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }

    /// @param place what the host is called where it was set: the file and `gateway.host`, a variable, or an option
    /// @param key what the key is called there
    /// @throws InvalidConfiguration when other machines could come in without a key
    static void check(GatewaySettings settings, String place, String key) {
        if (!isLoopback(settings.host()) && settings.accessKey().isEmpty()) {
            throw new InvalidConfiguration(place + ": expected a loopback address while " + key
                    + " is empty, found " + Found.text(settings.host()) + "; set " + key
                    + " to let other machines in");
        }
    }
}
