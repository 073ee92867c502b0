package dev.turnpike.app.agent.source;

import dev.turnpike.app.platform.CommandLine;
import dev.turnpike.app.platform.CommandOutcome;
import dev.turnpike.app.platform.CommandRunner;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Waits for no program longer than three seconds, and does not ask one again at once that gave no answer: many files
/// must not take many times as long.
final class BriefCommands implements CommandRunner {
    static final Duration LIMIT = Duration.ofSeconds(3);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final CommandRunner runner;
    private final Map<String, Long> silent = new ConcurrentHashMap<>();

    BriefCommands(CommandRunner runner) {
        this.runner = runner;
    }

    @Override
    public CommandOutcome run(CommandLine command, Duration limit) {
        String program = command.words().getFirst();
        Long since = silent.get(program);
        if (since != null && System.nanoTime() - since < PAUSE.toNanos()) {
            return new CommandOutcome.TimedOut("", "");
        }
        CommandOutcome outcome = runner.run(command, limit.compareTo(LIMIT) < 0 ? limit : LIMIT);
        if (outcome instanceof CommandOutcome.TimedOut) {
            silent.put(program, System.nanoTime());
        } else {
            silent.remove(program);
        }
        return outcome;
    }
}
