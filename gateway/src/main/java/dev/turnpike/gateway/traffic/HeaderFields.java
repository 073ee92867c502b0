package dev.turnpike.gateway.traffic;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What may be stored of a header field, by its name.
final class HeaderFields {
    enum Keeping {
        /// As it is.
        VALUE,
        /// As an address, whose query is masked.
        ADDRESS,
        /// How long its value was.
        LENGTH,
        NOTHING
    }

    /// What Claude Code and its kind send, and what model servers answer with.
    private static final Set<String> KEPT = Set.of(
            "accept",
            "accept-charset",
            "accept-encoding",
            "accept-language",
            "accept-ranges",
            "age",
            "cache-control",
            "cf-cache-status",
            "cf-ray",
            "connection",
            "content-encoding",
            "content-language",
            "content-length",
            "content-type",
            "date",
            "expires",
            "host",
            "keep-alive",
            "last-modified",
            "openai-model",
            "openai-processing-ms",
            "openai-version",
            "pragma",
            "request-id",
            "retry-after",
            "retry-after-ms",
            "server",
            "server-timing",
            "strict-transport-security",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "user-agent",
            "vary",
            "via",
            "x-accel-buffering",
            "x-amzn-requestid",
            "x-app",
            "x-cache",
            "x-claude-code-session-id",
            "x-content-type-options",
            "x-ds-trace-id",
            "x-envoy-upstream-service-time",
            "x-generation-id",
            "x-log-id",
            "x-powered-by",
            "x-process-time",
            "x-request-id",
            "x-response-time",
            "x-robots-tag",
            "x-runtime",
            "x-should-retry",
            "x-trace-id");

    private static final Set<String> ADDRESSES =
            Set.of("location", "content-location", "origin", "referer", "http-referer");

    private static final Set<String> KEPT_BEGINNINGS =
            Set.of("anthropic-", "x-claude-code-", "x-claude-1p-", "x-stainless-", "x-turnpike-");

    /// Names with one of these carry credentials, whoever sends them.
    private static final Pattern CREDENTIAL =
            Pattern.compile("auth|key|token|secret|passw|passphrase|pwd|cookie|credential"
                    + "|signature|jwt|assertion|csrf|xsrf|session|bearer|saml");

    private static final Pattern LIMIT =
            Pattern.compile("(?:[a-z]+-)*rate-?limit-[a-z0-9-]+|anthropic-(?:priority|fast)-[a-z-]+");
    private static final Pattern LIMIT_VALUE = Pattern.compile("[0-9][0-9A-Za-z.:+, ;=-]{0,31}");

    private HeaderFields() {}

    static Keeping of(String fieldName, String value) {
        String name = fieldName.toLowerCase(Locale.ROOT);
        if (KEPT.contains(name)) {
            return Keeping.VALUE;
        }
        if (ADDRESSES.contains(name)) {
            return Keeping.ADDRESS;
        }
        if (LIMIT.matcher(name).matches()) {
            return LIMIT_VALUE.matcher(value).matches() ? Keeping.VALUE : Keeping.LENGTH;
        }
        if (CREDENTIAL.matcher(name).find()) {
            return Keeping.NOTHING;
        }
        for (String beginning : KEPT_BEGINNINGS) {
            if (name.startsWith(beginning)) {
                return Keeping.VALUE;
            }
        }
        return Keeping.LENGTH;
    }
}
