package dev.turnpike.gateway.traffic;

import dev.turnpike.gateway.http.Credentials;
import dev.turnpike.gateway.http.Headers;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// What may be stored, and what may be shown, of what passed.
///
/// Stored is only what is known to be harmless: of header fields and queries those on a list, of bodies
/// everything but the credentials of the exchange and the fields that carry some. The conversation is
/// stored as it is; [#shown] masks what looks like a key in it wherever it is listed or given away.
public final class Redaction {
    private static final String MASK = "••••";

    private Redaction() {}

    /// The fields of an exchange whose credentials are not known.
    public static Headers headers(Headers headers) {
        return headers(headers, Credentials.NONE);
    }

    /// The fields, in their order, without those that carry credentials. The value of a field that is not
    /// known to be harmless becomes `•••• (12 characters)`, and so does any value that holds one of these
    /// credentials, or has the shape of a key.
    public static Headers headers(Headers headers, Credentials credentials) {
        List<Headers.Header> kept = new ArrayList<>(headers.fields().size());
        for (Headers.Header field : headers.fields()) {
            HeaderFields.Keeping keeping = HeaderFields.of(field.name(), field.value());
            if (keeping != HeaderFields.Keeping.NOTHING) {
                kept.add(new Headers.Header(field.name(), value(keeping, field.value(), credentials)));
            }
        }
        return new Headers(kept);
    }

    private static String value(HeaderFields.Keeping keeping, String value, Credentials credentials) {
        String shown = switch (keeping) {
            case VALUE -> text(value, credentials);
            case ADDRESS -> text(Addresses.masked(value), credentials);
            case LENGTH, NOTHING -> "";
        };
        boolean told = keeping == HeaderFields.Keeping.ADDRESS || shown.equals(value);
        return told ? shown : MASK + " (" + value.length() + " characters)";
    }

    /// A path with its query: the values of all parameters but a few that are known to be harmless become
    /// `••••`.
    public static String path(String pathWithQuery) {
        return Addresses.masked(pathWithQuery);
    }

    /// The same of a whole URL; user and password are masked as well.
    public static String uri(URI uri) {
        return Addresses.masked(uri.toString());
    }

    /// A body with the credentials of its exchange overwritten by as many `*`, wherever and however they
    /// are spelled in it, and the values of fields that carry credentials by their name, outside the
    /// conversation. What is JSON, or an event stream, still is.
    public static Redacted body(byte[] bytes, Credentials credentials) {
        Overwriting out = new Overwriting(bytes);
        BodyForm form = BodyForm.of(bytes);
        Needles.hide(credentials, form != BodyForm.TEXT, out);
        form.hide(out);
        return out.done();
    }

    /// An error message or another sentence: these credentials, what stands behind the name of one, and
    /// what looks like a key are masked.
    public static String text(String text, Credentials credentials) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Overwriting out = new Overwriting(bytes);
        Needles.hide(credentials, false, out);
        SecretTexts.hide(0, bytes.length, out);
        Redacted hidden = out.done();
        return shown(hidden.changed() ? new String(hidden.bytes(), StandardCharsets.UTF_8) : text);
    }

    /// Any text, JSON as well, with what looks like a key masked as `sk-••••4f2a`; the same object where
    /// nothing does. For lists, exports and bundles.
    public static String shown(String text) {
        return KeyShapes.masked(text);
    }
}
