package dev.turnpike.app.realclient;

import java.util.ArrayList;
import java.util.List;

/// What came of one run of the client.
///
/// @param to who was asked for an answer
/// @param path of the question, without its query
/// @param bearer what came as `Authorization: Bearer`, or nothing
/// @param key what came as `x-api-key`, or nothing
/// @param gatewayKey what came as `x-turnpike-key`, or nothing
/// @param model `default`, or what was asked for instead
record Outcome(To to, String path, String bearer, String key, String gatewayKey, String model) {
    /// Who was asked for an answer.
    enum To {
        /// The gateway that the user's settings name.
        GATEWAY("the gateway"),
        /// A stranger.
        OTHER("**another server**"),
        /// A stranger, who is asked to pass it on to the gateway.
        PROXY("**the proxy**"),
        /// The vendor, out in the internet.
        VENDOR("**api.anthropic.com**"),
        NOBODY("**nobody**");

        private final String said;

        To(String said) {
            this.said = said;
        }
    }

    static final String DEFAULT = "default";

    static final Outcome WELL = new Outcome(To.GATEWAY, "/v1/messages", "ours", "", "", DEFAULT);

    /// The question went elsewhere, and what was in it does not matter.
    static Outcome elsewhere(To to) {
        return new Outcome(to, "", "", "", "", "");
    }

    boolean arrives() {
        return to == To.GATEWAY;
    }

    /// Where it went, for the page.
    String destination() {
        return to.said + (arrives() && !path.equals(WELL.path) ? " `" + path + "`" : "");
    }

    /// What it brought, for the page.
    String credentials() {
        List<String> all = new ArrayList<>();
        if (!bearer.isEmpty()) {
            all.add("Bearer " + bearer);
        }
        if (!key.isEmpty()) {
            all.add("x-api-key " + key);
        }
        if (!gatewayKey.isEmpty()) {
            all.add("x-turnpike-key " + gatewayKey);
        }
        return String.join(", ", all);
    }
}
