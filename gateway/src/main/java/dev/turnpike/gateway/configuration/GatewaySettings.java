package dev.turnpike.gateway.configuration;

import java.util.Optional;

/// Where the gateway listens and who may speak to it.
///
/// @param accessKey empty means that no key is asked for
public record GatewaySettings(String host, int port, Optional<String> accessKey) {
    @Override
    public String toString() {
        return "GatewaySettings[host=" + host + ", port=" + port + ", accessKey="
                + (accessKey.isPresent() ? "set" : "none") + "]";
    }
}
