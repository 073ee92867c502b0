package dev.turnpike.gateway.trial;

import dev.turnpike.gateway.channel.AuthStyle;
import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.channel.Secrets;
import dev.turnpike.gateway.channel.UpstreamProtocol;
import dev.turnpike.gateway.upstream.Reach;
import java.net.URI;
import java.util.List;

/// What to do about what is wrong with a channel, in a sentence or two.
///
/// @param keyed the channel has a key to send
public record Advice(Channel channel, boolean keyed) {
    private static final int NAMED_MODELS = 3;

    String obstacle(Reach.Obstacle obstacle) {
        URI base = channel.endpoint().base();
        return switch (obstacle) {
            case NAME -> "Check the host in the base URL, and whether this computer is online.";
            case REFUSED ->
                isLocal(base)
                        ? "Nothing listens there. Start the model server, or correct the port in the base URL."
                        : "Check the port in the base URL, and whether a firewall or a proxy is in the way.";
            case SILENCE -> "Check the address, the network and whether a proxy is needed.";
            case TLS ->
                isLocal(base)
                        ? "A server on this machine often speaks plain HTTP: try http:// in the base URL."
                        : "The certificate is not trusted or the server speaks no TLS. Check the base URL.";
            case TRUST -> "Correct \"trust\" of the channel in turnpike.json, or the file.";
            case OTHER -> "Check the base URL and the network.";
        };
    }

    String noList(int status) {
        if (status == 401 || status == 403) {
            return key();
        }
        return status == 0
                ? "Test the channel to see how far it is reached."
                : "Not every upstream lists its models. Type the names instead.";
    }

    String refused(StreamTrial.Refused refused, List<String> listed) {
        return about(
                refused.trouble(), channel.models().resolve(ChannelTrial.ASKED).name(), listed);
    }

    /// What to do about it.
    ///
    /// @param served the model that was sent
    /// @param listed the models that the upstream is known to have
    public String about(Trouble trouble, String served, List<String> listed) {
        return switch (trouble) {
            case NOBODY -> obstacle(Reach.Obstacle.REFUSED);
            case UNREACHABLE -> "Check the base URL, the network, and whether a proxy is needed or in the way.";
            case GUARD ->
                "Cloudflare answered in place of the upstream. Check the base URL, or try from another network.";
            case PAGE -> "A web page answered in place of an API. " + address();
            case MODEL -> model(served, listed);
            case TOOLS ->
                "Start the model server with tool calling (vLLM: --enable-auto-tool-choice and --tool-call-parser, "
                        + "llama.cpp: --jinja), or map to a model that calls tools.";
            case MOVED -> "Enter the address that it redirects to as the base URL.";
            case KEY -> key();
            case BALANCE -> "The account has no balance. Top it up, or use another key.";
            case PATH ->
                "Nothing answers at POST " + Secrets.shown(channel.endpoint().messages()) + ". " + address();
            case LIMIT -> "The upstream limits requests or the quota is used up. Try again later, or use another key.";
            case FAULT -> "The upstream has a problem of its own. Try again in a minute.";
            case OTHER -> "The upstream understood the address and refused the question. " + address();
        };
    }

    String lost() {
        return "The upstream ended the connection. " + address();
    }

    private String key() {
        if (!keyed) {
            return channel.auth() == AuthStyle.NONE
                    ? "The upstream wants a key, and Credential says that none is sent."
                    : "The upstream wants a key. Add one.";
        }
        String other = channel.effectiveAuth() == AuthStyle.X_API_KEY ? "as a bearer token" : "as x-api-key";
        return "Check the key, and that it belongs to this address. Some upstreams want it " + other
                + ", see Credential.";
    }

    private static String model(String served, List<String> listed) {
        String known = listed.isEmpty()
                ? ""
                : " It lists "
                        + String.join(", ", listed.stream().limit(NAMED_MODELS).toList())
                        + (listed.size() > NAMED_MODELS ? " and " + (listed.size() - NAMED_MODELS) + " more." : ".");
        return "The upstream does not know " + served + ". Map the names to models that it has." + known;
    }

    private String address() {
        String other = channel.protocol() == UpstreamProtocol.ANTHROPIC ? "OpenAI chat/completions" : "Anthropic";
        return "Check the base URL, and whether the upstream speaks " + other + " instead.";
    }

    private static boolean isLocal(URI uri) {
        String host = String.valueOf(uri.getHost());
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }
}
