package dev.turnpike.app.platform;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A program to run, with all that it gets.
///
/// @param words the program and its arguments, with no shell in between; a bare name is looked for on this process's
///     PATH, not on that of the environment
/// @param environment all its variables; nothing is added from this process
/// @param folder where it runs; this process's working folder where empty
public record CommandLine(List<String> words, Map<String, String> environment, Optional<Path> folder) {
    public CommandLine {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }

    /// A program that sees these variables, in this process's working folder.
    public CommandLine(List<String> words, Map<String, String> environment) {
        this(words, environment, Optional.empty());
    }

    /// A program that sees what this process sees.
    public static CommandLine in(Surroundings around, String... words) {
        return new CommandLine(List.of(words), around.environment(), Optional.empty());
    }

    /// The same in another folder.
    public CommandLine at(Path where) {
        return new CommandLine(words, environment, Optional.of(where));
    }

    /// The program alone: arguments and variables may hold secrets.
    @Override
    public String toString() {
        return "CommandLine[" + words.stream().findFirst().orElse("") + "]";
    }
}
