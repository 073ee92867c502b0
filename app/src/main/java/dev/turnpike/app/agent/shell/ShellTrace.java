package dev.turnpike.app.agent.shell;

import dev.turnpike.app.agent.shell.Ran.End;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a shell did while it started, in its order: its own words, since nobody else can say what a
/// start-up file means.
///
/// @param lines may hold secrets: dropped as soon as the places are known
/// @param complete whether it is all
record ShellTrace(List<TraceLine> lines, boolean complete) {
    static final ShellTrace NONE = new ShellTrace(List.of(), false);

    private static final int MOST = 24 << 20;
    private static final Pattern SAID = Pattern.compile("(?s)(.*?)@([0-9]{0,9})@ (.*)");
    private static final Pattern FISH = Pattern.compile("^(-*)> (.*)$");

    /// Runs the shell once more; nothing where it has no such way.
    static ShellTrace of(Shell shell, ProbeScript script, Map<String, String> environment, Duration limit) {
        Path home = Path.of(environment.getOrDefault("HOME", "/"));
        Nonce nonce = script.nonce();
        Map<String, String> given = new HashMap<>(environment);
        List<String> command = command(shell, script, given);
        if (command.isEmpty()) {
            return NONE;
        }
        Ran ran = new ShellRun(limit, MOST).run(command, given, nonce, true);
        String text = new String(ran.output(), StandardCharsets.UTF_8);
        List<TraceLine> lines = shell.kind() == ShellKind.FISH ? fish(text) : marked(text, nonce, home);
        return new ShellTrace(lines, ran.end() == End.COMPLETE);
    }

    private static List<String> command(Shell shell, ProbeScript script, Map<String, String> given) {
        String end = script.mark(ProbeScript.END) + " 1>&2";
        String start = "+@" + script.nonce().text() + "@";
        String program = shell.program().toString();
        return switch (shell.kind()) {
            case BASH -> {
                String traced = "PS4='" + start + "${BASH_SOURCE-}@${LINENO-}@ '; set -x; "
                        + ProbeScript.bashStart(shell) + "; " + end;
                yield List.of(program, "--noprofile", "--norc", shell.login() ? "-ilc" : "-ic", traced);
            }
            case ZSH -> {
                given.put("PS4", start + "%x@%I@ ");
                yield List.of(program, "-xilc", end);
            }
            case FISH -> {
                given.put("fish_trace", "1");
                yield List.of(program, "-ilc", end);
            }
            case POWERSHELL, NUSHELL, KSH, TCSH, XONSH, ELVISH, OTHER -> List.of();
        };
    }

    /// The lines that begin with our mark, each with what follows it up to the next.
    static List<TraceLine> marked(String text, Nonce nonce, Path home) {
        String start = "@" + nonce.text() + "@";
        List<TraceLine> lines = new ArrayList<>();
        int at = text.indexOf(start);
        while (at >= 0) {
            int next = text.indexOf(start, at + start.length());
            String whole = text.substring(at + start.length(), next < 0 ? text.length() : next);
            line(whole, next >= 0, home).ifPresent(lines::add);
            at = next;
        }
        return lines;
    }

    private static Optional<TraceLine> line(String whole, boolean isBeforeAnother, Path home) {
        Matcher parts = SAID.matcher(whole);
        if (!parts.matches()) {
            return Optional.empty();
        }
        // the next one begins with pluses of its own, one for each level
        String text = isBeforeAnother ? parts.group(3).replaceFirst("\\++$", "") : parts.group(3);
        int number = parts.group(2).isEmpty() ? 0 : Integer.parseInt(parts.group(2));
        return Optional.of(new TraceLine(path(parts.group(1), home), number, text.strip()));
    }

    /// fish says no places, but which file it reads, and how deep it is.
    static List<TraceLine> fish(String text) {
        List<TraceLine> lines = new ArrayList<>();
        Deque<Reading> reading = new ArrayDeque<>();
        text.lines().forEach(line -> {
            Matcher parts = FISH.matcher(line);
            if (parts.matches()) {
                int depth = parts.group(1).length();
                while (!reading.isEmpty() && reading.peek().depth() >= depth) {
                    reading.pop();
                }
                Optional<Path> file = Optional.ofNullable(reading.peek()).map(Reading::file);
                TraceLine said = new TraceLine(file, 0, parts.group(2));
                lines.add(said);
                said.reads(Path.of("/")).ifPresent(read -> reading.push(new Reading(depth, read)));
            }
        });
        return lines;
    }

    private record Reading(int depth, Path file) {}

    /// A name that is no whole path is most likely meant from the folder where the shell starts.
    private static Optional<Path> path(String name, Path home) {
        try {
            Path path = home.resolve(name).normalize();
            return !name.isEmpty() && (name.startsWith("/") || Files.isRegularFile(path))
                    ? Optional.of(path)
                    : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /// All files from which something was done.
    List<Path> files() {
        return lines.stream().flatMap(line -> line.file().stream()).distinct().toList();
    }

    @Override
    public String toString() {
        return "ShellTrace[" + lines.size() + " lines]";
    }
}
