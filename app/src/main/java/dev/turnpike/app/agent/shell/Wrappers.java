package dev.turnpike.app.agent.shell;

import dev.turnpike.app.agent.doctor.Finding;
import dev.turnpike.app.agent.doctor.Place;
import dev.turnpike.app.agent.doctor.PlaceKind;
import dev.turnpike.app.agent.doctor.Remedy;
import dev.turnpike.app.agent.doctor.Severity;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.http.ClientToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What stands before the real Claude Code when a user types `claude`.
record Wrappers(Shell shell, Seen seen, Origins origins) {
    private static final String ID = "wrapper";
    private static final int FIRST_BYTES = 4096;
    /// Where a function gets its name, as each shell writes it.
    private static final Pattern HEAD =
            Pattern.compile("^(?:\\s*#.*\\n)*\\s*(?:function\\s+claude\\b.*|claude\\s*\\(\\s*\\)"
                    + "|def\\s[^\\[\\n]*claude[^\\[\\n]*\\[[^\\]]*\\])");

    /// An alias, a function, and a script that comes first on the shell's PATH.
    List<Finding> findings() {
        List<Finding> found = new ArrayList<>();
        if (!seen.alias().isEmpty() && !Definition.isPlain(seen.alias())) {
            found.add(finding("alias", seen.alias(), origins.alias()));
        }
        if (!seen.function().isEmpty()) {
            Origin origin = function();
            found.add(finding(origin.isKnown() && isAliasOfFish() ? "alias" : "function", seen.function(), origin));
        }
        seen.programs().stream().findFirst().flatMap(this::script).ifPresent(found::add);
        return found;
    }

    /// fish makes a function of an alias.
    private boolean isAliasOfFish() {
        return shell.kind() == ShellKind.FISH && seen.functionFile().isEmpty();
    }

    private Origin function() {
        if (isAliasOfFish()) {
            return origins.alias();
        }
        return seen.functionFile()
                .filter(file -> seen.functionLine().isPresent())
                .map(file -> Origin.of(file, seen.functionLine().getAsInt()))
                .orElseGet(() -> origins.function(seen.functionFile()));
    }

    private Finding finding(String kind, String text, Origin origin) {
        Definition definition = Definition.of(HEAD.matcher(text).replaceFirst(""));
        Severity severity = definition.severity();
        return new Finding(
                ID,
                severity,
                definition.given().stream()
                        .findFirst()
                        .map(given -> given.variable().name()),
                place(PlaceKind.WRAPPER, shell, origin),
                origin.via().map(via -> place(PlaceKind.SHELL, shell, via)),
                Text.of("shells.wrapper." + kind, shell.name()),
                message(definition),
                open(origin),
                ClientToken.hash(text));
    }

    private static String message(Definition definition) {
        String given = definition.given().stream()
                .map(one -> one.variable().name() + "=" + one.shown())
                .collect(Collectors.joining(", "));
        if (!given.isEmpty()) {
            return Text.of("shells.wrapper.sets", given);
        }
        if (definition.flag().isPresent()) {
            return Text.of("shells.wrapper.flag", definition.flag().get());
        }
        return definition
                .program()
                .map(program -> Text.of("shells.wrapper.program", program))
                .orElseGet(() -> Text.of("shells.wrapper.nothing"));
    }

    static Place place(PlaceKind kind, Shell shell, Origin origin) {
        return new Place(kind, shell.name(), origin.file(), origin.line());
    }

    static List<Remedy> open(Origin origin) {
        return origin.file()
                .map(file -> List.<Remedy>of(new Remedy.Open(file, origin.line())))
                .orElse(List.of());
    }

    /// A script is named only where it sets something: many a version manager puts one there.
    private Optional<Finding> script(Path program) {
        String text = beginning(program);
        String first = text.lines().findFirst().orElse("");
        if (!first.matches("#!.*\\b(sh|bash|zsh|dash|ksh|fish|pwsh)\\b.*")) {
            return Optional.empty();
        }
        Definition definition = Definition.of(text);
        return definition.given().isEmpty() && definition.flag().isEmpty()
                ? Optional.empty()
                : Optional.of(finding(
                        "script", text, new Origin(Optional.of(program), line(text, definition), Optional.empty())));
    }

    private static OptionalInt line(String text, Definition definition) {
        String name = definition.given().stream()
                .findFirst()
                .map(given -> given.variable().name())
                .or(definition::flag)
                .orElse("");
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).stripLeading().startsWith("#") && lines.get(i).contains(name)) {
                return OptionalInt.of(i + 1);
            }
        }
        return OptionalInt.empty();
    }

    private static String beginning(Path program) {
        if (!Files.isRegularFile(program)) {
            // a pipe would be waited for
            return "";
        }
        try (InputStream in = Files.newInputStream(program)) {
            return new String(in.readNBytes(FIRST_BYTES), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
