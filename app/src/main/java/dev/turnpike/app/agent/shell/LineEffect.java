package dev.turnpike.app.agent.shell;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// What a line does to a variable.
///
/// @param value empty where the line does not say it: a secret, never kept
record LineEffect(Optional<String> value) {
    private static final Set<String> DECLARING = Set.of("export", "declare", "typeset", "readonly");
    private static final Set<String> READING = Set.of("read", "printf", "mapfile", "readarray", "vared");
    private static final Pattern LOCAL = Pattern.compile("-[a-zA-Z]*[leqfn][a-zA-Z]*|--(local|erase|query|function)");

    /// Which line of a trace gave a variable its value: the last one with that value; else, where values differ from
    /// run to run, the last one at all. -1 for none.
    static int effective(List<TraceLine> trace, ShellKind kind, String name, String value) {
        int last = -1;
        int same = -1;
        for (int i = 0; i < trace.size(); i++) {
            Optional<LineEffect> found = of(trace.get(i), kind, name);
            if (found.isPresent()) {
                last = i;
                same = found.get().value().filter(value::equals).isPresent() ? i : same;
            }
        }
        return same >= 0 ? same : last;
    }

    /// Whether that line sets the variable for more than a function's time.
    static Optional<LineEffect> of(TraceLine line, ShellKind kind, String name) {
        if (!line.mentions(name)) {
            return Optional.empty();
        }
        List<String> words = Words.of(line.text()).stream()
                .dropWhile(word -> word.equals("builtin") || word.equals("command"))
                .toList();
        if (words.isEmpty()) {
            return Optional.empty();
        }
        return kind == ShellKind.FISH ? fish(words, name) : sh(words, name);
    }

    private static Optional<LineEffect> sh(List<String> words, String name) {
        String first = words.getFirst();
        List<String> candidates = DECLARING.contains(first) ? words.subList(1, words.size()) : List.of(first);
        for (String word : candidates) {
            if (word.startsWith(name + "=")) {
                return Optional.of(new LineEffect(Optional.of(word.substring(name.length() + 1))));
            }
            if (word.startsWith(name + "+=")) {
                return Optional.of(new LineEffect(Optional.empty()));
            }
        }
        return READING.contains(first) && words.contains(name)
                ? Optional.of(new LineEffect(Optional.empty()))
                : Optional.empty();
    }

    private static Optional<LineEffect> fish(List<String> words, String name) {
        List<String> rest = words.stream()
                .skip(1)
                .dropWhile(word -> word.startsWith("-") && !LOCAL.matcher(word).matches())
                .toList();
        return words.getFirst().equals("set")
                        && !rest.isEmpty()
                        && rest.getFirst().equals(name)
                ? Optional.of(new LineEffect(Optional.of(String.join(" ", rest.subList(1, rest.size())))))
                : Optional.empty();
    }

    /// Lines of a file that may set the variable.
    static Predicate<String> inText(ShellKind kind, String name) {
        String quoted = Pattern.quote(name);
        String pattern = switch (kind) {
            case FISH ->
                "(^|[;\\s])(set\\s+(-\\S+\\s+)*" + quoted + "\\s|(export|setenv)\\s+" + quoted + "[=\\s])"
                        + "|^SETUVAR (--\\S+ )*" + quoted + ":";
            case POWERSHELL ->
                "(?i)\\$\\{?env:" + quoted + "\\}?\\s*=|SetEnvironmentVariable\\(\\s*['\"]" + quoted + "['\"]";
            case NUSHELL ->
                "\\$env\\." + quoted + "\\s*=|load-env.*\\b" + quoted + "\\b|^\\s*['\"]?" + quoted + "['\"]?\\s*:";
            case BASH, ZSH, KSH, TCSH, XONSH, ELVISH, OTHER -> "(^|[;\\s])" + quoted + "\\+?=";
        };
        Pattern compiled = Pattern.compile(pattern);
        return text -> compiled.matcher(text).find();
    }
}
