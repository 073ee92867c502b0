package dev.turnpike.app.look;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/// An address of the web that may be opened: http or https, with a host, and nothing that hides which one.
public record WebAddress(URI uri) {
    private static final int LONGEST = 8_000;

    /// The address that this text is; empty where it is none.
    public static Optional<WebAddress> of(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(text.strip());
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("http") || scheme.equals("https");
            return web && uri.getHost() != null && uri.getUserInfo() == null
                    ? Optional.of(new WebAddress(uri))
                    : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    /// Where it leads, with the port where it says one.
    public String host() {
        return uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
    }

    /// The whole address, in letters that cannot be mistaken for others.
    public String text() {
        return uri.toASCIIString();
    }
}
