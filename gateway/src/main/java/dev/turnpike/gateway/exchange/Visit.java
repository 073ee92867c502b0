package dev.turnpike.gateway.exchange;

import dev.turnpike.gateway.http.UserAgent;
import java.util.ArrayList;
import java.util.List;

/// A request at the gateway's door: who asks, for what, and what let it in or kept it out. Told of each request, before
/// it is answered; nothing in it is a secret.
///
/// @param id the `request-id` of the answer; where an exchange follows, it has this one
/// @param path as on the wire, without its query
/// @param doubledVersion the path begins with `/v1/v1`
/// @param ourField the header field that brought our key, in lower case; empty where none did
/// @param foreign the credentials that are not ours; none where the gateway has no key itself
/// @param userAgent empty where there is none
/// @param session the client's own name of its session, empty where it tells none
/// @param versioned it has an `anthropic-version`
/// @param loopback it comes from this machine
public record Visit(
        ExchangeId id,
        long epochMillis,
        Aim aim,
        String path,
        boolean doubledVersion,
        Admission admission,
        String ourField,
        List<ForeignCredential> foreign,
        String userAgent,
        String session,
        boolean versioned,
        boolean loopback) {
    /// What a request asks for.
    public enum Aim {
        MESSAGES,
        COUNT_TOKENS,
        MODELS,
        /// Whether the gateway is there, and how it is.
        SIGN_OF_LIFE,
        /// A path at which there is nothing.
        NOTHING
    }

    /// The field that is for our key alone.
    public static final String OWN_FIELD = "x-turnpike-key";

    public Visit {
        foreign = List.copyOf(foreign);
    }

    /// Whether Claude Code says that it is the one who asks.
    public boolean isClaudeCode() {
        return new UserAgent(userAgent).isClaudeCode();
    }

    /// The program that asks, without its version; empty where it does not tell.
    public String program() {
        return new UserAgent(userAgent).program();
    }

    /// The credentials that came beside ours without being meant for anybody.
    public List<ForeignCredential> besideOurs() {
        return isInAUsualField(ourField) ? foreign : List.of();
    }

    /// Whether our key stands where a caller's own usually does. Whoever puts ours into the field of its own means the
    /// usual ones to be the caller's; otherwise those beside ours are meant for nobody.
    ///
    /// @param ourField that brought our key, empty where none did
    public static boolean isInAUsualField(String ourField) {
        return !ourField.isEmpty() && !ourField.equals(OWN_FIELD);
    }

    /// What is to be remembered with the exchange.
    public List<Mark> marks() {
        boolean asks = aim == Aim.MESSAGES || aim == Aim.COUNT_TOKENS;
        boolean token = admission instanceof Admission.Token || admission instanceof Admission.RetiredToken;
        boolean other = token && !isClaudeCode();
        boolean unversioned = asks && !versioned && admission.admits();
        List<ForeignCredential> beside = besideOurs();
        if (beside.isEmpty()
                && !other
                && !unversioned
                && !doubledVersion
                && !(admission instanceof Admission.RetiredToken)) {
            return List.of();
        }
        List<Mark> marks = new ArrayList<>();
        for (ForeignCredential each : beside) {
            marks.add(each.field().equals("x-api-key") ? Mark.FOREIGN_API_KEY : Mark.FOREIGN_AUTHORIZATION);
        }
        add(marks, admission instanceof Admission.RetiredToken, Mark.RETIRED_TOKEN);
        add(marks, doubledVersion, Mark.DOUBLED_VERSION);
        add(marks, other, Mark.OTHER_CLIENT);
        add(marks, unversioned, Mark.NO_VERSION);
        return List.copyOf(marks);
    }

    private static void add(List<Mark> marks, boolean holds, Mark mark) {
        if (holds) {
            marks.add(mark);
        }
    }
}
