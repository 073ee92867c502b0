package dev.turnpike.gateway.exchange;

import java.time.Instant;

/// What let a request in, or kept it out.
public sealed interface Admission {
    /// No key was brought, and none is asked for.
    record Free() implements Admission {}

    /// It brought the access key.
    record AccessKey() implements Admission {}

    /// It brought a configured client's token.
    ///
    /// @param target what was configured: the file of an agent
    record Token(String target) implements Admission {}

    /// It brought a token in whose place there is another one, or none.
    record RetiredToken(String target, Instant since) implements Admission {}

    /// It was turned away before anybody looked at what it asks.
    record Refused(Reason reason) implements Admission {}

    /// It brought a token that was retired so long ago that it opens nothing any more.
    record Expired(String target, Instant since) implements Admission {}

    /// Why a request is turned away.
    enum Reason {
        /// It is no valid HTTP request.
        MALFORMED,
        /// It calls the gateway by a name that is not a loopback one.
        NAME,
        /// It comes from a web page.
        WEB_PAGE,
        /// It brings no key.
        NO_KEY,
        /// It brings keys, and none is ours.
        WRONG_KEY
    }

    /// Whether the gateway answers what is asked.
    default boolean admits() {
        return switch (this) {
            case Free _, AccessKey _, Token _, RetiredToken _ -> true;
            case Refused _, Expired _ -> false;
        };
    }
}
