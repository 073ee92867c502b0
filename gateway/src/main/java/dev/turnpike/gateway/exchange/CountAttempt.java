package dev.turnpike.gateway.exchange;

import dev.turnpike.gateway.anthropic.MessagesCodec;
import dev.turnpike.gateway.anthropic.RequestHead;
import dev.turnpike.gateway.anthropic.TokenUsage;
import dev.turnpike.gateway.counting.TokenEstimate;
import dev.turnpike.gateway.http.Headers;
import dev.turnpike.gateway.routing.Leg;
import dev.turnpike.gateway.translation.Translations;
import dev.turnpike.gateway.upstream.Cancellation;
import dev.turnpike.gateway.upstream.ChannelCalls;
import dev.turnpike.gateway.upstream.Upstream;
import dev.turnpike.gateway.upstream.UpstreamCall;
import dev.turnpike.gateway.upstream.UpstreamReply;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Counts the tokens of a request: by the upstream where it can, else by an estimate. There is always an answer.
final class CountAttempt {
    private final Exchange exchange;
    private final RequestHead head;
    private final Leg leg;

    CountAttempt(Exchange exchange, RequestHead head, Leg leg) {
        this.exchange = exchange;
        this.head = head;
        this.leg = leg;
    }

    Outcome run(Upstream upstream, ChannelCalls calls) {
        byte[] json = asked(upstream, calls).orElseGet(this::estimated);
        if (exchange.clientGone()) {
            throw new ClientGone();
        }
        exchange.whole(json, Headers.empty());
        return new Outcome.Served(TokenUsage.NONE, "");
    }

    private Optional<byte[]> asked(Upstream upstream, ChannelCalls calls) {
        Arrival arrival = exchange.arrival();
        byte[] body = Translations.of(leg.channel().protocol(), leg.channel().compat())
                .request(arrival.body(), head, leg.servedModel())
                .bytes();
        return calls.countTokens(leg.channel(), arrival.query(), arrival.headers(), body)
                .flatMap(call -> send(upstream, call));
    }

    private Optional<byte[]> send(Upstream upstream, UpstreamCall call) {
        Cancellation cancellation = exchange.begin(leg);
        exchange.announce(
                new Moment.Sent(exchange.id(), System.nanoTime(), exchange.attempts(), call.uri(), call.body()));
        try {
            UpstreamReply reply = upstream.send(call, cancellation);
            if (reply instanceof UpstreamReply.Streaming streaming) {
                streaming.stream().close();
            }
            return reply instanceof UpstreamReply.Whole whole && MessagesCodec.isTokenCount(whole.body())
                    ? Optional.of(whole.body())
                    : Optional.empty();
        } finally {
            exchange.settle();
        }
    }

    private byte[] estimated() {
        long tokens = TokenEstimate.ofBytes(exchange.arrival().body().length);
        return ("{\"input_tokens\":" + tokens + "}").getBytes(StandardCharsets.UTF_8);
    }
}
