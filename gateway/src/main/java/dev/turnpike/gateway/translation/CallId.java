package dev.turnpike.gateway.translation;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// The ids of tool calls on both sides.
///
/// The Messages API allows letters, digits, `_` and `-`; some upstreams make others (`functions.Bash:0`) and insist on
/// having their own back. So these cross as something that can be turned back without remembering anything.
final class CallId {
    private static final String ENCODED = "toolu_tp_";
    /// OpenAI's bound.
    private static final int LONGEST = 40;

    private CallId() {}

    /// The id for the client of a call that the upstream named so; empty stays empty.
    static String forClient(String upstream) {
        return upstream.isEmpty() || isPlain(upstream)
                ? upstream
                : ENCODED
                        + Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(upstream.getBytes(StandardCharsets.UTF_8));
    }

    /// The id for the upstream of a call that the client knows by that one.
    static String forUpstream(String client) {
        if (client.startsWith(ENCODED)) {
            try {
                byte[] id = Base64.getUrlDecoder().decode(client.substring(ENCODED.length()));
                if (id.length > 0 && id.length <= LONGEST) {
                    return new String(id, StandardCharsets.UTF_8);
                }
            } catch (IllegalArgumentException _) {
                return WireName.of(client, LONGEST);
            }
        }
        return WireName.of(client, LONGEST);
    }

    private static boolean isPlain(String id) {
        return id.chars().allMatch(c -> WireName.isAllowed((char) c));
    }
}
