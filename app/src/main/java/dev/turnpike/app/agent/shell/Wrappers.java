package dev.turnpike.app.agent.shell;

import dev.turnpike.app.agent.doctor.Finding;
import dev.turnpike.app.agent.doctor.Place;
import dev.turnpike.app.agent.doctor.PlaceKind;
import dev.turnpike.app.agent.doctor.Remedy;
import dev.turnpike.app.agent.doctor.Report;
import dev.turnpike.app.agent.doctor.Setting;
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
import java.util.stream.Stream;

/// What stands before the real Claude Code when a user types `claude`.
record Wrappers(Shell shell, Seen seen, Origins origins) {
    private static final String ID = "wrapper";
    private static final int FIRST_BYTES = 4096;
    /// Where a function gets its name, as each shell writes it.
    private static final Pattern HEAD =
            Pattern.compile("^(?:\\s*#.*\\n)*\\s*(?:function\\s+claude\\b.*|claude\\s*\\(\\s*\\)"
                    + "|def\\s[^\\[\\n]*claude[^\\[\\n]*\\[[^\\]]*\\])");

    /// One of them.
    ///
    /// @param kind of wrapper, as the texts name it
    /// @param text of its definition
    private record Wrapper(String kind, String text, Definition definition, Origin origin) {}

    /// That they are there, and what they set: what is said last and innermost is the strongest.
    Report report() {
        List<Wrapper> all = all();
        return new Report(
                List.of(),
                all.reversed().stream().flatMap(this::settings).toList(),
                all.stream().map(this::finding).toList());
    }

    private Wrapper wrapper(String kind, String text, Origin origin) {
        return new Wrapper(kind, text, definition(HEAD.matcher(text).replaceFirst("")), origin);
    }

    private Definition definition(String text) {
        return Definition.of(text, origins.home());
    }

    /// An alias, a function, and a script that comes first on the shell's PATH.
    private List<Wrapper> all() {
        List<Wrapper> found = new ArrayList<>();
        if (!seen.alias().isEmpty() && !Definition.isPlain(seen.alias())) {
            found.add(wrapper("alias", seen.alias(), origins.alias()));
        }
        if (!seen.function().isEmpty()) {
            Origin origin = function();
            found.add(wrapper(origin.isKnown() && isAliasOfFish() ? "alias" : "function", seen.function(), origin));
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

    private Stream<Setting> settings(Wrapper wrapper) {
        Origin origin = wrapper.origin();
        return wrapper.definition().given().reversed().stream()
                .filter(Definition.Given::known)
                .map(given -> new Setting(given.variable(), given.value(), place(origin), via(origin), open(origin)));
    }

    private Finding finding(Wrapper wrapper) {
        Origin origin = wrapper.origin();
        return new Finding(
                ID,
                wrapper.definition().severity(),
                variable(wrapper.definition()),
                place(origin),
                via(origin),
                Text.of("shells.wrapper." + wrapper.kind(), shell.name()),
                message(wrapper.definition()),
                open(origin),
                ClientToken.hash(wrapper.text()));
    }

    private static Optional<String> variable(Definition definition) {
        return definition.given().size() == 1
                ? Optional.of(definition.given().getFirst().variable())
                : Optional.empty();
    }

    private static String message(Definition definition) {
        List<String> sentences = new ArrayList<>();
        if (!definition.given().isEmpty()) {
            String given = definition.given().stream().map(Object::toString).collect(Collectors.joining(", "));
            sentences.add(Text.of("shells.wrapper.sets", given));
        }
        String open = definition.given().stream()
                .filter(given -> !given.known())
                .map(Definition.Given::variable)
                .distinct()
                .collect(Collectors.joining(", "));
        if (!open.isEmpty()) {
            sentences.add(Text.of("shells.wrapper.open", open));
        }
        definition.flag().ifPresent(flag -> sentences.add(Text.of("shells.wrapper.flag", flag)));
        if (sentences.isEmpty()) {
            sentences.add(definition
                    .program()
                    .map(program -> Text.of("shells.wrapper.program", program))
                    .orElseGet(() -> Text.of("shells.wrapper.nothing")));
        }
        return String.join(" ", sentences);
    }

    private Place place(Origin origin) {
        return place(PlaceKind.WRAPPER, shell, origin);
    }

    private Optional<Place> via(Origin origin) {
        return origin.via().map(via -> place(PlaceKind.SHELL, shell, via));
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
    private Optional<Wrapper> script(Path program) {
        String text = beginning(program);
        String first = text.lines().findFirst().orElse("");
        if (!first.matches("#!.*\\b(sh|bash|zsh|dash|ksh|fish|pwsh)\\b.*")) {
            return Optional.empty();
        }
        Definition definition = definition(text);
        return definition.given().isEmpty() && definition.flag().isEmpty()
                ? Optional.empty()
                : Optional.of(new Wrapper(
                        "script",
                        text,
                        definition,
                        new Origin(Optional.of(program), line(text, definition), Optional.empty())));
    }

    private static OptionalInt line(String text, Definition definition) {
        String name = definition.given().stream()
                .findFirst()
                .map(Definition.Given::variable)
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
