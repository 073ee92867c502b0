package dev.turnpike.app.inspector;

import dev.turnpike.gateway.exchange.ExchangeId;
import dev.turnpike.gateway.http.Headers;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Sends recorded requests again, through the gateway, as a client of its own.
public interface Resender {
    /// Where a request may go.
    ///
    /// @param channel the id of the channel
    /// @param name of the channel
    /// @param host that gets the request
    /// @param refusal why it may not go there, a sentence
    record Target(String channel, String name, String host, Optional<String> refusal) {}

    /// What is sent.
    ///
    /// @param original the exchange that it was recorded of
    /// @param path from the root of the API on, with the query
    /// @param headers as they were recorded
    record Resend(ExchangeId original, String path, Headers headers, byte[] body) {
        /// The same with another body.
        Resend with(byte[] other) {
            return new Resend(original, path, headers, other);
        }
    }

    /// Every channel that is configured, in the order of use. On the FX thread.
    List<Target> targets();

    /// Sends it and waits for the end of the answer, which is seen as an exchange of its own. Not on the FX thread.
    ///
    /// @return the status of the answer
    /// @throws IOException with a sentence when the gateway cannot be reached
    int send(Target target, Resend what) throws IOException;

    /// The key by which the gateway knows its clients, for commands that are copied with it.
    Optional<String> accessKey();
}
