package dev.turnpike.gateway.configuration;

import dev.turnpike.gateway.http.ClientToken;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// Where the gateway listens and who may speak to it.
///
/// @param accessKey empty means that no key is asked for, unless there are clients with tokens of their own
/// @param clients the configured clients; each brings its own token
public record GatewaySettings(String host, int port, Optional<String> accessKey, List<ClientToken> clients) {
    public GatewaySettings {
        clients = List.copyOf(clients);
    }

    public GatewaySettings(String host, int port, Optional<String> accessKey) {
        this(host, port, accessKey, List.of());
    }

    /// Where a program on this machine reaches it, such as `http://127.0.0.1:8397`.
    public URI address() {
        boolean everywhere = host.equals("0.0.0.0") || host.equals("::") || host.equals("[::]");
        String name = everywhere ? "127.0.0.1" : host;
        boolean bare = name.contains(":") && !name.startsWith("[");
        return URI.create("http://" + (bare ? "[" + name + "]" : name) + ":" + port);
    }

    @Override
    public String toString() {
        return "GatewaySettings[host=" + host + ", port=" + port + ", accessKey="
                + (accessKey.isPresent() ? "set" : "none") + ", clients=" + clients.size() + "]";
    }
}
