package dev.turnpike.gateway.upstream;

import dev.turnpike.gateway.http.Headers;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Which header fields pass from a client to an upstream and back.
public final class HeaderPolicy {
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "content-length");

    private static final Set<String> NOT_FORWARDED = Set.of(
            "host",
            "accept-encoding",
            "expect",
            "authorization",
            "x-api-key",
            "cookie",
            "forwarded",
            "origin",
            "referer");

    private static final Set<String> NOT_RELAYED = Set.of(
            "content-encoding", "set-cookie", "alt-svc", "date", "server", "strict-transport-security", "location");

    private static final Set<String> CREDENTIALS =
            Set.of("authorization", "x-api-key", "x-turnpike-key", "cookie", "proxy-authorization");

    private HeaderPolicy() {}

    /// What of a client's fields an upstream of the same dialect gets.
    public static Headers forwarded(Headers client) {
        Set<String> named = connectionNamed(client);
        return client.where(name -> !HOP_BY_HOP.contains(name)
                && !NOT_FORWARDED.contains(name)
                && !named.contains(name)
                && !name.startsWith("proxy-")
                && !name.startsWith("x-forwarded-")
                && !name.startsWith("sec-")
                && !name.startsWith("x-stainless-")
                && !name.startsWith("x-turnpike-"));
    }

    /// What of an upstream's fields the client gets.
    public static Headers relayed(Headers upstream) {
        Set<String> named = connectionNamed(upstream);
        return upstream.where(name -> !HOP_BY_HOP.contains(name)
                && !NOT_RELAYED.contains(name)
                && !named.contains(name)
                && !name.startsWith("proxy-")
                // who may read an answer in a browser is not the upstream's to say
                && !name.startsWith("access-control-")
                && !name.startsWith("x-turnpike-"));
    }

    /// What of an upstream's fields still holds when the body is a translated one: limits and names, nothing about the
    /// bytes.
    public static Headers relayedAroundTranslation(Headers upstream) {
        return upstream.where(name -> name.equals("retry-after")
                || name.equals("retry-after-ms")
                || name.equals("x-should-retry")
                || name.equals("x-request-id")
                || name.contains("ratelimit"));
    }

    /// The fields without those that carry credentials.
    public static Headers withoutCredentials(Headers headers) {
        return headers.where(name -> !CREDENTIALS.contains(name));
    }

    /// RFC 9110 7.6.1: a sender may name further fields as meant for this hop alone.
    private static Set<String> connectionNamed(Headers headers) {
        Set<String> named = new HashSet<>();
        for (Headers.Header field : headers.fields()) {
            if (field.name().equalsIgnoreCase("connection")) {
                for (String name : field.value().toLowerCase(Locale.ROOT).split(",", -1)) {
                    named.add(name.strip());
                }
            }
        }
        return named;
    }
}
