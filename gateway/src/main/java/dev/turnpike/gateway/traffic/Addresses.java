package dev.turnpike.gateway.traffic;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What may be stored of a path with its query, or of a whole URL.
final class Addresses {
    private static final String MASK = "••••";

    private static final Set<String> KEPT = Set.of(
            "beta",
            "version",
            "api-version",
            "limit",
            "after_id",
            "before_id",
            "after",
            "before",
            "order",
            "page",
            "alt",
            "stream");

    /// What a parameter that is kept may say.
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._,-]{0,64}");

    /// What is a name, and not itself what should not be told.
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z_.\\[\\]-]{0,31}");

    private static final Pattern USER = Pattern.compile("(://|^//)[^/?#]*@");

    private Addresses() {}

    static String masked(String address) {
        int fragment = address.indexOf('#');
        String whole = fragment < 0 ? address : address.substring(0, fragment);
        int query = whole.indexOf('?');
        String path = query < 0 ? whole : whole.substring(0, query);
        StringBuilder shown =
                new StringBuilder(KeyShapes.masked(USER.matcher(path).replaceFirst("$1" + MASK + "@")));
        if (query >= 0) {
            shown.append('?').append(query(whole.substring(query + 1)));
        }
        if (fragment >= 0) {
            shown.append('#').append(MASK);
        }
        return shown.toString();
    }

    private static String query(String query) {
        return Arrays.stream(query.split("&", -1)).map(Addresses::pair).collect(Collectors.joining("&"));
    }

    private static String pair(String pair) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        boolean known = KEPT.contains(name.toLowerCase(Locale.ROOT));
        if (equals < 0) {
            return known || pair.isEmpty() ? pair : MASK;
        }
        String value = pair.substring(equals + 1);
        if (known && PLAIN.matcher(value).matches() && KeyShapes.masked(value).equals(value)) {
            return pair;
        }
        return (NAME.matcher(name).matches() ? name : MASK) + "=" + (value.isEmpty() ? "" : MASK);
    }
}
