package dev.turnpike.gateway.trial;

import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.channel.SecretSource;
import dev.turnpike.gateway.channel.Secrets;
import java.util.List;
import java.util.stream.Stream;

/// Takes a channel's secrets out of what its upstream says: some repeat the key that they refuse.
///
/// @param secrets the longest first, so that none is cut by a shorter one
record Redaction(List<String> secrets) {
    private static final int SHORTEST = 4;

    static Redaction of(Channel channel, SecretSource source) {
        Stream<String> keys = channel.keys().stream().flatMap(key -> source.find(key).stream());
        Stream<String> headers =
                channel.headers().fields().stream().map(field -> field.value().strip());
        Stream<String> query = Stream.ofNullable(channel.endpoint().base().getRawQuery());
        return new Redaction(Stream.of(keys, headers, query)
                .flatMap(s -> s)
                .filter(secret -> secret.length() >= SHORTEST)
                .sorted((a, b) -> b.length() - a.length())
                .toList());
    }

    String applied(String words) {
        String clean = words;
        for (String secret : secrets) {
            clean = clean.replace(secret, Secrets.masked(secret));
        }
        return clean;
    }

    @Override
    public String toString() {
        return "Redaction[" + secrets.size() + " secrets]";
    }
}
