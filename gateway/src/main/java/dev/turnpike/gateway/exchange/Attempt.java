package dev.turnpike.gateway.exchange;

import dev.turnpike.gateway.anthropic.ApiError;
import dev.turnpike.gateway.anthropic.RequestHead;
import dev.turnpike.gateway.anthropic.TokenUsage;
import dev.turnpike.gateway.http.Headers;
import dev.turnpike.gateway.routing.Leg;
import dev.turnpike.gateway.translation.Adjustment;
import dev.turnpike.gateway.translation.FramedReply;
import dev.turnpike.gateway.translation.ReplyFrames;
import dev.turnpike.gateway.translation.ReplyTranslation;
import dev.turnpike.gateway.translation.SearchAnswer;
import dev.turnpike.gateway.translation.TranslatedRequest;
import dev.turnpike.gateway.translation.Translation;
import dev.turnpike.gateway.translation.Translations;
import dev.turnpike.gateway.translation.WholeReply;
import dev.turnpike.gateway.upstream.Cancellation;
import dev.turnpike.gateway.upstream.ChannelCalls;
import dev.turnpike.gateway.upstream.HeaderPolicy;
import dev.turnpike.gateway.upstream.ReplyStream;
import dev.turnpike.gateway.upstream.Upstream;
import dev.turnpike.gateway.upstream.UpstreamCall;
import dev.turnpike.gateway.upstream.UpstreamReply;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// One call to one upstream on behalf of an exchange: translate, send, translate back, write.
final class Attempt {
    private static final int MOST_COLLECTED = 64 << 20;

    private final Exchange exchange;
    private final RequestHead head;
    private final Leg leg;
    private final BodyWork work;
    private final PromptTokens tokens;
    private final Translation translation;

    Attempt(Exchange exchange, RequestHead head, Leg leg, BodyWork work, PromptTokens tokens) {
        this.exchange = exchange;
        this.head = head;
        this.leg = leg;
        this.work = work;
        this.tokens = tokens;
        this.translation = Translations.of(
                leg.channel().protocol(), leg.channel().id(), leg.channel().compat());
    }

    Outcome run(Upstream upstream, ChannelCalls calls) {
        Arrival arrival = exchange.arrival();
        if (head.webSearch() && !leg.channel().searchesTheWeb()) {
            return unavailable(arrival.body());
        }
        TranslatedRequest sent = translated(arrival.body());
        if (!sent.adjustments().isEmpty()) {
            exchange.announce(new Moment.Adjusted(exchange.id(), exchange.now(), sent.adjustments()));
        }
        UpstreamCall call =
                calls.messages(leg.channel(), arrival.query(), arrival.headers(), head.stream(), sent.body());
        long estimate = tokens.estimate(leg, sent.body());
        ReplyTranslation back = translation.reply(sent, estimate);
        Cancellation cancellation = exchange.begin(leg.channel().timeouts());
        exchange.sent(call, leg);
        try {
            Outcome outcome = answered(upstream.send(call, cancellation), back);
            if (outcome instanceof Outcome.Served served) {
                tokens.answered(leg, arrival.body(), sent.body(), estimate, served.usage());
            }
            return outcome;
        } finally {
            exchange.settle();
        }
    }

    private TranslatedRequest translated(byte[] body) {
        Supplier<TranslatedRequest> request = () -> translation.request(body, head, leg.servedModel());
        return translation.takesLong(body) ? BodyWork.takeTime(request) : work.translate(body.length, request);
    }

    /// Nobody is asked: a model would be given a tool that no one runs.
    private Outcome unavailable(byte[] body) {
        String why = "channel " + leg.channel().name() + " cannot search the web: answered by the gateway";
        exchange.announce(
                new Moment.Adjusted(exchange.id(), exchange.now(), List.of(new Adjustment.Dropped("tools", why))));
        SearchAnswer answer = work.translate(
                body.length,
                () -> SearchAnswer.unavailable(body, head.model(), leg.channel().name()));
        if (head.stream()) {
            ReplyFrames frames = new ReplyFrames();
            exchange.gate().answered(() -> exchange.fields(Headers.empty()), frames);
            answer.tell(frames);
            return delivered(frames, Headers.empty());
        }
        exchange.whole(answer.json(), Headers.empty());
        return new Outcome.Served(TokenUsage.NONE, "end_turn");
    }

    private Outcome answered(UpstreamReply reply, ReplyTranslation back) {
        return switch (reply) {
            case UpstreamReply.Streaming r -> {
                exchange.answered(r.status(), r.headers());
                yield stream(r, back);
            }
            case UpstreamReply.Whole r -> {
                exchange.answered(r.status(), r.headers());
                exchange.received(r.body(), r.body().length);
                yield head.stream() ? replay(r, back) : whole(r, back);
            }
            case UpstreamReply.Refused r -> {
                exchange.answered(r.status(), r.headers());
                exchange.received(r.body(), r.body().length);
                yield refused(r);
            }
            case UpstreamReply.Unreachable r -> lost(r.why());
            case UpstreamReply.Broken r -> lost(r.why());
        };
    }

    private Outcome stream(UpstreamReply.Streaming reply, ReplyTranslation back) {
        try (ReplyStream stream = reply.stream()) {
            if (!head.stream()) {
                return collected(stream, reply.headers(), back);
            }
            ReplyFrames frames = new ReplyFrames();
            exchange.gate().answered(() -> exchange.fields(relayed(reply.headers())), frames);
            exchange.waits();
            stream.pass((bytes, length) -> pass(bytes, length, back, frames));
            if (!frames.isOver() && stream.cut().isPresent()) {
                return lost(stream.cut().orElseThrow());
            }
            back.end(frames);
            Outcome outcome = delivered(frames, reply.headers());
            if (outcome instanceof Outcome.Served) {
                stream.drain();
            }
            return outcome;
        }
    }

    /// The upstream streams although no stream was asked for.
    private Outcome collected(ReplyStream stream, Headers fields, ReplyTranslation back) {
        ReplyFrames frames = new ReplyFrames();
        AtomicInteger size = new AtomicInteger();
        exchange.waits();
        stream.pass((bytes, length) -> {
            take(bytes, length, back, frames);
            exchange.waits();
            return !frames.isOver() && size.addAndGet(length) <= MOST_COLLECTED;
        });
        if (!frames.isOver() && stream.cut().isPresent()) {
            return lost(stream.cut().orElseThrow());
        }
        if (size.get() > MOST_COLLECTED) {
            return lost("the upstream streams without an end although no stream was asked for");
        }
        back.end(frames);
        return whole(work.look(size.get(), () -> FramedReply.of(frames)), fields);
    }

    /// Passes on what the upstream sent; false once the message is over.
    private boolean pass(byte[] bytes, int length, ReplyTranslation back, ReplyFrames frames) {
        take(bytes, length, back, frames);
        exchange.gate().pass();
        exchange.waits();
        return !frames.isOver();
    }

    private void take(byte[] bytes, int length, ReplyTranslation back, ReplyFrames frames) {
        exchange.received(bytes, length);
        int eventsBefore = frames.events();
        back.accept(bytes, 0, length, frames);
        exchange.heard(frames.events() > eventsBefore);
    }

    private Outcome replay(UpstreamReply.Whole reply, ReplyTranslation back) {
        ReplyFrames frames = new ReplyFrames();
        exchange.gate().answered(() -> exchange.fields(relayed(reply.headers())), frames);
        byte[] body = reply.body();
        work.look(body.length, () -> {
            back.replay(body, frames);
            return frames;
        });
        return delivered(frames, reply.headers());
    }

    /// The upstream has said all it will: the message is complete, or it is lost.
    private Outcome delivered(ReplyFrames frames, Headers fields) {
        ApiError failure = frames.failure();
        if (failure != null) {
            return new Outcome.Lost(failure, relayed(fields));
        }
        if (!frames.finished()) {
            return lost("the upstream's answer ended before the message was complete");
        }
        exchange.gate().end();
        return new Outcome.Served(frames.usage(), frames.stopReason());
    }

    private Outcome whole(UpstreamReply.Whole reply, ReplyTranslation back) {
        byte[] body = reply.body();
        return whole(work.look(body.length, () -> back.whole(body)), reply.headers());
    }

    private Outcome whole(WholeReply reply, Headers fields) {
        return switch (reply) {
            case WholeReply.Message message -> {
                exchange.whole(message.json(), relayed(fields));
                yield new Outcome.Served(message.usage(), message.stopReason());
            }
            case WholeReply.NotAMessage none -> new Outcome.Lost(none.error(), relayed(fields));
        };
    }

    private Outcome refused(UpstreamReply.Refused reply) {
        String type = reply.headers().first("content-type").orElse("");
        Headers fields = relayed(reply.headers());
        if (reply.status() < 400) {
            return new Outcome.Lost(
                    ApiError.of(
                            502,
                            "the upstream answered with a redirect (" + reply.status() + "), which is not followed"),
                    fields);
        }
        return new Outcome.Lost(translation.refusal(reply.status(), type, reply.body()), fields);
    }

    private Headers relayed(Headers upstream) {
        return switch (leg.channel().protocol()) {
            case ANTHROPIC -> HeaderPolicy.relayed(upstream);
            case OPENAI_CHAT -> HeaderPolicy.relayedAroundTranslation(upstream);
        };
    }

    private Outcome lost(String why) {
        int status = exchange.timedOut() ? 504 : 502;
        return Outcome.Lost.of(ApiError.of(status, "channel " + leg.channel().name() + ": " + why));
    }
}
