package dev.turnpike.gateway.upstream;

import java.time.Duration;

/// Whether a connection to an upstream comes about.
public sealed interface Reach {
    /// What the sentence says, behind who it is, where nothing listens: of a recorded exchange nothing else is known.
    String REFUSED = " refused the connection";

    /// It stands.
    ///
    /// @param secured by TLS
    record Stands(boolean secured, Duration took) implements Reach {}

    /// It does not. `why` is a sentence for people.
    record Fails(Obstacle obstacle, String why) implements Reach {}

    /// What is in the way.
    enum Obstacle {
        /// The host's name is not known.
        NAME,
        /// Nothing listens there.
        REFUSED,
        /// Nobody answers in time.
        SILENCE,
        /// The two ends cannot agree on TLS, or the certificate is not trusted.
        TLS,
        /// The file of certificates that the channel trusts cannot be used.
        TRUST,
        OTHER
    }
}
