package dev.turnpike.app.channels;

import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.channel.ChannelId;
import dev.turnpike.gateway.channel.Endpoint;
import dev.turnpike.gateway.channel.UpstreamProtocol;
import dev.turnpike.gateway.http.Headers;
import dev.turnpike.gateway.http.Headers.Header;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What may stand in the fields of a channel, and what is said about the rest.
final class FieldRules {
    private static final Pattern HEADER = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+)\\s*:\\s*([\\t\\x20-\\x7e]*)");
    private static final BigDecimal LEAST_SECONDS = new BigDecimal("0.001");
    private static final BigDecimal MOST_SECONDS = new BigDecimal(86_400);

    private FieldRules() {}

    /// Why a text is no name; empty where it is one.
    static Optional<String> name(String text) {
        return text.isBlank() ? Optional.of(Text.of("channels.name.missing")) : Optional.empty();
    }

    /// Why a text is no id for this channel.
    ///
    /// @param taken the ids of the others
    static Optional<String> id(String text, Set<String> taken) {
        if (!ChannelId.isValid(text)) {
            return Optional.of(Text.of("channels.id.form"));
        }
        return taken.contains(text) ? Optional.of(Text.of("channels.id.taken", text)) : Optional.empty();
    }

    /// Why a text is no base URL.
    static Optional<String> baseUrl(String text) {
        if (text.isBlank()) {
            return Optional.of(Text.of("channels.url.missing"));
        }
        try {
            Endpoint.of(UpstreamProtocol.ANTHROPIC, new URI(text.strip()));
            return Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.of(Text.of("channels.url.form"));
        } catch (IllegalArgumentException e) {
            String why = String.valueOf(e.getMessage());
            return Optional.of(Character.toUpperCase(why.charAt(0)) + why.substring(1));
        }
    }

    /// The addresses behind a base URL; empty where it is none.
    static Optional<Endpoint> endpoint(UpstreamProtocol protocol, String text) {
        return baseUrl(text).isPresent()
                ? Optional.empty()
                : Optional.of(Endpoint.of(protocol, URI.create(text.strip())));
    }

    /// What to beware of with a valid base URL.
    static Optional<String> baseUrlWarning(String text) {
        if (baseUrl(text).isPresent()) {
            return Optional.empty();
        }
        URI url = URI.create(text.strip());
        boolean plain = "http".equalsIgnoreCase(url.getScheme());
        return plain && !isPrivate(url.getHost()) ? Optional.of(Text.of("channels.url.plain")) : Optional.empty();
    }

    /// Whether a host is this machine or one of its own network, as far as its name tells.
    private static boolean isPrivate(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.startsWith("127.")
                || name.startsWith("10.")
                || name.startsWith("192.168.")
                || name.matches("172\\.(1[6-9]|2\\d|3[01])\\..*")
                || name.startsWith("[")
                || name.indexOf('.') < 0
                || name.endsWith(".local")
                || name.endsWith(".lan")
                || name.endsWith(".internal");
    }

    /// A pasted key without what came along: white space and line ends around it, `Bearer`.
    static String cleanKey(String pasted) {
        String key = pasted.strip();
        return key.regionMatches(true, 0, "Bearer ", 0, 7) ? key.substring(7).strip() : key;
    }

    /// Why a text is no key; empty text is none and nothing to complain about.
    static Optional<String> key(String text) {
        String key = cleanKey(text);
        if (key.chars().anyMatch(Character::isWhitespace)) {
            return Optional.of(Text.of("channels.key.space"));
        }
        return key.chars().anyMatch(c -> c < 0x20 || c > 0x7e)
                ? Optional.of(Text.of("channels.key.letters"))
                : Optional.empty();
    }

    /// Why a text is no number of seconds.
    static Optional<String> seconds(String text) {
        return duration(text).isPresent() ? Optional.empty() : Optional.of(Text.of("channels.seconds.form"));
    }

    static Optional<Duration> duration(String text) {
        try {
            BigDecimal seconds = new BigDecimal(text.strip());
            return seconds.compareTo(LEAST_SECONDS) < 0 || seconds.compareTo(MOST_SECONDS) > 0
                    ? Optional.empty()
                    : Optional.of(Duration.ofMillis(seconds.movePointRight(3).longValue()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    static String seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString();
    }

    /// Why a text is no way out; empty text is a direct one.
    static Optional<String> proxy(String text) {
        return text.isBlank() || proxyUrl(text).isPresent()
                ? Optional.empty()
                : Optional.of(Text.of("channels.proxy.form"));
    }

    static Optional<URI> proxyUrl(String text) {
        try {
            URI url = new URI(text.strip());
            boolean known = "http".equals(url.getScheme()) || "socks5".equals(url.getScheme());
            boolean addressed = url.getHost() != null && url.getPort() > 0 && url.getPort() <= 65_535;
            return known && addressed && url.getUserInfo() == null ? Optional.of(url) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /// Why a text is no list of headers, one `Name: value` a line.
    static Optional<String> headers(String text) {
        return lines(text)
                .filter(line -> !HEADER.matcher(line).matches())
                .findFirst()
                .map(line -> Text.of("channels.headers.form"));
    }

    static Headers headerFields(String text) {
        List<Header> fields = new ArrayList<>();
        lines(text).forEach(line -> {
            var parts = HEADER.matcher(line);
            if (parts.matches()) {
                fields.add(new Header(parts.group(1), parts.group(2).strip()));
            }
        });
        return new Headers(fields);
    }

    /// The patterns of a list that commas or line ends part.
    static List<String> patterns(String text) {
        return Stream.of(text.split("[,\\n]", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static Stream<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty());
    }

    /// An id that is made of a name and that no other channel has.
    static ChannelId freshId(String name, Set<String> taken) {
        String plain =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        String base = plain.isEmpty() ? "channel" : plain.substring(0, Math.min(plain.length(), 56));
        String id = base;
        for (int i = 2; taken.contains(id); i++) {
            id = base + "-" + i;
        }
        return new ChannelId(id);
    }
}
