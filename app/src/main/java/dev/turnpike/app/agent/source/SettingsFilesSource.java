package dev.turnpike.app.agent.source;

import dev.turnpike.app.agent.ClaudeHome;
import dev.turnpike.app.agent.ProjectFolder;
import dev.turnpike.app.agent.doctor.Finding;
import dev.turnpike.app.agent.doctor.Inquiry;
import dev.turnpike.app.agent.doctor.Place;
import dev.turnpike.app.agent.doctor.PlaceKind;
import dev.turnpike.app.agent.doctor.Remedy;
import dev.turnpike.app.agent.doctor.Report;
import dev.turnpike.app.agent.doctor.Severity;
import dev.turnpike.app.agent.doctor.Source;
import dev.turnpike.app.text.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Claude Code's own settings files, the strongest first.
public final class SettingsFilesSource implements Source {
    private final ClaudeHome home;

    /// @param home where they are; its project does not count, the inquiry names one
    public SettingsFilesSource(ClaudeHome home) {
        this.home = home;
    }

    @Override
    public Report look(Inquiry inquiry) {
        Draft draft = new Draft();
        Map<Path, PlaceKind> files = files(inquiry.project().map(ProjectFolder::new));
        files.forEach((file, kind) -> look(draft, file, kind));
        stray(draft, files);
        return draft.report();
    }

    private Map<Path, PlaceKind> files(Optional<ProjectFolder> project) {
        Map<Path, PlaceKind> files = new LinkedHashMap<>();
        home.managedFiles().forEach(file -> files.put(file.normalize(), PlaceKind.MANAGED));
        Path user = home.user().resolve("settings.json").normalize();
        project.ifPresent(where -> {
            where.localFiles().forEach(file -> files.putIfAbsent(file, PlaceKind.PROJECT_LOCAL));
            if (!where.sharedFile().equals(user)) {
                files.putIfAbsent(where.sharedFile(), PlaceKind.PROJECT);
            }
        });
        files.putIfAbsent(user, PlaceKind.USER);
        return files;
    }

    private static void look(Draft draft, Path file, PlaceKind kind) {
        switch (FileText.of(file)) {
            case FileText.Missing _ -> draft.read(kind, "", file, Text.of("sources.missing"));
            case FileText.Unreadable(String why) -> unusable(draft, file, kind, why, OptionalInt.empty(), 0);
            case FileText.Content(String text) -> {
                switch (Leaves.strict(text)) {
                    case Leaves.Broken(String why, int line, int column) ->
                        unusable(draft, file, kind, why, OptionalInt.of(line), column);
                    case Leaves.Read read -> {
                        ClaudeValues.of(read).forEach(leaf -> set(draft, leaf, file, kind));
                        draft.read(kind, "", file, "");
                    }
                }
            }
        }
    }

    private static void set(Draft draft, Leaf leaf, Path file, PlaceKind kind) {
        Place place = Place.of(kind, "", file, leaf.line());
        draft.set(leaf.name(), leaf.text(), place, open(file, kind, place.line()));
    }

    private static List<Remedy> open(Path file, PlaceKind kind, OptionalInt line) {
        return kind == PlaceKind.MANAGED ? List.of() : List.of(new Remedy.Open(file, line));
    }

    private static void unusable(Draft draft, Path file, PlaceKind kind, String why, OptionalInt line, int column) {
        String where = line.isPresent() ? Text.of("sources.line-column", line.getAsInt(), column) + ": " : "";
        draft.checked(kind, "", Optional.of(file), false, where + why);
        Place place = new Place(kind, "", Optional.of(file), line);
        String message = Text.of("sources.unreadable." + kind.id(), file.toString(), where + why);
        // a broken file of a project leaves the user's own values in effect
        boolean lost = kind == PlaceKind.USER || kind == PlaceKind.MANAGED;
        draft.found(Finding.of(
                "unreadable-file",
                lost ? Severity.BREAKS : Severity.WARNS,
                place,
                Text.of("sources.unreadable.title"),
                message,
                open(file, kind, line)));
    }

    /// A file that looks as if it counted: Claude Code reads one of that name in a project alone.
    private void stray(Draft draft, Map<Path, PlaceKind> files) {
        Path file = home.user().resolve("settings.local.json").normalize();
        if (!files.containsKey(file) && Files.exists(file)) {
            draft.read(PlaceKind.USER, "", file, Text.of("sources.stray.note"));
            draft.found(Finding.of(
                    "stray-local-file",
                    Severity.INFO,
                    Place.of(PlaceKind.USER, "", file),
                    Text.of("sources.stray.title"),
                    Text.of("sources.stray", file.toString()),
                    List.of(new Remedy.Open(file, OptionalInt.empty()))));
        }
    }
}
