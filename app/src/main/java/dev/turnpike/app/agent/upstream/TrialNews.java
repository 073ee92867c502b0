package dev.turnpike.app.agent.upstream;

import dev.turnpike.app.agent.upstream.UpstreamNews.Answered;
import dev.turnpike.app.agent.upstream.UpstreamNews.Failed;
import dev.turnpike.app.agent.upstream.UpstreamNews.Result;
import dev.turnpike.gateway.trial.TrialEvent;
import dev.turnpike.gateway.trial.TrialStep;
import dev.turnpike.gateway.trial.Trouble;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads news from the events of a test.
final class TrialNews {
    private static final Pattern STATUS = Pattern.compile("(\\d{3}): (.*)", Pattern.DOTALL);

    private TrialNews() {}

    /// Empty where the event tells nothing about the channel.
    static Optional<Result> of(TrialEvent event) {
        return switch (event) {
            case TrialEvent.Passed passed
            when passed.step() == TrialStep.STREAM -> Optional.of(new Answered(false, false));
            case TrialEvent.Failed failed -> failed(failed);
            case TrialEvent.Began _, TrialEvent.Noted _, TrialEvent.Skipped _, TrialEvent.Passed _ -> Optional.empty();
        };
    }

    private static Optional<Result> failed(TrialEvent.Failed failed) {
        return switch (failed.step()) {
            case REACH -> Optional.of(new Failed(Trouble.unreached(failed.words())));
            case KEY -> Optional.of(new Failed(Trouble.KEY));
            case MODELS -> Optional.empty();
            case STREAM -> {
                Matcher words = STATUS.matcher(failed.words());
                yield words.matches()
                        ? Optional.of(
                                new Failed(Trouble.of(Integer.parseInt(words.group(1)), words.group(2), false, false)))
                        : Optional.empty();
            }
        };
    }
}
