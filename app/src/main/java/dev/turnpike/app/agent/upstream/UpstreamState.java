package dev.turnpike.app.agent.upstream;

import dev.turnpike.app.agent.upstream.UpstreamNews.Answered;
import dev.turnpike.app.agent.upstream.UpstreamNews.Failed;
import dev.turnpike.app.agent.upstream.UpstreamNews.Spoken;
import dev.turnpike.gateway.trial.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;

/// The newest bad news of each channel, and of each model that is asked for there. Used under the lock of its
/// [UpstreamWitness].
final class UpstreamState {
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final int MOST = 64;

    /// What news are about.
    ///
    /// @param asked the model, empty where it is the channel as a whole
    private record Subject(String channel, String asked, Matter matter) {}

    /// What later good news take back.
    private enum Matter {
        /// Whether the channel answers.
        CHANNEL,
        /// Whether it has the model.
        MODEL,
        /// Whether the model calls tools.
        TOOLS
    }

    private final LinkedHashMap<Subject, UpstreamNews> bad = new LinkedHashMap<>();

    /// Takes news in; the answer is whether the bad ones are others now.
    boolean take(UpstreamNews news) {
        return switch (news.result()) {
            case Answered answered -> {
                boolean reached = forget(news, Matter.CHANNEL, Matter.MODEL);
                boolean tools = answered.called() || (answered.offered() && !isSpoken(news));
                boolean called = tools && forget(news, Matter.TOOLS);
                yield reached || called;
            }
            case Spoken _ -> {
                boolean reached = forget(news, Matter.CHANNEL, Matter.MODEL);
                boolean spoken = keep(news, Matter.TOOLS);
                yield reached || spoken;
            }
            case Failed(var trouble) -> failed(news, trouble);
        };
    }

    private boolean failed(UpstreamNews news, Trouble trouble) {
        return switch (trouble) {
            case NOBODY, UNREACHABLE, GUARD, PAGE, MOVED, KEY, PATH -> keep(news, Matter.CHANNEL);
            case MODEL, TOOLS -> {
                boolean reached = forget(news, Matter.CHANNEL);
                boolean kept = keep(news, trouble == Trouble.MODEL ? Matter.MODEL : Matter.TOOLS);
                yield reached || kept;
            }
            // whatever that is, it passes, and says nothing about how the channel is set up
            case BALANCE, LIMIT, FAULT, OTHER -> false;
        };
    }

    /// Words in place of a call are not outdone by words without one.
    private boolean isSpoken(UpstreamNews news) {
        UpstreamNews known = bad.get(subject(news, Matter.TOOLS));
        return known != null && known.result() instanceof Spoken;
    }

    private boolean forget(UpstreamNews news, Matter... matters) {
        boolean changed = false;
        for (Matter matter : matters) {
            Subject subject = subject(news, matter);
            UpstreamNews known = bad.get(subject);
            if (known != null && !known.at().isAfter(news.at())) {
                bad.remove(subject);
                changed = true;
            }
        }
        return changed;
    }

    private boolean keep(UpstreamNews news, Matter matter) {
        Subject subject = subject(news, matter);
        UpstreamNews known = bad.get(subject);
        if (known != null && known.at().isAfter(news.at())) {
            return false;
        }
        bad.remove(subject);
        bad.put(subject, news);
        if (bad.size() > MOST) {
            bad.pollFirstEntry();
        }
        return known == null || !known.result().equals(news.result());
    }

    private static Subject subject(UpstreamNews news, Matter matter) {
        return new Subject(news.channel(), matter == Matter.CHANNEL ? "" : news.asked(), matter);
    }

    /// The bad news that still count at that time.
    List<UpstreamNews> at(Instant now) {
        bad.values().removeIf(news -> news.at().plus(LONGEST).isBefore(now));
        return List.copyOf(bad.values());
    }
}
