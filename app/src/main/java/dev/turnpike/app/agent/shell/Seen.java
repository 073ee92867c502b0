package dev.turnpike.app.agent.shell;

import dev.turnpike.app.agent.doctor.KnownVariable;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// What a shell answered: the variables that matter, and what `claude` means to it.
///
/// @param variables may hold secrets: never kept, never shown
/// @param alias how `claude` is defined as an alias; empty where it is none
/// @param function the same as a function
/// @param functionFile where the function is defined, as far as the shell says
/// @param programs the programs of that name on its `PATH`, the first is run
/// @param files its start-up files, as far as it says
record Seen(
        Map<String, String> variables,
        String alias,
        String function,
        Optional<Path> functionFile,
        OptionalInt functionLine,
        List<Path> programs,
        List<Path> files) {

    /// What stands between the marks; everything else is noise.
    static Seen in(byte[] output, Nonce nonce) {
        // one character for each byte, so that positions are the same
        Sections sections = new Sections(new String(output, StandardCharsets.ISO_8859_1), nonce);
        String place = sections.text(ProbeScript.PLACE).strip();
        return new Seen(
                variables(sections.bytes(ProbeScript.VARIABLES)),
                alias(sections.text(ProbeScript.ALIAS).strip()),
                sections.text(ProbeScript.FUNCTION).strip(),
                file(place),
                line(place),
                paths(sections.text(ProbeScript.PROGRAMS)),
                paths(sections.text(ProbeScript.FILES)));
    }

    private static Map<String, String> variables(String between) {
        Map<String, String> found = new LinkedHashMap<>();
        for (String entry : between.split("\0", -1)) {
            int equals = entry.indexOf('=');
            String name = entry.substring(0, Math.max(0, equals));
            if (KnownVariable.find(name)
                    .filter(known -> known.group() != KnownVariable.Group.SETTING)
                    .isPresent()) {
                found.put(name, utf8(entry.substring(equals + 1)));
            }
        }
        return found;
    }

    /// Without the name that bash and zsh say before it.
    private static String alias(String said) {
        String text = said.startsWith("alias ") ? said.substring("alias ".length()) : said;
        return text.startsWith("claude=") ? Words.plain(text.substring("claude=".length())) : text;
    }

    /// Of `claude 12 /home/me/.bashrc`, of the path alone as zsh says it, or of fish's five lines.
    private static Optional<Path> file(String place) {
        String first = place.lines().findFirst().orElse("");
        String path = first.replaceFirst("^claude [0-9]+ ", "");
        return path(path);
    }

    private static OptionalInt line(String place) {
        List<String> lines = place.lines().toList();
        String number = lines.size() >= 3
                ? lines.get(2)
                : place.replaceFirst("^claude ([0-9]+) .*", "$1").strip();
        return number.matches("[1-9][0-9]{0,6}") ? OptionalInt.of(Integer.parseInt(number)) : OptionalInt.empty();
    }

    private static List<Path> paths(String lines) {
        return lines.lines()
                .map(String::strip)
                .flatMap(line -> path(line).stream())
                .distinct()
                .toList();
    }

    private static Optional<Path> path(String text) {
        try {
            return Stream.of(text)
                    .filter(path -> !path.isBlank())
                    .map(Path::of)
                    .filter(Path::isAbsolute)
                    .findFirst();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static String utf8(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Seen[" + variables.keySet() + "]";
    }

    private record Sections(String output, Nonce nonce) {
        /// From the end of that mark to the next one of ours.
        String bytes(String part) {
            String mark = nonce.mark(part) + "\0";
            int start = output.lastIndexOf(mark);
            if (start < 0) {
                return "";
            }
            int from = start + mark.length();
            int to = Stream.of(
                            ProbeScript.ALIAS,
                            ProbeScript.FUNCTION,
                            ProbeScript.PLACE,
                            ProbeScript.PROGRAMS,
                            ProbeScript.FILES,
                            ProbeScript.END)
                    .mapToInt(next -> output.indexOf(nonce.mark(next) + "\0", from))
                    .filter(at -> at >= 0)
                    .min()
                    .orElse(from);
            return output.substring(from, to);
        }

        String text(String part) {
            return utf8(bytes(part));
        }
    }
}
