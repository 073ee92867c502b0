package dev.turnpike.app.agent.shell;

import dev.turnpike.app.agent.doctor.KnownVariable;
import dev.turnpike.app.agent.doctor.KnownVariable.Group;
import dev.turnpike.app.agent.doctor.Severity;
import dev.turnpike.app.agent.doctor.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What an alias, a function or a script named `claude` does, as far as its text says.
///
/// @param given the variables that matter and that it gives a value, the worst first
/// @param flag one with which it takes other settings than the user's
/// @param program what it starts in place of Claude Code
record Definition(List<Given> given, Optional<String> flag, Optional<String> program) {
    private static final Set<String> OFF = Set.of("0", "false", "no", "off");
    private static final String VALUE = "(\"[^\"]*+\"|'[^']*+'|[^\\s;&|)\"']*+)";
    private static final Pattern SH = Pattern.compile("(?<![A-Za-z0-9_$-])([A-Za-z_]++)=" + VALUE);
    private static final Pattern POWERSHELL = Pattern.compile("(?i:\\$env:)([A-Za-z_]++)\\s*+=\\s*+" + VALUE);
    private static final Pattern FISH =
            Pattern.compile("(?m)(?:^|[\\s;])set\\s++(?:-\\S++\\s++)++([A-Za-z_]++)\\s++" + VALUE);
    private static final Pattern NUSHELL =
            Pattern.compile("(?:(?<=\\$env\\.)(?=\\w+\\s*=)|(?<=[{,\\s])(?=\\w+:))([A-Za-z_]++)\\s*+[=:]\\s*+"
                    + "(\"[^\"]*+\"|'[^']*+'|[^\\s;&|)},\"']*+)");
    private static final Pattern FLAG = Pattern.compile("(?<=\\s)--(?:settings|setting-sources)(?=[\\s=])");
    private static final Pattern CLAUDE =
            Pattern.compile("(?<![A-Za-z0-9_.-])(?:claude|claude\\.exe|claude-code)(?![A-Za-z0-9_.:/-])");
    /// Where Claude Code's own installer puts it, and any other place without a flag.
    private static final Pattern PLACE = Pattern.compile(".*/\\.claude/local/claude|\\S*[/\\\\]claude(\\.exe)?|claude");

    Definition {
        given = List.copyOf(given);
    }

    /// A variable and its value.
    ///
    /// @param shown fit to be seen by anybody
    record Given(KnownVariable variable, String shown) {
        Severity severity() {
            return switch (variable.group()) {
                case FOLDER, SWITCH -> Severity.BREAKS;
                case ROUTE -> Severity.DIVERTS;
                case CREDENTIAL, MODEL, TRANSPORT, BEHAVIOUR, SETTING -> Severity.WARNS;
            };
        }
    }

    /// Reads the text of a definition; comments are none of it.
    static Definition of(String text) {
        String code = text.lines()
                .filter(line -> !line.stripLeading().startsWith("#"))
                .map(line -> line.replaceFirst("\\s--description\\s+(\"[^\"]*\"|'[^']*')", ""))
                .collect(Collectors.joining("\n"));
        List<Given> given = Stream.of(SH, POWERSHELL, FISH, NUSHELL)
                .flatMap(pattern -> pattern.matcher(code).results())
                .flatMap(found -> given(found).stream())
                .sorted(Comparator.comparing(Given::severity))
                .distinct()
                .toList();
        Matcher flag = FLAG.matcher(code);
        return new Definition(given, flag.find() ? Optional.of(flag.group()) : Optional.empty(), program(code));
    }

    private static Optional<Given> given(MatchResult found) {
        Value value = Value.of(found.group(1), bare(found.group(2)));
        return KnownVariable.find(found.group(1))
                .filter(known -> !value.isBlank())
                .filter(known -> known.group() != Group.SWITCH
                        || !OFF.contains(value.plain().toLowerCase(Locale.ROOT)))
                .map(known -> new Given(known, value.shown()));
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

    Severity severity() {
        List<Severity> all = new ArrayList<>(given.stream().map(Given::severity).toList());
        if (flag.isPresent() || program.isPresent()) {
            all.add(Severity.WARNS);
        }
        return all.stream().min(Comparator.naturalOrder()).orElse(Severity.INFO);
    }
}
