package dev.turnpike.gateway.trial;

import dev.turnpike.gateway.upstream.Reach;
import java.util.Locale;
import java.util.regex.Pattern;

/// What is wrong between the gateway and an upstream, as far as it tells.
public enum Trouble {
    /// Nothing listens at the address.
    NOBODY,
    /// No connection comes about for another reason.
    UNREACHABLE,
    /// A guard answers in place of the upstream.
    GUARD,
    /// A web page answers in place of an API.
    PAGE,
    /// The upstream does not know the model.
    MODEL,
    /// The upstream calls no tools, or not as it was started.
    TOOLS,
    /// It wants to be called at another address.
    MOVED,
    /// It does not accept the key.
    KEY,
    /// The account has no balance.
    BALANCE,
    /// There is nothing at the path.
    PATH,
    /// It limits how much may be asked.
    LIMIT,
    /// It has a problem of its own.
    FAULT,
    /// It refuses for a reason that is not known.
    OTHER;

    private static final Pattern NO_MODEL = Pattern.compile(
            "model.{0,80}(not found|not exist|no such|unknown|not supported|invalid|not available|no access)"
                    + "|(unknown|invalid|no such|unsupported|not a valid).{0,20}model|model_not_found",
            Pattern.DOTALL);
    private static final Pattern NO_TOOLS = Pattern.compile(
            "enable-auto-tool-choice|tool-call-parser|tools? param requires|requires --jinja"
                    + "|(tools?|tool[ _]?(use|calling|calls|choice)|functions?|function[ _]?call(ing|s)?)"
                    + ".{0,40}(not supported|unsupported|not available|not enabled|disabled)"
                    + "|not support.{0,20}(tool|function)|unsupported.{0,20}(tool|function)",
            Pattern.DOTALL);

    /// What an answer with an error tells.
    ///
    /// @param words of the error
    /// @param page it came as a web page
    /// @param guarded that page is a guard's
    public static Trouble of(int status, String words, boolean page, boolean guarded) {
        String lower = words.toLowerCase(Locale.ROOT);
        if (guarded) {
            return GUARD;
        }
        if (page) {
            return PAGE;
        }
        if (status == 400 && NO_TOOLS.matcher(lower).find()) {
            return TOOLS;
        }
        if (status != 401 && NO_MODEL.matcher(lower).find()) {
            return MODEL;
        }
        return switch (status) {
            case 301, 302, 303, 307, 308 -> MOVED;
            case 401, 403 -> KEY;
            case 402 -> BALANCE;
            case 404, 405 -> PATH;
            case 429 -> LIMIT;
            default -> status >= 500 ? FAULT : OTHER;
        };
    }

    /// What a connection that did not come about tells.
    ///
    /// @param why the sentence that goes with it
    public static Trouble unreached(String why) {
        return why.contains(Reach.REFUSED) ? NOBODY : UNREACHABLE;
    }
}
