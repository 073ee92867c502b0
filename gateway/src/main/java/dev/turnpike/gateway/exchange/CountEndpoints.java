package dev.turnpike.gateway.exchange;

import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.counting.Served;
import dev.turnpike.gateway.upstream.UpstreamReply;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Which upstreams have shown that they do not count tokens.
///
/// Known for each model, as a server may say with the same status that it has no such model; and for as long as the
/// configuration stands: a new one brings new channels.
final class CountEndpoints {
    /// Names of models may be a client's invention.
    private static final int MOST = 1000;

    private final Map<Served, Channel> absent = new ConcurrentHashMap<>();

    // the very channel is meant, not one that is configured alike later
    @SuppressWarnings("ReferenceEquality")
    boolean mayCount(Served served, Channel channel) {
        return absent.get(served) != channel;
    }

    /// Takes notice of a reply that holds no count.
    void noCount(Served served, Channel channel, UpstreamReply reply) {
        boolean none = switch (reply) {
            case UpstreamReply.Refused refused -> isAbsence(refused.status());
            // a page, or a stream: something else is there
            case UpstreamReply.Whole _, UpstreamReply.Streaming _ -> true;
            case UpstreamReply.Unreachable _, UpstreamReply.Broken _ -> false;
        };
        if (none) {
            if (absent.size() >= MOST) {
                absent.clear();
            }
            absent.put(served, channel);
        }
    }

    private static boolean isAbsence(int status) {
        return status < 400 || status == 404 || status == 405 || status == 501;
    }
}
