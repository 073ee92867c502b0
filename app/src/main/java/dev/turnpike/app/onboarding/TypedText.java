package dev.turnpike.app.onboarding;

import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.channel.Endpoint;
import dev.turnpike.gateway.channel.UpstreamProtocol;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What may be typed for a key and an address, and what is said about the rest.
final class TypedText {
    private static final String BEARER = "Bearer ";
    private static final int LONGEST_ID = 56;

    private TypedText() {}

    /// A pasted key without what came along.
    static String key(String pasted) {
        String key = pasted.strip();
        return key.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? key.substring(BEARER.length()).strip()
                : key;
    }

    /// Why it is no key; empty where it is one or nothing was typed.
    static String keyTrouble(String pasted) {
        String key = key(pasted);
        if (key.chars().anyMatch(Character::isWhitespace)) {
            return Text.of("onboarding.key.space");
        }
        return key.chars().anyMatch(c -> c < 0x20 || c > 0x7e) ? Text.of("onboarding.key.letters") : "";
    }

    /// The addresses behind a base URL; empty where it is none.
    static Optional<Endpoint> endpoint(UpstreamProtocol protocol, String url) {
        return url.isBlank() || !urlTrouble(url).isEmpty()
                ? Optional.empty()
                : Optional.of(Endpoint.of(protocol, URI.create(url.strip())));
    }

    /// Why it is no base URL; empty where it is one or nothing was typed.
    static String urlTrouble(String url) {
        if (url.isBlank()) {
            return "";
        }
        try {
            Endpoint.of(UpstreamProtocol.ANTHROPIC, new URI(url.strip()));
            return "";
        } catch (URISyntaxException e) {
            return Text.of("onboarding.url.form");
        } catch (IllegalArgumentException e) {
            String why = String.valueOf(e.getMessage());
            return Character.toUpperCase(why.charAt(0)) + why.substring(1);
        }
    }

    /// An id made of a name, which no other channel has.
    static String freshId(String name, Set<String> taken) {
        String plain =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        String base = plain.isEmpty() ? "channel" : plain.substring(0, Math.min(plain.length(), LONGEST_ID));
        String id = base;
        for (int i = 2; taken.contains(id); i++) {
            id = base + "-" + i;
        }
        return id;
    }
}
