package dev.turnpike.gateway.server;

import dev.turnpike.gateway.http.Headers;
import java.util.Locale;
import java.util.regex.Pattern;

/// Which names a request may call the gateway by. Bound to loopback it answers to loopback names alone, so that a web
/// page whose name was made to point here gets nowhere.
record HostRule(boolean loopback) {
    private static final Pattern IPV4_LOOPBACK = Pattern.compile("127(\\.\\d{1,3}){3}");

    private static final Pattern PORT = Pattern.compile(":\\d{1,5}");

    boolean admits(Headers headers) {
        return !loopback || headers.first("host").map(HostRule::isLoopback).orElse(true);
    }

    /// @param host with or without a port, as in a `Host` field
    static boolean isLoopback(String host) {
        String name = host.strip().toLowerCase(Locale.ROOT);
        if (name.startsWith("[")) {
            int end = name.indexOf(']');
            return end > 0 && isIpv6Loopback(name.substring(1, end)) && isPort(name.substring(end + 1));
        }
        int colon = name.lastIndexOf(':');
        String bare = colon >= 0 ? name.substring(0, colon) : name;
        return isPort(colon >= 0 ? name.substring(colon) : "")
                && (bare.equals("localhost")
                        || bare.endsWith(".localhost")
                        || IPV4_LOOPBACK.matcher(bare).matches());
    }

    private static boolean isIpv6Loopback(String address) {
        return address.equals("::1") || address.equals("0:0:0:0:0:0:0:1") || address.startsWith("::ffff:127.");
    }

    private static boolean isPort(String suffix) {
        return suffix.isEmpty() || PORT.matcher(suffix).matches();
    }
}
