package dev.turnpike.app.agent.witness;

import dev.turnpike.app.agent.doctor.Severity;
import java.util.Locale;

/// Something about one request that tells how its client is set up.
///
/// @param detail tells it from others of its kind: a hash, a path; may be empty
/// @param shown for people; may be empty
record Sign(Kind kind, String detail, String shown) {
    /// What kind of thing it is.
    enum Kind {
        /// Beside our key it brought another `x-api-key`.
        FOREIGN_API_KEY("foreign-api-key-seen", Severity.WARNS),
        /// Beside our key it brought another `authorization`.
        FOREIGN_AUTHORIZATION("foreign-authorization-seen", Severity.WARNS),
        /// Its token was replaced.
        RETIRED_TOKEN("retired-token-seen", Severity.WARNS),
        /// Its token was replaced so long ago that it opens nothing any more.
        EXPIRED_TOKEN("expired-token", Severity.BREAKS),
        /// Its key is none of ours.
        WRONG_KEY("wrong-key", Severity.BREAKS),
        /// It brought no key.
        NO_KEY("no-key", Severity.BREAKS),
        /// Its base URL ends with `/v1`.
        DOUBLED_VERSION("doubled-version", Severity.WARNS),
        /// Its base URL ends with something that does not belong there.
        UNKNOWN_PATH("unknown-path", Severity.BREAKS),
        /// It speaks another vendor's language.
        OTHER_API("other-api", Severity.INFO),
        /// It calls the gateway by a name that is not a loopback one.
        OTHER_NAME("other-name", Severity.BREAKS),
        /// It uses a client's token, and is not Claude Code.
        OTHER_CLIENT("other-client", Severity.INFO),
        /// It names no `anthropic-version`.
        NO_VERSION("no-anthropic-version", Severity.INFO);

        private final String id;
        private final Severity severity;

        Kind(String id, Severity severity) {
            this.id = id;
            this.severity = severity;
        }

        String id() {
            return id;
        }

        /// How bad it is; what breaks a program that is not Claude Code breaks nothing here.
        Severity severity(boolean claudeCode) {
            return severity.isBad() && !claudeCode ? Severity.INFO : severity;
        }
    }

    static Sign of(Kind kind) {
        return new Sign(kind, "", "");
    }

    /// Whether both are about the same thing.
    boolean isLike(Sign other) {
        return kind == other.kind && detail.equals(other.detail);
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + " " + shown;
    }
}
