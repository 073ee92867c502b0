package dev.turnpike.app.agent.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Finds the lines that made a shell what it is, in what it did while it started; where that is not known, in the text
/// of its files.
final class Origins {
    private static final int FAR = 60;

    private final Shell shell;
    private final Path home;
    private final List<TraceLine> trace;
    private final List<Path> files;
    private final SourceText source = new SourceText();

    /// @param files that the shell reads by itself
    Origins(Shell shell, Path home, ShellTrace trace, List<Path> files) {
        this.shell = shell;
        this.home = home;
        this.trace = trace.lines();
        this.files = files;
    }

    /// The user's own folder.
    Path home() {
        return home;
    }

    /// Where a variable got the value that it has in the end.
    Origin variable(String name, String value) {
        int index = LineEffect.effective(trace, shell.kind(), name, value);
        if (index < 0) {
            return unseen(LineEffect.inText(shell.kind(), name));
        }
        TraceLine set = trace.get(index);
        if (set.line() == 0) {
            return fish(set, index, name, value);
        }
        Origin found = mention(index, name, value);
        return found.by(via(found, index));
    }

    /// Where `claude` was made an alias, or a function by fish's word for that.
    Origin alias() {
        for (int i = trace.size() - 1; i >= 0; i--) {
            TraceLine said = trace.get(i);
            List<String> words = said.text().startsWith("alias ") ? Words.of(said.text()) : List.of();
            boolean isIt = words.stream().skip(1).anyMatch(word -> word.equals("claude") || word.startsWith("claude="));
            if (isIt && said.file().isPresent()) {
                Path file = said.file().get();
                if (said.line() > 0) {
                    int line =
                            at(said, text -> TraceLine.mentions(text, "claude")).orElse(said.line());
                    return Origin.of(file, line).by(via(Origin.of(file), i));
                }
                return inFile(file, Origins::isAlias).by(via(Origin.of(file), i));
            }
        }
        return searched(Origins::isAlias);
    }

    /// Where a function that the shell knows no line of is defined.
    Origin function(Optional<Path> file) {
        Predicate<String> head =
                text -> text.matches("\\s*((function\\s+)?claude\\s*(\\(\\s*\\).*|\\{.*|;.*)?|def\\s.*\\bclaude\\b.*)")
                        && !text.strip().equals("claude");
        return file.map(known -> inFile(known, head)).orElseGet(() -> searched(head));
    }

    /// Where the shell was when nobody would wait any longer: the last line of the user's own.
    Origin last() {
        for (int i = trace.size() - 1; i >= 0; i--) {
            Optional<Path> file = trace.get(i).file();
            if (file.filter(path -> path.startsWith(home)).isPresent()) {
                return Origin.of(file.get(), trace.get(i).line());
            }
        }
        return Origin.UNKNOWN;
    }

    /// The line of the user's that names the variable: a function may do the setting, far away.
    private Origin mention(int index, String name, String value) {
        TraceLine set = trace.get(index);
        for (int i = index; i >= Math.max(0, index - FAR); i--) {
            TraceLine said = trace.get(i);
            boolean isAnother = LineEffect.of(said, shell.kind(), name).isPresent() && !said.isAt(set);
            if (isAnother) {
                break;
            }
            if (said.mentions(name) && said.file().isPresent()) {
                Optional<TraceLine> around = evaluating(i);
                if (around.isPresent()) {
                    return Origin.of(said.file().get(), around.get().line());
                }
                OptionalInt line = at(said, text -> TraceLine.mentions(text, name));
                if (line.isPresent()) {
                    return Origin.of(said.file().get(), line.getAsInt());
                }
                OptionalInt above = value.contains("\n") ? above(said, name) : OptionalInt.empty();
                if (above.isPresent()) {
                    return Origin.of(said.file().get(), above.getAsInt());
                }
            }
        }
        return set.file()
                .map(file ->
                        Origin.of(file, at(set, text -> text.contains("eval")).orElse(set.line())))
                .orElse(Origin.UNKNOWN);
    }

    /// The `eval` inside which something was done: there, zsh counts lines on.
    private Optional<TraceLine> evaluating(int index) {
        TraceLine said = trace.get(index);
        for (int i = index - 1; shell.kind() == ShellKind.ZSH && i >= Math.max(0, index - FAR); i--) {
            TraceLine outer = trace.get(i);
            if (outer.text().startsWith("eval ")
                    && outer.file().equals(said.file())
                    && outer.line() < said.line()
                    && bare(outer).contains(bare(said))) {
                return Optional.of(outer);
            }
        }
        return Optional.empty();
    }

    private static String bare(TraceLine said) {
        return said.text().replaceAll("[\"'\\\\]", "");
    }

    private OptionalInt at(TraceLine said, Predicate<String> kind) {
        return kind.test(source.line(said.file().orElseThrow(), said.line()))
                ? OptionalInt.of(said.line())
                : OptionalInt.empty();
    }

    /// Where a statement of several lines begins, of which bash says the last.
    private OptionalInt above(TraceLine said, String name) {
        Path file = said.file().orElseThrow();
        for (int line = said.line() - 1; line >= 1 && line > said.line() - 200; line--) {
            if (source.line(file, line).contains(name + "=")) {
                return OptionalInt.of(line);
            }
        }
        return OptionalInt.empty();
    }

    private Origin fish(TraceLine set, int index, String name, String value) {
        if (set.file().isEmpty()) {
            return searched(LineEffect.inText(shell.kind(), name));
        }
        Path file = set.file().get();
        Predicate<String> kind = LineEffect.inText(shell.kind(), name);
        OptionalInt exact =
                source.only(file, text -> kind.test(text) && Words.of(text).contains(value));
        Origin found = exact.isPresent() ? Origin.of(file, exact.getAsInt()) : inFile(file, kind);
        return found.by(via(found, index));
    }

    private Origin inFile(Path file, Predicate<String> kind) {
        return Origin.of(file, source.only(file, kind).orElse(0));
    }

    /// Without a trace: the only line of that kind, or the only file with such lines.
    private Origin searched(Predicate<String> kind) {
        List<Path> with = files.stream().filter(file -> source.has(file, kind)).toList();
        return with.size() == 1 ? inFile(with.getFirst(), kind) : Origin.UNKNOWN;
    }

    /// Of what nothing was seen to set: in fish, that which was set for good once is not set again.
    private Origin unseen(Predicate<String> kind) {
        Optional<Path> kept = files.stream()
                .filter(file -> StartupFiles.isUniversal(file) && source.has(file, kind))
                .findFirst();
        return kept.map(file -> inFile(file, kind)).orElseGet(() -> searched(kind));
    }

    /// Who read the file, unless the shell does that by itself.
    private Optional<Origin> via(Origin found, int index) {
        Path file = found.file().orElse(home);
        if (files.contains(file) || !found.isKnown()) {
            return Optional.empty();
        }
        for (int i = index; i >= 0; i--) {
            TraceLine said = trace.get(i);
            Optional<Path> reader = said.file().filter(path -> path.startsWith(home));
            if (reader.isPresent() && said.reads(home).filter(file::equals).isPresent()) {
                return Optional.of(
                        said.line() > 0 ? Origin.of(reader.get(), said.line()) : inFile(reader.get(), reading(file)));
            }
        }
        return Optional.empty();
    }

    private static Predicate<String> reading(Path file) {
        Pattern words = Pattern.compile("(^|[\\s;])(source|\\.)\\s.*" + Pattern.quote(file.getFileName() + "") + ".*");
        return text -> words.matcher(text).find();
    }

    private static boolean isAlias(String text) {
        return text.matches("\\s*(Set-Alias|New-Alias|alias)\\b.*\\bclaude\\b.*");
    }

    /// All files that were read on the way.
    List<Path> read() {
        List<Path> all = new ArrayList<>(files);
        trace.stream().flatMap(line -> line.file().stream()).distinct().forEach(all::add);
        return all.stream().distinct().toList();
    }
}
