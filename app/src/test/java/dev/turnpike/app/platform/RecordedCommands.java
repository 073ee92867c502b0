package dev.turnpike.app.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Answers for programs that this system may not have; one without an answer is not found.
public final class RecordedCommands implements CommandRunner {
    private final Map<List<String>, CommandOutcome> answers = new LinkedHashMap<>();
    private final Map<List<String>, Runnable> effects = new LinkedHashMap<>();
    private final List<CommandLine> asked = new ArrayList<>();

    /// What that program with those arguments prints; it ends well.
    public RecordedCommands prints(String out, String... words) {
        return ends(new CommandOutcome.Ended(0, out, ""), words);
    }

    /// How that program with those arguments ends.
    public RecordedCommands ends(CommandOutcome outcome, String... words) {
        answers.put(List.of(words), outcome);
        return this;
    }

    /// What that program with those arguments does besides.
    public RecordedCommands does(Runnable effect, String... words) {
        effects.put(List.of(words), effect);
        return this;
    }

    @Override
    public CommandOutcome run(CommandLine command, Duration limit) {
        asked.add(command);
        effects.getOrDefault(command.words(), () -> {}).run();
        return answers.getOrDefault(
                command.words(),
                new CommandOutcome.NotFound(
                        "no such program: " + command.words().getFirst()));
    }

    /// What was run, in order.
    public List<List<String>> asked() {
        return asked.stream().map(CommandLine::words).toList();
    }

    /// What was run, with all that it got.
    public List<CommandLine> commands() {
        return List.copyOf(asked);
    }
}
