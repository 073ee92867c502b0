package dev.turnpike.app.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A user's arguments for Claude Code, with their own `--settings` taken out.
///
/// @param rest everything else, in order
/// @param settings a file or JSON; the last one counts, as for Claude Code itself
public record ClaudeArguments(List<String> rest, Optional<String> settings) {
    private static final String OPTION = "--settings";

    public ClaudeArguments {
        rest = List.copyOf(rest);
    }

    /// Takes the arguments apart. What stands behind `--` is left alone.
    public static ClaudeArguments of(List<String> arguments) {
        List<String> rest = new ArrayList<>();
        Optional<String> settings = Optional.empty();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.equals("--")) {
                rest.addAll(arguments.subList(i, arguments.size()));
                break;
            }
            if (argument.equals(OPTION) && i + 1 < arguments.size()) {
                i++;
                settings = Optional.of(arguments.get(i));
            } else if (argument.startsWith(OPTION + "=")) {
                settings = Optional.of(argument.substring(OPTION.length() + 1));
            } else {
                rest.add(argument);
            }
        }
        return new ClaudeArguments(rest, settings);
    }
}
