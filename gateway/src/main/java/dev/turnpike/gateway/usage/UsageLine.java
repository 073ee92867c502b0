package dev.turnpike.gateway.usage;

import dev.turnpike.gateway.anthropic.TokenUsage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalDouble;

/// What was used in one part of time, of one model or of several.
///
/// @param start when the part of time began; of several the earliest
/// @param model empty for several, or where none served; so are channel, project and session
/// @param requests that ended
/// @param failed how many of these failed or were given up by the client
/// @param usage `input` leaves out what the cache served or took
/// @param saved by the cache, in billionths of a US dollar
/// @param generatedMicros how long streams of answers took from their first content to their end
/// @param generatedTokens that came in that time
/// @param firstTokens of answered requests
/// @param durations of answered requests
public record UsageLine(
        Instant start,
        String model,
        String channel,
        String project,
        String session,
        long requests,
        long failed,
        TokenUsage usage,
        CostSum cost,
        long saved,
        long generatedMicros,
        long generatedTokens,
        LatencyHistogram firstTokens,
        LatencyHistogram durations) {
    /// Nothing was used.
    public static final UsageLine NONE = new UsageLine(
            Instant.EPOCH,
            "",
            "",
            "",
            "",
            0,
            0,
            TokenUsage.NONE,
            CostSum.NONE,
            0,
            0,
            0,
            LatencyHistogram.EMPTY,
            LatencyHistogram.EMPTY);

    private static final double MICROS_PER_SECOND = 1e6;

    /// One exchange, in its hour of UTC.
    public static UsageLine of(Use use) {
        return of(use, Step.HOUR, ZoneOffset.UTC);
    }

    /// One exchange. Lines of hours can be put together to days of the same zone exactly, and to those of
    /// another one as far as its hours begin when these do.
    public static UsageLine of(Use use, Step step, ZoneId zone) {
        Optional<Duration> first = use.failed() ? Optional.empty() : use.firstToken();
        // an answer in one piece has no speed
        long micros = first.map(begun -> use.duration().minus(begun).toNanos() / 1_000)
                .orElse(0L);
        boolean streamed = micros > 0 && use.usage().output() > 0;
        return new UsageLine(
                step.start(use.epochMillis(), zone),
                use.model(),
                use.channel(),
                use.project(),
                use.session(),
                1,
                use.failed() ? 1 : 0,
                use.usage(),
                CostSum.of(use.cost()),
                use.saved(),
                streamed ? micros : 0,
                streamed ? use.usage().output() : 0,
                first.map(LatencyHistogram::of).orElse(LatencyHistogram.EMPTY),
                use.failed() ? LatencyHistogram.EMPTY : LatencyHistogram.of(use.duration()));
    }

    /// Both together: what they do not have in common is empty.
    public UsageLine plus(UsageLine other) {
        if (requests == 0) {
            return other;
        }
        if (other.requests == 0) {
            return this;
        }
        return new UsageLine(
                start.isBefore(other.start) ? start : other.start,
                common(model, other.model),
                common(channel, other.channel),
                common(project, other.project),
                common(session, other.session),
                requests + other.requests,
                failed + other.failed,
                new TokenUsage(
                        usage.input() + other.usage.input(),
                        usage.output() + other.usage.output(),
                        usage.cacheRead() + other.usage.cacheRead(),
                        usage.cacheCreation() + other.usage.cacheCreation()),
                cost.plus(other.cost),
                saved + other.saved,
                generatedMicros + other.generatedMicros,
                generatedTokens + other.generatedTokens,
                firstTokens.plus(other.firstTokens),
                durations.plus(other.durations));
    }

    private static String common(String one, String other) {
        return one.equals(other) ? one : "";
    }

    /// All tokens: input, output, read from and written to the cache.
    public long tokens() {
        return usage.input() + usage.output() + usage.cacheRead() + usage.cacheCreation();
    }

    /// Tokens a second while answers were streaming; empty where none were.
    public OptionalDouble tokensPerSecond() {
        return generatedMicros == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(generatedTokens * MICROS_PER_SECOND / generatedMicros);
    }

    /// The share of what went in that was read from the cache, from 0 to 1; empty where nothing went in.
    public OptionalDouble cacheShare() {
        long in = usage.input() + usage.cacheRead() + usage.cacheCreation();
        return in == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) usage.cacheRead() / in);
    }
}
