package dev.turnpike.gateway.trial;

import dev.turnpike.gateway.channel.AuthStyle;
import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.channel.SecretSource;
import dev.turnpike.gateway.upstream.Cancellation;
import dev.turnpike.gateway.upstream.ChannelCalls;
import dev.turnpike.gateway.upstream.HttpUpstream;
import dev.turnpike.gateway.upstream.Reach;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// One test of a channel: is it reached, does it accept the key, which models has it, does it stream an answer.
///
/// It calls as a request of an agent's would, over connections of its own. One use; [#cancel] from any thread.
public final class ChannelTrial {
    /// The name that is asked for, as Claude Code would.
    public static final String ASKED = "claude-sonnet-5-5";

    private static final long LONGEST_SECONDS = 120;

    private final Channel channel;
    private final ChannelCalls calls;
    private final Redaction redaction;
    private final Advice advice;
    private final boolean keyed;
    private volatile List<String> models = List.of();
    private Consumer<TrialEvent> events = event -> {};
    private Cancellation running = new Cancellation();
    private @Nullable String stopped;

    /// @param version of this program, for the upstream to see
    public ChannelTrial(Channel channel, SecretSource secrets, String version) {
        this.channel = channel;
        this.calls = new ChannelCalls(secrets, version);
        this.redaction = Redaction.of(channel, secrets);
        this.keyed = channel.auth() != AuthStyle.NONE
                && channel.keys().stream().anyMatch(key -> secrets.find(key).isPresent());
        this.advice = new Advice(channel, keyed);
    }

    /// Tries the channel on this thread.
    ///
    /// @param listener told of every event, on this thread
    /// @return whether no step failed
    public boolean run(Consumer<TrialEvent> listener) {
        return within(listener, upstream -> reaches(upstream) && talks(upstream));
    }

    /// Asks for the list of models and nothing else.
    ///
    /// @return whether there is one; [#models] has it
    public boolean fetchModels(Consumer<TrialEvent> listener) {
        return within(listener, upstream -> {
            began(TrialStep.MODELS);
            return switch (list(upstream)) {
                case Listing.Models listed ->
                    passed(TrialStep.MODELS, listed.ids().size() + " listed");
                case Listing.None none -> failed(TrialStep.MODELS, none.words(), advice.noList(none.status()));
            };
        });
    }

    /// The models that the upstream listed; empty until then.
    public List<String> models() {
        return models;
    }

    /// Ends it soon; the running step fails.
    public void cancel() {
        stop("the test was cancelled");
    }

    private synchronized void stop(String why) {
        stopped = stopped == null ? why : stopped;
        running.request(stopped);
    }

    /// What ends the next call: a reply that was read to its end has used up its own.
    private synchronized Cancellation next() {
        running = new Cancellation();
        if (stopped != null) {
            running.request(stopped);
        }
        return running;
    }

    private synchronized boolean isStopped() {
        return stopped != null;
    }

    private boolean within(Consumer<TrialEvent> listener, Predicate<HttpUpstream> course) {
        events = listener;
        CompletableFuture<Boolean> over = new CompletableFuture<>();
        // done before its time it lets go of its timer, which holds this test and the channel's keys
        CompletableFuture<Void> late = over.orTimeout(LONGEST_SECONDS, TimeUnit.SECONDS)
                .handleAsync((done, failure) -> {
                    if (failure != null) {
                        stop("the test took longer than " + LONGEST_SECONDS + " s");
                    }
                    return null;
                });
        try (HttpUpstream upstream = new HttpUpstream()) {
            return course.test(upstream);
        } finally {
            over.complete(true);
            late.cancel(false);
        }
    }

    private boolean reaches(HttpUpstream upstream) {
        began(TrialStep.REACH);
        Reach reach = upstream.reach(
                channel.endpoint().messages(),
                channel.proxy(),
                channel.trust(),
                channel.timeouts().connect(),
                next());
        return switch (reach) {
            case Reach.Stands stands ->
                passed(TrialStep.REACH, (stands.secured() ? "TLS, " : "") + millis(stands.took()), stands.took());
            case Reach.Fails fails ->
                failed(TrialStep.REACH, fails.why(), isStopped() ? "" : advice.obstacle(fails.obstacle()));
        };
    }

    private boolean talks(HttpUpstream upstream) {
        if (channel.auth() == AuthStyle.FORWARD) {
            skipped(TrialStep.KEY, "Claude Code brings its own login");
            skipped(TrialStep.MODELS, "not asked");
            skipped(TrialStep.STREAM, "the first request will tell");
            return true;
        }
        began(TrialStep.KEY);
        Listing listing = list(upstream);
        switch (listing) {
            case Listing.Models listed -> {
                passed(TrialStep.KEY, keyed ? "accepted" : "none needed");
                passed(TrialStep.MODELS, listed.ids().size() + " listed");
            }
            // whether that is the key's fault, the question tells: few vendors list models on every address
            case Listing.None _ -> skipped(TrialStep.MODELS, "not listed");
        }
        began(TrialStep.STREAM);
        StreamTrial stream = new StreamTrial(channel, calls, upstream, next());
        return judge(stream.run(first -> noted("first token, " + seconds(first))), listing);
    }

    private boolean judge(StreamTrial.Result result, Listing listing) {
        boolean keyOpen = listing instanceof Listing.None;
        return switch (result) {
            case StreamTrial.Answered answered -> {
                if (keyOpen) {
                    passed(TrialStep.KEY, keyed ? "accepted" : "none needed");
                }
                yield passed(TrialStep.STREAM, said(answered), answered.first());
            }
            case StreamTrial.Refused refused
            when refused.ofTheKey() -> {
                skipped(TrialStep.STREAM, "not reached");
                yield failed(TrialStep.KEY, words(refused), advice.refused(refused, models));
            }
            case StreamTrial.Refused refused -> {
                if (keyOpen) {
                    skipped(TrialStep.KEY, "not known");
                }
                yield failed(TrialStep.STREAM, words(refused), advice.refused(refused, models));
            }
            case StreamTrial.Lost lost -> {
                if (keyOpen) {
                    skipped(TrialStep.KEY, "not known");
                }
                yield failed(TrialStep.STREAM, lost.why(), isStopped() ? "" : advice.lost());
            }
            case StreamTrial.NotAllowed none -> {
                if (keyOpen) {
                    skipped(TrialStep.KEY, "not known");
                }
                yield failed(
                        TrialStep.STREAM,
                        "this channel does not serve " + none.model(),
                        "Allowed models leave it out. Add it there, or map the name to a model that is allowed.");
            }
        };
    }

    private Listing list(HttpUpstream upstream) {
        Listing listing = Listing.of(upstream.send(calls.models(channel), next()));
        if (listing instanceof Listing.Models(var ids)) {
            models = ids;
        }
        return listing;
    }

    private static String said(StreamTrial.Answered answered) {
        return answered.streamed()
                ? "first token, " + seconds(answered.first())
                : "answered in one piece after " + seconds(answered.first());
    }

    private static String words(StreamTrial.Refused refused) {
        return refused.status() + ": " + refused.words();
    }

    private void began(TrialStep step) {
        events.accept(new TrialEvent.Began(step));
    }

    private void noted(String fact) {
        events.accept(new TrialEvent.Noted(TrialStep.STREAM, fact));
    }

    private boolean passed(TrialStep step, String fact) {
        return passed(step, fact, Duration.ZERO);
    }

    private boolean passed(TrialStep step, String fact, Duration took) {
        events.accept(new TrialEvent.Passed(step, fact, took));
        return true;
    }

    private void skipped(TrialStep step, String why) {
        events.accept(new TrialEvent.Skipped(step, why));
    }

    private boolean failed(TrialStep step, String words, String whatToDo) {
        events.accept(new TrialEvent.Failed(step, redaction.applied(words), redaction.applied(whatToDo)));
        return false;
    }

    private static String millis(Duration took) {
        return Math.max(1, took.toMillis()) + " ms";
    }

    private static String seconds(Duration took) {
        return Math.max(1, Math.round(took.toMillis() / 100.0)) / 10.0 + " s";
    }
}
