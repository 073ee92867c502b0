package dev.turnpike.app.agent.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A Claude Code that runs now.
///
/// @param arguments its command line, the program first; may hold secrets
/// @param environment what it was started with; may hold secrets
/// @param folder where it was started, where that is known
/// @param terminal in which it runs; empty for none
record ClaudeProcess(
        long pid, List<String> arguments, Map<String, String> environment, Optional<Path> folder, String terminal) {
    private static final List<String> RUNTIMES = List.of("node", "bun", "deno");

    ClaudeProcess {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    /// Whether a program with that command line is Claude Code itself, and not a tool that it runs under another name.
    static boolean isOne(List<String> arguments) {
        if (arguments.isEmpty()) {
            return false;
        }
        String program = baseName(arguments.getFirst());
        if (program.equals("claude")) {
            return true;
        }
        return RUNTIMES.contains(program)
                && arguments.size() > 1
                && (baseName(arguments.get(1)).equals("claude")
                        || arguments.get(1).contains("@anthropic-ai/claude-code"));
    }

    private static String baseName(String program) {
        return program.substring(Math.max(program.lastIndexOf('/'), program.lastIndexOf('\\')) + 1)
                .replaceFirst("\\.exe$", "");
    }

    /// The last value of an option, as the next word or behind `=`.
    Optional<String> option(String name) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i < arguments.size() && !arguments.get(i).equals("--"); i++) {
            if (arguments.get(i).equals(name) && i + 1 < arguments.size()) {
                values.add(arguments.get(i + 1));
                i++;
            } else if (arguments.get(i).startsWith(name + "=")) {
                values.add(arguments.get(i).substring(name.length() + 1));
            }
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(values.getLast());
    }

    @Override
    public String toString() {
        return "ClaudeProcess[" + pid + "]";
    }
}
