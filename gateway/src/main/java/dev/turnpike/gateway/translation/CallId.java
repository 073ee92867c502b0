package dev.turnpike.gateway.translation;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/// The ids of tool calls on both sides.
///
/// The Messages API allows letters, digits, `_` and `-`; some upstreams make others (`functions.Bash:0`) and insist on
/// having their own back. So these cross as something that can be turned back without remembering anything.
final class CallId {
    private static final String ENCODED = "toolu_tp_";
    private static final Pattern NINE = Pattern.compile("[A-Za-z0-9]{9}");

    private CallId() {}

    /// The id for the client of a call that the upstream named so; empty stays empty.
    static String forClient(String upstream) {
        if (WireName.isPlain(upstream)) {
            return upstream;
        }
        byte[] bytes = upstream.getBytes(StandardCharsets.UTF_8);
        return ENCODED + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// The id as Mistral takes them: nine letters and digits.
    static String ofNine(String client) {
        return NINE.matcher(client).matches()
                ? client
                : WireName.hash(client, 10).substring(0, 9);
    }

    /// The id for the upstream of a call that the client knows by that one.
    ///
    /// @param longest how long it may be, where it is none of the upstream's own
    static String forUpstream(String client, int longest) {
        return own(client).filter(own -> own.length() <= longest).orElseGet(() -> WireName.of(client, longest));
    }

    /// What the upstream itself had called the call.
    private static Optional<String> own(String client) {
        if (!client.startsWith(ENCODED)) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(client.substring(ENCODED.length()));
            return Optional.of(new String(bytes, StandardCharsets.UTF_8))
                    .filter(own -> forClient(own).equals(client));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
