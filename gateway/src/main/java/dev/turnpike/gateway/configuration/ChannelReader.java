package dev.turnpike.gateway.configuration;

import dev.turnpike.gateway.channel.AuthStyle;
import dev.turnpike.gateway.channel.Capability;
import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.channel.Channel.Failover;
import dev.turnpike.gateway.channel.ChannelId;
import dev.turnpike.gateway.channel.Compat;
import dev.turnpike.gateway.channel.Endpoint;
import dev.turnpike.gateway.channel.ModelMap;
import dev.turnpike.gateway.channel.SecretRef;
import dev.turnpike.gateway.channel.Timeouts;
import dev.turnpike.gateway.channel.UpstreamProtocol;
import dev.turnpike.gateway.http.Headers;
import dev.turnpike.gateway.http.Headers.Header;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads one channel of `turnpike.json`.
final class ChannelReader {
    private static final AuthStyle[] AUTH_STYLES = {
        AuthStyle.AUTO, AuthStyle.BEARER, AuthStyle.X_API_KEY, AuthStyle.NONE, AuthStyle.FORWARD
    };
    private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern HEADER_VALUE = Pattern.compile("[\\t\\x20-\\x7e\\x80-\\xff]*");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final String DEFAULT_MAX_TOKENS = "defaultMaxTokens";
    private static final String CONTEXT_TOKENS = "contextTokens";
    private static final List<String> NUMBERS = List.of(DEFAULT_MAX_TOKENS, CONTEXT_TOKENS);
    private static final Map<String, Capability> CAPABILITIES = Stream.of(Capability.values())
            .collect(Collectors.toMap(Capability::word, Function.identity(), (first, _) -> first, LinkedHashMap::new));
    private static final double SHORTEST = 0.001;
    private static final double LONGEST = 86_400;

    private ChannelReader() {}

    static Channel read(Place channel) {
        String id = id(channel.object().at("id"));
        UpstreamProtocol protocol = channel.at("protocol").word(UpstreamProtocol.values(), UpstreamProtocol::word);
        return new Channel(
                new ChannelId(id),
                channel.at("name").optionalText("text").orElse(id),
                protocol,
                endpoint(protocol, channel.at("baseUrl")),
                channel.at("keys").hidden().items().stream()
                        .map(ChannelReader::key)
                        .toList(),
                channel.at("auth").isPresent() ? channel.at("auth").word(AUTH_STYLES, AuthStyle::word) : AuthStyle.AUTO,
                models(channel.at("models")),
                channel.at("allow").items().stream()
                        .map(p -> p.text("a model name or a pattern with *"))
                        .toList(),
                headers(channel.at("headers")),
                proxy(channel.at("proxy")),
                trust(channel.at("trust")),
                channel.at("enabled").flag(true),
                channel.at("failover").isPresent()
                        ? channel.at("failover").word(Failover.values(), Failover::word)
                        : Failover.PRIVATE,
                timeouts(channel.at("timeouts").object()),
                compat(channel.at("compat")));
    }

    private static Compat compat(Place place) {
        Map<Capability, Boolean> said = new EnumMap<>(Capability.class);
        place.entries().forEach((key, value) -> {
            Capability capability = CAPABILITIES.get(key);
            if (capability != null && value.isPresent()) {
                said.put(capability, value.flag(capability.usual()));
            } else if (capability == null && !NUMBERS.contains(key)) {
                throw place.wrong("only " + String.join(", ", NUMBERS) + ", " + String.join(", ", CAPABILITIES.keySet())
                        + " in it");
            }
        });
        return new Compat(said, tokens(place, DEFAULT_MAX_TOKENS), tokens(place, CONTEXT_TOKENS));
    }

    private static int tokens(Place place, String key) {
        return place.at(key).wholeNumber(0, 1, Integer.MAX_VALUE);
    }

    private static String id(Place place) {
        String expected = "1 to 64 letters, digits, dots, underscores or hyphens";
        String id = place.text(expected);
        if (!ChannelId.isValid(id)) {
            throw place.wrong(expected);
        }
        return id;
    }

    private static Endpoint endpoint(UpstreamProtocol protocol, Place place) {
        String text = place.text("an http or https URL").strip();
        try {
            return Endpoint.of(protocol, new URI(text));
        } catch (URISyntaxException e) {
            throw place.wrong("an http or https URL");
        } catch (IllegalArgumentException e) {
            throw place.wrong("an http or https URL (" + e.getMessage() + ")");
        }
    }

    private static SecretRef key(Place place) {
        Place variable = place.at("env");
        Place entry = place.at("vault");
        Place value = place.at("value");
        if (!place.isPresent()
                || Stream.of(variable, entry, value).filter(Place::isPresent).count() != 1) {
            throw place.wrong("an object with exactly one of env, vault and value");
        }
        if (variable.isPresent()) {
            String expected = "the name of an environment variable";
            String name = variable.text(expected);
            if (!VARIABLE.matcher(name).matches()) {
                throw variable.wrong(expected);
            }
            return new SecretRef.EnvironmentSecret(name);
        }
        if (entry.isPresent()) {
            return new SecretRef.VaultSecret(entry.text("the name of a vault entry"));
        }
        String secret = value.text("a key").strip();
        if (!HEADER_VALUE.matcher(secret).matches()) {
            throw value.wrong("a key on one line");
        }
        return new SecretRef.LiteralSecret(secret);
    }

    private static ModelMap models(Place place) {
        Map<String, String> served = new LinkedHashMap<>();
        place.entries().forEach((part, model) -> {
            if (part.isBlank()) {
                throw place.wrong("a part of a model name or * as every key");
            }
            served.put(part, model.text("a model name"));
        });
        return ModelMap.of(served);
    }

    private static Headers headers(Place place) {
        List<Header> fields = new ArrayList<>();
        place.hidden().entries().forEach((name, value) -> {
            if (!HEADER_NAME.matcher(name).matches()) {
                throw place.wrong("header names of letters, digits and hyphens");
            }
            String expected = "a header value on one line";
            if (value.node() == null || !value.node().isString()) {
                throw value.wrong(expected);
            }
            String text = value.node().asString();
            if (!HEADER_VALUE.matcher(text).matches()) {
                throw value.wrong(expected);
            }
            fields.add(new Header(name, text));
        });
        return new Headers(fields);
    }

    private static @Nullable URI proxy(Place place) {
        if (!place.isPresent()) {
            return null;
        }
        String expected = "http://host:port or socks5://host:port";
        try {
            URI proxy = new URI(place.text(expected));
            boolean known = "http".equals(proxy.getScheme()) || "socks5".equals(proxy.getScheme());
            boolean addressed = proxy.getHost() != null && proxy.getPort() > 0 && proxy.getPort() <= 65535;
            if (known && addressed && proxy.getUserInfo() == null) {
                return proxy;
            }
        } catch (URISyntaxException e) {
            throw place.wrong(expected);
        }
        throw place.wrong(expected);
    }

    private static @Nullable Path trust(Place place) {
        if (!place.isPresent()) {
            return null;
        }
        String expected = "the absolute path of a PEM file";
        try {
            Path file = Path.of(place.text(expected));
            if (file.isAbsolute()) {
                return file;
            }
        } catch (InvalidPathException e) {
            throw place.wrong(expected);
        }
        throw place.wrong(expected);
    }

    private static Timeouts timeouts(Place place) {
        return new Timeouts(
                seconds(place.at("connectSeconds"), Timeouts.DEFAULT.connect()),
                seconds(place.at("firstByteSeconds"), Timeouts.DEFAULT.firstByte()),
                seconds(place.at("idleSeconds"), Timeouts.DEFAULT.idle()));
    }

    private static Duration seconds(Place place, Duration otherwise) {
        if (place.node() == null) {
            return otherwise;
        }
        double seconds = place.node().isNumber() ? place.node().asDouble() : 0;
        if (seconds < SHORTEST || seconds > LONGEST) {
            throw place.wrong("a number of seconds above 0, at most 86400");
        }
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
