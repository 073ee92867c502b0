package dev.turnpike.app.agent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The `NO_PROXY` value that keeps loopback traffic away from a proxy.
public final class ProxyExemption {
    private static final List<String> LOOPBACK = List.of("127.0.0.1", "localhost", "::1");
    /// The names that set a proxy, those that are read first first.
    public static final List<String> PROXIES =
            List.of("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY");

    private ProxyExemption() {}

    /// The value, or empty where no proxy is set anywhere.
    ///
    /// @param environments what sets variables, the strongest first
    static Optional<String> needed(List<Map<String, String>> environments) {
        boolean proxied =
                PROXIES.stream().anyMatch(name -> first(name, environments).isPresent());
        return proxied ? Optional.of(hosts(environments)) : Optional.empty();
    }

    /// The value: what is exempt already, and loopback.
    static String hosts(List<Map<String, String>> environments) {
        // clients read the lower-case name first
        String existing = first("no_proxy", environments)
                .or(() -> first("NO_PROXY", environments))
                .orElse("");
        List<String> hosts = new ArrayList<>(Arrays.stream(existing.split(",", -1))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList());
        LOOPBACK.stream().filter(host -> !hosts.contains(host)).forEach(hosts::add);
        return String.join(",", hosts);
    }

    /// Whether a proxy is set that loopback traffic would go through.
    static boolean isMissing(List<Map<String, String>> environments) {
        String existing = first("no_proxy", environments)
                .or(() -> first("NO_PROXY", environments))
                .orElse("");
        return !exempts(existing, "127.0.0.1") && needed(environments).isPresent();
    }

    /// Whether a value of `NO_PROXY` keeps requests to that host away from a proxy.
    public static boolean exempts(String value, String host) {
        return Arrays.stream(value.split("[,\\s]+", -1))
                .anyMatch(entry -> entry.equals("*") || entry.equalsIgnoreCase(host) || holds(entry, host));
    }

    /// Whether the host is of that network, written as `127.0.0.0/8`.
    private static boolean holds(String network, String host) {
        if (!network.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}/([0-9]|[12][0-9]|3[0-2])") || !host.matches("[0-9.]+")) {
            return false;
        }
        int slash = network.indexOf('/');
        int bits = Integer.parseInt(network.substring(slash + 1));
        long mask = bits == 0 ? 0 : -1L << (32 - bits);
        return (number(network.substring(0, slash)) & mask) == (number(host) & mask);
    }

    private static long number(String address) {
        return Arrays.stream(address.split("\\.", -1))
                .mapToLong(Long::parseLong)
                .reduce(0, (all, part) -> all * 256 + part);
    }

    private static Optional<String> first(String name, List<Map<String, String>> environments) {
        return environments.stream()
                .map(e -> e.getOrDefault(name, ""))
                .filter(value -> !value.isBlank())
                .findFirst();
    }
}
