package dev.turnpike.app.agent.source;

import dev.turnpike.app.platform.CommandLine;
import dev.turnpike.app.platform.CommandOutcome;
import dev.turnpike.app.platform.CommandRunner;
import dev.turnpike.app.platform.Surroundings;
import dev.turnpike.app.text.Text;
import java.time.Duration;
import java.util.Optional;

/// Programs of the system that know what is set; each has a short time to answer.
final class Programs {
    private static final Duration LIMIT = BriefCommands.LIMIT;

    private final CommandRunner runner;
    private final Surroundings around;

    Programs(CommandRunner runner, Surroundings around) {
        this.runner = runner;
        this.around = around;
    }

    /// What came of asking.
    ///
    /// @param out what it printed, where it ended well; may be secret
    /// @param err what it complained of; may be secret
    /// @param ok whether the look did not fail: a program that is not here has nothing to say
    /// @param note why there is no answer
    record Answer(Optional<String> out, String err, boolean ok, String note) {
        @Override
        public String toString() {
            return "Answer[" + note + "]";
        }
    }

    /// Runs it with what this process sees.
    Answer ask(String... words) {
        return ask(CommandLine.in(around, words));
    }

    /// Runs it.
    Answer ask(CommandLine command) {
        return switch (runner.run(command, LIMIT)) {
            case CommandOutcome.NotFound _ -> new Answer(Optional.empty(), "", true, Text.of("sources.program.none"));
            case CommandOutcome.TimedOut _ ->
                new Answer(Optional.empty(), "", false, Text.of("sources.program.slow", LIMIT.toSeconds()));
            case CommandOutcome.Ended(int exit, String out, String err) ->
                exit == 0
                        ? new Answer(Optional.of(out), err, true, "")
                        : new Answer(Optional.empty(), err, true, Text.of("sources.program.no", exit));
        };
    }
}
