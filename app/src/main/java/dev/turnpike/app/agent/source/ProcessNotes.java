package dev.turnpike.app.agent.source;

import dev.turnpike.app.agent.doctor.KnownVariable;
import dev.turnpike.app.agent.doctor.Place;
import dev.turnpike.app.agent.doctor.PlaceKind;
import dev.turnpike.app.agent.doctor.Remedy;
import dev.turnpike.app.text.Text;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What running Claude Codes were started with, written down.
final class ProcessNotes {
    private final Draft draft;
    private final Path own;

    /// @param own the folder in which the settings are that we give to a Claude Code of ours
    ProcessNotes(Draft draft, Path own) {
        this.draft = draft;
        this.own = own.toAbsolutePath().normalize();
    }

    void add(ClaudeProcess process) {
        String name = "claude " + process.pid();
        Optional<String> settings = process.option("--settings");
        Optional<Path> file = settings.filter(value -> !isJson(value)).flatMap(value -> file(process, value));
        if (file.filter(path -> path.startsWith(own)).isPresent()) {
            draft.checked(PlaceKind.PROCESS, name, Optional.empty(), true, Text.of("sources.process.ours"));
            return;
        }
        for (KnownVariable known : KnownVariable.all()) {
            String value = process.environment().get(known.name());
            if (value != null) {
                draft.set(known.name(), value, Place.of(PlaceKind.PROCESS, name), List.of());
            }
        }
        draft.checked(PlaceKind.PROCESS, name, Optional.empty(), true, note(process));
        file.ifPresent(path -> settingsFile(name, path));
        settings.filter(ProcessNotes::isJson).ifPresent(json -> settings(name, Optional.empty(), json));
    }

    private static boolean isJson(String value) {
        return value.stripLeading().startsWith("{");
    }

    private static Optional<Path> file(ClaudeProcess process, String value) {
        try {
            Path named = Path.of(value);
            return process.folder()
                    .map(folder -> folder.resolve(named))
                    .or(() -> Optional.of(named).filter(Path::isAbsolute))
                    .map(Path::normalize);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private void settingsFile(String name, Path file) {
        switch (FileText.of(file)) {
            case FileText.Missing _ ->
                draft.checked(PlaceKind.COMMAND, name, Optional.of(file), false, Text.of("sources.missing"));
            case FileText.Unreadable(String why) ->
                draft.checked(PlaceKind.COMMAND, name, Optional.of(file), false, why);
            case FileText.Content(String text) -> settings(name, Optional.of(file), text);
        }
    }

    private void settings(String name, Optional<Path> file, String text) {
        switch (Leaves.strict(text)) {
            case Leaves.Broken(String why, int line, int column) ->
                draft.checked(
                        PlaceKind.COMMAND,
                        name,
                        file,
                        false,
                        Text.of("sources.line-column", line, column) + ": " + why);
            case Leaves.Read read -> {
                ClaudeValues.of(read).forEach(leaf -> {
                    OptionalInt line = file.isPresent() ? OptionalInt.of(leaf.line()) : OptionalInt.empty();
                    List<Remedy> removals = file.stream()
                            .<Remedy>map(path -> new Remedy.Open(path, line))
                            .toList();
                    draft.set(leaf.name(), leaf.text(), new Place(PlaceKind.COMMAND, name, file, line), removals);
                });
                draft.checked(PlaceKind.COMMAND, name, file, true, "");
            }
        }
    }

    private static String note(ClaudeProcess process) {
        List<String> parts = new ArrayList<>();
        process.folder().ifPresent(folder -> parts.add(Text.of("sources.process.folder", folder.toString())));
        if (!process.terminal().isEmpty()) {
            parts.add(Text.of("sources.process.terminal", process.terminal()));
        }
        Optional.ofNullable(process.environment().get("TERM_PROGRAM"))
                .filter(program -> program.matches("[\\w. -]{1,40}"))
                .ifPresent(program -> parts.add(Text.of("sources.process.window", program)));
        process.option("--setting-sources")
                .ifPresent(sources -> parts.add(Text.of("sources.process.setting-sources", sources)));
        return String.join(", ", parts);
    }
}
