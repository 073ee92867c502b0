package dev.turnpike.app.agent.upstream;

import dev.turnpike.gateway.http.Headers;
import dev.turnpike.gateway.trial.Trouble;
import java.util.Locale;

/// The head of an upstream's reply, as far as it tells what is wrong.
///
/// @param status 0 where there was no reply
/// @param page it is a web page
/// @param guarded the page is a guard's
record ReplyHead(int status, boolean page, boolean guarded) {
    static final ReplyHead NONE = new ReplyHead(0, false, false);
    private static final int FIRST_ERROR = 400;

    static ReplyHead of(int status, Headers headers) {
        if (status == 0) {
            return NONE;
        }
        boolean page = field(headers, "content-type").contains("html");
        return new ReplyHead(status, page, page && field(headers, "server").contains("cloudflare"));
    }

    private static String field(Headers headers, String name) {
        return headers.first(name).orElse("").toLowerCase(Locale.ROOT);
    }

    /// What an error behind this head tells.
    ///
    /// @param status of the error as the client got it
    /// @param words of the error; not kept
    Trouble trouble(int status, String words) {
        if (this.status == 0) {
            return Trouble.unreached(words);
        }
        boolean redirect = this.status >= 300 && this.status < FIRST_ERROR;
        int told = this.status >= FIRST_ERROR || redirect ? this.status : status;
        // a page that says 404 is a wrong path; one with a good status is no API at all
        boolean wrongPath = told == 404 || told == 405;
        return Trouble.of(told, wrongPath && page ? "" : words, page && !wrongPath, guarded && !wrongPath);
    }
}
