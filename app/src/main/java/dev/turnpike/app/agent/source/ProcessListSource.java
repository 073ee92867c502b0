package dev.turnpike.app.agent.source;

import dev.turnpike.app.agent.doctor.Inquiry;
import dev.turnpike.app.agent.doctor.KnownVariable;
import dev.turnpike.app.agent.doctor.PlaceKind;
import dev.turnpike.app.agent.doctor.Report;
import dev.turnpike.app.agent.doctor.Source;
import dev.turnpike.app.platform.CommandRunner;
import dev.turnpike.app.platform.Surroundings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the running Claude Codes of this user were started with, as `ps` tells on macOS: one line each, in which words
/// and variables are told apart by blanks alone.
public final class ProcessListSource implements Source {
    private static final int MOST = 20;
    private static final Pattern LINE = Pattern.compile("\\s*([0-9]+)\\s+(\\S+)\\s+(.*)");
    private static final Pattern VARIABLE = Pattern.compile("(?<= )([A-Za-z_]\\w*)=(.*?)(?= [A-Za-z_]\\w*=|$)");
    private static final Pattern OPTION = Pattern.compile(" --(settings|setting-sources)[ =]([^ ]++)");

    private final Programs programs;
    private final Path own;

    /// @param own the folder in which the settings are that we give to a Claude Code of ours
    public ProcessListSource(Surroundings around, CommandRunner runner, Path own) {
        this.programs = new Programs(runner, around);
        this.own = own;
    }

    @Override
    public Report look(Inquiry inquiry) {
        Draft draft = new Draft();
        ProcessNotes notes = new ProcessNotes(draft, own);
        Programs.Answer answer = programs.ask("ps", "-xEww", "-o", "pid=,tty=,command=");
        answer.out()
                .map(String::lines)
                .orElse(Stream.empty())
                .flatMap(line -> process(line).stream())
                .limit(MOST)
                .forEach(notes::add);
        draft.checked(PlaceKind.PROCESS, "ps", Optional.empty(), answer.ok(), answer.note());
        return draft.report();
    }

    private static Optional<ClaudeProcess> process(String text) {
        Matcher line = LINE.matcher(text);
        if (!line.matches() || !ClaudeProcess.isOne(List.of(line.group(3).split(" ")))) {
            return Optional.empty();
        }
        String command = line.group(3);
        Map<String, String> environment = new LinkedHashMap<>();
        Matcher variable = VARIABLE.matcher(command);
        while (variable.find()) {
            String name = variable.group(1);
            if (KnownVariable.find(name).isPresent() || name.equals("TERM_PROGRAM")) {
                environment.put(name, variable.group(2));
            }
        }
        String terminal = line.group(2).startsWith("?") ? "" : line.group(2);
        return Optional.of(new ClaudeProcess(
                Long.parseLong(line.group(1)), arguments(command), environment, Optional.empty(), terminal));
    }

    private static List<String> arguments(String command) {
        List<String> arguments = new ArrayList<>(List.of("claude"));
        Matcher option = OPTION.matcher(command);
        while (option.find()) {
            String value = option.group(2);
            arguments.add("--" + option.group(1));
            arguments.add(value.startsWith("{") ? json(command.substring(option.start(2))) : value);
        }
        return arguments;
    }

    /// From the first bracket to the one that closes it.
    private static String json(String text) {
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '{' || c == '}')) {
                depth += c == '{' ? 1 : -1;
                if (depth == 0) {
                    return text.substring(0, i + 1);
                }
            }
        }
        return text;
    }
}
