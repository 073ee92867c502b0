package dev.turnpike.app.agent.shell;

import dev.turnpike.app.agent.doctor.KnownVariable;
import dev.turnpike.app.agent.doctor.KnownVariable.Group;
import dev.turnpike.app.agent.doctor.Severity;
import dev.turnpike.app.agent.doctor.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What an alias, a function or a script named `claude` does, as far as its text says.
///
/// @param given the variables that matter and that it gives a value, the last one last
/// @param flag one with which it takes other settings than the user's, which no file of the user's beats
/// @param program what it starts in place of Claude Code
record Definition(List<Given> given, Optional<String> flag, Optional<String> program) {
    private static final String VALUE = "(\"[^\"]*+\"|'[^']*+'|[^\\s;&|)\"']*+)";
    private static final Pattern SH = Pattern.compile("(?<![A-Za-z0-9_$-])([A-Za-z_]++)=" + VALUE);
    private static final Pattern POWERSHELL = Pattern.compile("(?i:\\$env:)([A-Za-z_]++)\\s*+=\\s*+" + VALUE);
    private static final Pattern FISH =
            Pattern.compile("(?m)(?:^|[\\s;])set[ \\t]++(?:(?!-[a-z]*[eqn]|--erase|--query|--names)-\\S++[ \\t]++)++"
                    + "([A-Za-z_]++)[ \\t]++" + VALUE);
    private static final Pattern NUSHELL =
            Pattern.compile("(?:(?<=\\$env\\.)(?=\\w+\\s*=)|(?<=[{,\\s])(?=\\w+:))([A-Za-z_]++)\\s*+[=:]\\s*+"
                    + "(\"[^\"]*+\"|'[^']*+'|[^\\s;&|)},\"']*+)");
    private static final String SOURCES = "--setting-sources";
    private static final Pattern FLAG =
            Pattern.compile("(?<=\\s)(?:--settings|" + SOURCES + "(?![\\s=][\"']?[a-z,]*user))(?=[\\s=])");
    private static final Pattern HOME = Pattern.compile("^~(?=/|$)|\\$HOME(?!\\w)|\\$\\{HOME\\}");
    /// What a shell puts something else in the place of.
    private static final Pattern PUT_TOGETHER = Pattern.compile("[$`(]|^~");
    private static final String NOTHING = "$null";
    private static final Pattern CLAUDE =
            Pattern.compile("(?<![A-Za-z0-9_.-])(?:claude|claude\\.exe|claude-code)(?![A-Za-z0-9_.:/-])");
    /// Where Claude Code's own installer puts it, and any other place without a flag.
    private static final Pattern PLACE = Pattern.compile(".*/\\.claude/local/claude|\\S*[/\\\\]claude(\\.exe)?|claude");

    Definition {
        given = List.copyOf(given);
    }

    /// A variable and its value.
    ///
    /// @param known whether the text says the value, which otherwise is put together only when it runs
    record Given(String variable, Value value, boolean known) {
        @Override
        public String toString() {
            return variable + "=" + value;
        }
    }

    /// Reads the text of a definition; comments are none of it.
    ///
    /// @param home the user's own folder
    static Definition of(String text, Path home) {
        String code = text.lines()
                .filter(line -> !line.stripLeading().startsWith("#"))
                .map(line -> line.replaceFirst("\\s--description\\s+(\"[^\"]*\"|'[^']*')", ""))
                .collect(Collectors.joining("\n"));
        List<Given> given = Stream.of(SH, POWERSHELL, FISH, NUSHELL)
                .flatMap(pattern -> pattern.matcher(code).results())
                .flatMap(found -> given(found, home).stream())
                .distinct()
                .toList();
        Matcher flag = FLAG.matcher(code);
        return new Definition(given, flag.find() ? Optional.of(flag.group()) : Optional.empty(), program(code));
    }

    private static Optional<Given> given(MatchResult found, Path home) {
        String written = found.group(2);
        boolean verbatim = written.startsWith("'");
        String text = verbatim
                ? bare(written)
                : HOME.matcher(bare(written)).replaceAll(Matcher.quoteReplacement(home.toString()));
        Value value = Value.of(found.group(1), text);
        boolean known = verbatim || !PUT_TOGETHER.matcher(text).find();
        // a key of a settings file is no variable
        return KnownVariable.find(found.group(1))
                .filter(variable -> variable.group() != Group.SETTING)
                .filter(_ -> !value.isBlank() && !text.equalsIgnoreCase(NOTHING))
                .map(variable -> new Given(variable.name(), value, known));
    }

    private static String bare(String value) {
        boolean quoted = value.length() >= 2 && (value.startsWith("\"") || value.startsWith("'"));
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    private static Optional<String> program(String body) {
        if (CLAUDE.matcher(body).find()) {
            return Optional.empty();
        }
        // a word with anything else in it may be a value, and is not shown
        return Stream.of(body.split("[\\s;&|]+"))
                .filter(word -> word.matches("[A-Za-z0-9_./~-]+"))
                .findFirst()
                .or(() -> Optional.of("…"));
    }

    /// Whether it is just another way to say where Claude Code is.
    static boolean isPlain(String alias) {
        return PLACE.matcher(alias.strip()).matches();
    }

    /// How bad it is whatever the variables say, which are judged as those of any other place.
    Severity severity() {
        if (flag.filter(SOURCES::equals).isPresent()) {
            // the user's own file is not read then
            return Severity.DIVERTS;
        }
        boolean open = flag.isPresent() || program.isPresent() || given.stream().anyMatch(one -> !one.known());
        return open ? Severity.WARNS : Severity.INFO;
    }
}
