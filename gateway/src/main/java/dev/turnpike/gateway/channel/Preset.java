package dev.turnpike.gateway.channel;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A vendor or a local server whose address is known, to make a channel of.
///
/// @param roots at least one; the first is suggested
/// @param models what to suggest for the model map; empty where nothing is known
/// @param keyPage where its keys are made, where that is known
/// @param asOf the day of which its address is
public record Preset(
        String id,
        String name,
        UpstreamProtocol protocol,
        AuthStyle auth,
        List<Root> roots,
        Map<String, String> models,
        Optional<URI> keyPage,
        LocalDate asOf) {
    /// One of the vendor's addresses.
    ///
    /// @param label what tells it from the others; empty for the only one
    public record Root(String label, URI baseUrl) {
        /// Whether it is on this machine.
        public boolean isLocal() {
            String host = String.valueOf(baseUrl.getHost());
            return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
        }
    }

    /// What a user needs to use it.
    public enum Access {
        /// An API key of the vendor's.
        KEY,
        /// The login that Claude Code already has.
        OWN_LOGIN,
        /// Nothing: the server is on this machine.
        NOTHING
    }

    public Preset {
        roots = List.copyOf(roots);
    }

    /// The address to suggest.
    public Root root() {
        return roots.getFirst();
    }

    /// What a user needs.
    public Access access() {
        if (auth == AuthStyle.FORWARD) {
            return Access.OWN_LOGIN;
        }
        return root().isLocal() ? Access.NOTHING : Access.KEY;
    }
}
