package dev.turnpike.gateway.trial;

import dev.turnpike.gateway.anthropic.ApiError;
import dev.turnpike.gateway.anthropic.ApiErrors;
import dev.turnpike.gateway.anthropic.MessagesCodec;
import dev.turnpike.gateway.anthropic.RequestHead;
import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.http.Headers;
import dev.turnpike.gateway.translation.ReplyFrames;
import dev.turnpike.gateway.translation.ReplyTranslation;
import dev.turnpike.gateway.translation.TranslatedRequest;
import dev.turnpike.gateway.translation.Translation;
import dev.turnpike.gateway.translation.Translations;
import dev.turnpike.gateway.upstream.Cancellation;
import dev.turnpike.gateway.upstream.ChannelCalls;
import dev.turnpike.gateway.upstream.ReplyStream;
import dev.turnpike.gateway.upstream.Upstream;
import dev.turnpike.gateway.upstream.UpstreamReply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/// A short question that a channel is to answer with a stream, through the translation that every request takes.
final class StreamTrial {
    private static final byte[] QUESTION = ("{\"model\":\"" + ChannelTrial.ASKED
                    + "\",\"max_tokens\":64,\"stream\":true,"
                    + "\"messages\":[{\"role\":\"user\",\"content\":\"Reply with the word ready.\"}]}")
            .getBytes(StandardCharsets.UTF_8);
    private static final Headers CLIENT = Headers.of(
            "content-type", "application/json", "accept", "text/event-stream", "anthropic-version", "2023-06-01");

    private final Channel channel;
    private final ChannelCalls calls;
    private final Upstream upstream;
    private final Cancellation cancellation;
    private final Translation translation;

    StreamTrial(Channel channel, ChannelCalls calls, Upstream upstream, Cancellation cancellation) {
        this.channel = channel;
        this.calls = calls;
        this.upstream = upstream;
        this.cancellation = cancellation;
        this.translation = Translations.of(channel.protocol(), channel.id(), channel.compat());
    }

    /// What became of it.
    sealed interface Result {}

    /// The answer is whole.
    ///
    /// @param first until its first content
    /// @param streamed false when it came in one piece
    record Answered(Duration first, boolean streamed) implements Result {}

    /// The upstream answered with an error.
    ///
    /// @param page it is a web page
    /// @param cloudflare it comes from a guard in front of the upstream
    record Refused(int status, String words, boolean page, boolean cloudflare) implements Result {
        static Refused of(UpstreamReply.Refused reply) {
            String type = reply.headers().first("content-type").orElse("").toLowerCase(Locale.ROOT);
            boolean page = type.contains("html");
            boolean cloudflare = page
                    && reply.headers()
                            .first("server")
                            .orElse("")
                            .toLowerCase(Locale.ROOT)
                            .contains("cloudflare");
            String words = reply.status() < 400
                    ? "the upstream redirects to "
                            + reply.headers().first("location").orElse("another address") + ", which is not followed"
                    : ApiErrors.read(reply.status(), type, reply.body()).message();
            return new Refused(reply.status(), words, page, cloudflare);
        }

        Trouble trouble() {
            return Trouble.of(status, words, page, cloudflare);
        }

        /// It is the credential that the upstream does not like.
        boolean ofTheKey() {
            return !page && (status == 401 || status == 403);
        }
    }

    /// The connection or the answer broke.
    record Lost(String why) implements Result {}

    /// The channel's own list of allowed models leaves the model out.
    record NotAllowed(String model) implements Result {}

    Result run(Consumer<Duration> firstContent) {
        String served = channel.models().resolve(ChannelTrial.ASKED).name();
        if (!channel.allows(ChannelTrial.ASKED, served)) {
            return new NotAllowed(served);
        }
        RequestHead head = MessagesCodec.head(QUESTION);
        TranslatedRequest sent = translation.request(QUESTION, head, served);
        long begun = System.nanoTime();
        UpstreamReply reply = upstream.send(calls.messages(channel, "", CLIENT, true, sent.body()), cancellation);
        return switch (reply) {
            case UpstreamReply.Streaming streaming -> stream(streaming, translation.reply(sent), begun, firstContent);
            case UpstreamReply.Whole whole -> whole(whole, translation.reply(sent), begun);
            case UpstreamReply.Refused refused -> Refused.of(refused);
            case UpstreamReply.Unreachable(var why) -> new Lost(why);
            case UpstreamReply.Broken(var why) -> new Lost(why);
        };
    }

    private static Result stream(
            UpstreamReply.Streaming reply, ReplyTranslation back, long begun, Consumer<Duration> firstContent) {
        ReplyFrames frames = new ReplyFrames();
        Duration first = Duration.ZERO;
        byte[] buffer = new byte[16 * 1024];
        try (ReplyStream stream = reply.stream()) {
            int count = stream.read(buffer);
            while (count >= 0 && !frames.isOver()) {
                back.accept(buffer, 0, count, frames);
                frames.take();
                if (first.isZero() && frames.committable()) {
                    first = since(begun);
                    firstContent.accept(first);
                }
                count = frames.isOver() ? -1 : stream.read(buffer);
            }
            if (!frames.isOver() && stream.cut().isPresent()) {
                return new Lost(stream.cut().orElseThrow());
            }
            back.end(frames);
        }
        return ended(frames, first.isZero() ? since(begun) : first, true);
    }

    private static Result whole(UpstreamReply.Whole reply, ReplyTranslation back, long begun) {
        String type = reply.headers().first("content-type").orElse("").toLowerCase(Locale.ROOT);
        if (type.contains("html")) {
            ApiError page = ApiErrors.read(reply.status(), type, reply.body());
            return new Refused(reply.status(), page.message(), true, false);
        }
        ReplyFrames frames = new ReplyFrames();
        back.replay(reply.body(), frames);
        return ended(frames, since(begun), false);
    }

    private static Result ended(ReplyFrames frames, Duration first, boolean streamed) {
        ApiError failure = frames.failure();
        if (failure != null) {
            return new Refused(failure.status(), failure.message(), false, false);
        }
        return frames.finished()
                ? new Answered(first, streamed)
                : new Lost("the upstream's answer ended before the message was complete");
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
