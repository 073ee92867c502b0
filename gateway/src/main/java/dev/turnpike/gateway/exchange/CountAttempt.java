package dev.turnpike.gateway.exchange;

import dev.turnpike.gateway.anthropic.MessagesCodec;
import dev.turnpike.gateway.anthropic.RequestHead;
import dev.turnpike.gateway.anthropic.TokenUsage;
import dev.turnpike.gateway.bytes.Pieces;
import dev.turnpike.gateway.channel.Timeouts;
import dev.turnpike.gateway.channel.UpstreamProtocol;
import dev.turnpike.gateway.counting.Served;
import dev.turnpike.gateway.http.Headers;
import dev.turnpike.gateway.routing.Leg;
import dev.turnpike.gateway.translation.Translation;
import dev.turnpike.gateway.translation.Translations;
import dev.turnpike.gateway.upstream.Cancellation;
import dev.turnpike.gateway.upstream.ChannelCalls;
import dev.turnpike.gateway.upstream.Upstream;
import dev.turnpike.gateway.upstream.UpstreamCall;
import dev.turnpike.gateway.upstream.UpstreamReply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/// Counts the tokens of a request: by the upstream where it can, else here. There is always an answer.
final class CountAttempt {
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Exchange exchange;
    private final RequestHead head;
    private final Leg leg;
    private final BodyWork work;
    private final PromptTokens tokens;
    private final Served served;

    CountAttempt(Exchange exchange, RequestHead head, Leg leg, BodyWork work, PromptTokens tokens) {
        this.exchange = exchange;
        this.head = head;
        this.leg = leg;
        this.work = work;
        this.tokens = tokens;
        this.served = PromptTokens.served(leg);
    }

    Outcome run(Upstream upstream, ChannelCalls calls) {
        byte[] json = asked(upstream, calls)
                .orElseGet(() -> json(tokens.count(served, exchange.arrival().body())));
        if (exchange.clientGone()) {
            throw new ClientGone();
        }
        exchange.whole(json, Headers.empty());
        return new Outcome.Served(TokenUsage.NONE, "");
    }

    private Optional<byte[]> asked(Upstream upstream, ChannelCalls calls) {
        if (!tokens.endpoints().mayCount(served, leg.channel())) {
            return Optional.empty();
        }
        Arrival arrival = exchange.arrival();
        return calls.countTokens(leg.channel(), arrival.query(), arrival.headers(), this::translated)
                .flatMap(call -> send(upstream, call));
    }

    /// As the Messages API wants it, which is what is asked whatever dialect the channel speaks.
    private Pieces translated() {
        byte[] body = exchange.arrival().body();
        Translation translation = Translations.of(
                UpstreamProtocol.ANTHROPIC, leg.channel().id(), leg.channel().compat());
        return work.translate(body.length, () -> translation.request(body, head, leg.servedModel()))
                .body();
    }

    private Optional<byte[]> send(Upstream upstream, UpstreamCall call) {
        Cancellation cancellation = exchange.begin(limits(leg.channel().timeouts()));
        exchange.sent(call, leg);
        try {
            UpstreamReply reply = upstream.send(call, cancellation);
            Optional<byte[]> count = counted(reply);
            if (count.isEmpty()) {
                tokens.endpoints().noCount(served, leg.channel(), reply);
            }
            return count;
        } finally {
            exchange.settle();
        }
    }

    private Optional<byte[]> counted(UpstreamReply reply) {
        switch (reply) {
            case UpstreamReply.Whole r -> {
                exchange.answered(r.status(), r.headers());
                exchange.received(r.body(), r.body().length);
                return Optional.of(r.body()).filter(MessagesCodec::isTokenCount);
            }
            case UpstreamReply.Refused r -> {
                exchange.answered(r.status(), r.headers());
                exchange.received(r.body(), r.body().length);
            }
            case UpstreamReply.Streaming r -> {
                exchange.answered(r.status(), r.headers());
                r.stream().close();
            }
            case UpstreamReply.Unreachable r -> {}
            case UpstreamReply.Broken r -> {}
        }
        return Optional.empty();
    }

    /// Our own count soon is worth more than a count in ten minutes.
    private static Timeouts limits(Timeouts channel) {
        return new Timeouts(channel.connect(), shorter(channel.firstByte()), shorter(channel.idle()));
    }

    private static Duration shorter(Duration limit) {
        return limit.compareTo(LONGEST) < 0 ? limit : LONGEST;
    }

    static byte[] json(long tokens) {
        return ("{\"input_tokens\":" + tokens + "}").getBytes(StandardCharsets.UTF_8);
    }
}
