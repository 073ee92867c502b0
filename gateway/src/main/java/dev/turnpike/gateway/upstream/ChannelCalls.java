package dev.turnpike.gateway.upstream;

import dev.turnpike.gateway.bytes.Pieces;
import dev.turnpike.gateway.channel.AuthStyle;
import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.channel.SecretSource;
import dev.turnpike.gateway.channel.UpstreamProtocol;
import dev.turnpike.gateway.http.Credentials;
import dev.turnpike.gateway.http.Headers;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/// Makes the calls that a channel's upstream expects: address, credential, header fields.
public final class ChannelCalls {
    private static final String ANTHROPIC_VERSION = "2023-06-01";

    private final SecretSource secrets;
    private final String userAgent;

    public ChannelCalls(SecretSource secrets, String version) {
        this.secrets = secrets;
        this.userAgent = "Turnpike/" + version;
    }

    /// A model call.
    ///
    /// @param query of the client's request, forwarded where the dialect is the client's own
    /// @param client the client's fields, credentials included
    public UpstreamCall messages(Channel channel, String query, Headers client, boolean stream, Pieces body) {
        boolean sameDialect = channel.protocol() == UpstreamProtocol.ANTHROPIC;
        URI uri = sameDialect
                ? withQuery(channel.endpoint().messages(), query)
                : channel.endpoint().messages();
        Headers fields = sameDialect ? HeaderPolicy.forwarded(client) : translatedFields(stream);
        return call("POST", uri, channel, fields, client, body);
    }

    /// A count of tokens by the Messages API, whatever dialect the channel speaks otherwise; empty where there is no
    /// address for it.
    ///
    /// @param body asked for only where there is one
    public Optional<UpstreamCall> countTokens(Channel channel, String query, Headers client, Supplier<Pieces> body) {
        boolean sameDialect = channel.protocol() == UpstreamProtocol.ANTHROPIC;
        Headers fields = sameDialect
                ? HeaderPolicy.forwarded(client)
                : translatedFields(false).with("anthropic-version", ANTHROPIC_VERSION);
        return Optional.ofNullable(channel.endpoint().countTokens())
                .map(uri -> sameDialect ? withQuery(uri, query) : uri)
                .map(uri -> call("POST", uri, channel, fields, client, body.get()));
    }

    /// The list of models.
    public UpstreamCall models(Channel channel) {
        Headers fields = Headers.of("accept", "application/json", "user-agent", userAgent);
        if (channel.protocol() == UpstreamProtocol.ANTHROPIC) {
            fields = fields.with("anthropic-version", ANTHROPIC_VERSION);
        }
        return call("GET", channel.endpoint().models(), channel, fields, Headers.empty(), Pieces.NONE);
    }

    /// What a call of that channel proves itself with: its credential, every field that the channel's owner added, and
    /// the values in the query of its base URL.
    public static Credentials credentials(Channel channel, UpstreamCall call) {
        List<String> values = new ArrayList<>(2);
        call.headers().first("authorization").map(ChannelCalls::withoutScheme).ifPresent(values::add);
        call.headers().first("x-api-key").ifPresent(values::add);
        channel.headers().fields().forEach(field -> values.add(withoutScheme(field.value())));
        String query = channel.endpoint().messages().getRawQuery();
        if (query != null) {
            for (String pair : query.split("&", -1)) {
                values.add(pair.substring(pair.indexOf('=') + 1));
            }
        }
        AuthStyle auth = channel.effectiveAuth();
        boolean callers = auth == AuthStyle.FORWARD
                || (auth == AuthStyle.KEY_OR_CALLER && channel.keys().isEmpty());
        return new Credentials(values, callers);
    }

    /// What stands behind `Bearer` and the like.
    private static String withoutScheme(String value) {
        return value.substring(value.indexOf(' ') + 1).strip();
    }

    private Headers translatedFields(boolean stream) {
        return Headers.of(
                "content-type",
                "application/json",
                "accept",
                stream ? "text/event-stream" : "application/json",
                "user-agent",
                userAgent);
    }

    private UpstreamCall call(String method, URI uri, Channel channel, Headers fields, Headers client, Pieces body) {
        Headers all = fields.with("accept-encoding", "identity")
                .with(credential(channel, client))
                .with(channel.headers());
        return new UpstreamCall(method, uri, all, body, channel.timeouts().connect(), channel.proxy(), channel.trust());
    }

    private Headers credential(Channel channel, Headers client) {
        Optional<String> key =
                channel.keys().stream().flatMap(k -> secrets.find(k).stream()).findFirst();
        return switch (channel.effectiveAuth()) {
            case NONE -> Headers.empty();
            case FORWARD -> client.where(name -> name.equals("authorization") || name.equals("x-api-key"));
            case KEY_OR_CALLER ->
                key.or(() -> callerKey(client)).map(ChannelCalls::bearer).orElse(Headers.empty());
            case AUTO, BEARER -> key.map(ChannelCalls::bearer).orElse(Headers.empty());
            case X_API_KEY -> key.map(k -> Headers.of("x-api-key", k)).orElse(Headers.empty());
        };
    }

    private static Optional<String> callerKey(Headers client) {
        return client.first("authorization")
                .filter(value -> value.toLowerCase(Locale.ROOT).startsWith("bearer "))
                .map(value -> value.substring("bearer ".length()).strip())
                .or(() -> client.first("x-api-key"))
                .filter(key -> !key.isEmpty());
    }

    private static Headers bearer(String key) {
        return Headers.of("authorization", "Bearer " + key);
    }

    private static URI withQuery(URI uri, String query) {
        if (query.isEmpty()) {
            return uri;
        }
        return URI.create(uri + (uri.getRawQuery() == null ? "?" : "&") + query);
    }
}
