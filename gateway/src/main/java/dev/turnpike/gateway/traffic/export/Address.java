package dev.turnpike.gateway.traffic.export;

import dev.turnpike.gateway.traffic.RecordedExchange;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where a request went, masked, and with nothing in it that a URL must not have.
///
/// @param url without the query
/// @param query what stands behind the `?`, in its order
record Address(String url, List<Parameter> query) {
    private static final String UNKNOWN_HOST = "127.0.0.1";
    private static final String ALLOWED = "-._~:/?@!$&'()*+,;=%";
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]+(:[0-9]+)?|\\[[0-9A-Fa-f:.]+](:[0-9]+)?");
    /// Who is named before the host is not told, nor that there was a query of which nothing is recorded.
    private static final Pattern ABSOLUTE =
            Pattern.compile("(https?://)(?:[^/?#@]*@)?([^/?#@]*)([^?#]*(?:\\?[^…#]+)?)");

    /// @param raw as it stands in the address
    record Parameter(String raw, String name, String value) {}

    /// The client's request to the gateway.
    static Address of(RecordedExchange exchange, Masking masking) {
        String host = exchange.headers().first("host").orElse(UNKNOWN_HOST);
        Address target = target(exchange.path(), masking);
        return new Address("http://" + safe(host) + target.url, target.query);
    }

    /// What stands behind the host.
    static Address target(String path, Masking masking) {
        int query = path.indexOf('?');
        List<Parameter> parameters = query < 0
                ? List.of()
                : Stream.of(path.substring(query + 1).split("&", -1))
                        .map(pair -> parameter(masking.text(pair), masking))
                        .toList();
        return new Address(path(query < 0 ? path : path.substring(0, query), masking), parameters);
    }

    /// An attempt's request, as it was recorded: what may be secret in its address is hidden there, or left out.
    static Address of(String recorded, Masking masking) {
        Matcher parts = ABSOLUTE.matcher(recorded);
        if (!parts.lookingAt()) {
            return new Address("http://upstream.invalid/", List.of());
        }
        Address target = target(parts.group(3), masking);
        return new Address(parts.group(1) + safe(parts.group(2)) + target.url, target.query);
    }

    private static String safe(String host) {
        return HOST.matcher(host).matches() ? host : UNKNOWN_HOST;
    }

    /// Looked at with and without its escapes.
    private static String path(String path, Masking masking) {
        String decoded = decoded(path);
        String masked = masking.text(decoded);
        String safe = escaped(masked.equals(decoded) ? masking.text(path) : masked);
        return safe.startsWith("/") ? safe : "/" + safe;
    }

    private static Parameter parameter(String pair, Masking masking) {
        int equals = pair.indexOf('=');
        String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
        String maskedName = masking.text(name);
        String maskedValue = masking.text(value);
        boolean same = maskedName.equals(name) && maskedValue.equals(value);
        return new Parameter(
                same ? escaped(pair) : encoded(maskedName) + "=" + encoded(maskedValue), maskedName, maskedValue);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean plain = c < 0x80 && Character.isLetterOrDigit(c);
            if (plain || ALLOWED.indexOf(c) >= 0) {
                escaped.appendCodePoint(c);
            } else {
                escaped.append(encoded(Character.toString(c)).replace("+", "%20"));
            }
        });
        return escaped.toString();
    }

    /// All of it.
    String whole() {
        return query.isEmpty()
                ? url
                : url + query.stream().map(Parameter::raw).collect(Collectors.joining("&", "?", ""));
    }
}
