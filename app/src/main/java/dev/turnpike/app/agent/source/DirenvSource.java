package dev.turnpike.app.agent.source;

import dev.turnpike.app.agent.doctor.Inquiry;
import dev.turnpike.app.agent.doctor.KnownVariable;
import dev.turnpike.app.agent.doctor.Place;
import dev.turnpike.app.agent.doctor.PlaceKind;
import dev.turnpike.app.agent.doctor.Remedy;
import dev.turnpike.app.agent.doctor.Report;
import dev.turnpike.app.agent.doctor.Source;
import dev.turnpike.app.platform.CommandLine;
import dev.turnpike.app.platform.CommandRunner;
import dev.turnpike.app.platform.Surroundings;
import dev.turnpike.app.text.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/// What direnv sets in a project, as direnv itself says: it runs the project's `.envrc` where the user allowed that
/// before, so it is asked only where shells may be run. Otherwise the file is searched as text.
public final class DirenvSource implements Source {
    private static final String NAME = "direnv";

    private final Surroundings around;
    private final Programs programs;

    public DirenvSource(Surroundings around, CommandRunner runner) {
        this.around = around;
        this.programs = new Programs(runner, around);
    }

    @Override
    public Report look(Inquiry inquiry) {
        Draft draft = new Draft();
        inquiry.project()
                .map(Path::toAbsolutePath)
                .ifPresent(project -> file(project).ifPresent(file -> look(draft, project, file, inquiry.shells())));
        return draft.report();
    }

    /// The file that counts in a folder: its own, or the nearest one above.
    static Optional<Path> file(Path project) {
        for (Path here = project; here != null; here = here.getParent()) {
            Path file = here.resolve(".envrc");
            if (Files.isRegularFile(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    private void look(Draft draft, Path project, Path file, boolean run) {
        Optional<Programs.Answer> answer = run ? Optional.of(ask(project)) : Optional.empty();
        Optional<Leaves.Read> exported = answer.flatMap(Programs.Answer::out).flatMap(DirenvSource::read);
        if (exported.isPresent()) {
            exported.get().all().stream()
                    .filter(leaf -> leaf.path().size() == 1)
                    .forEach(leaf -> set(draft, file, leaf.name(), leaf.text(), line(file, leaf.name())));
            draft.read(PlaceKind.SHELL, NAME, file, Text.of("sources.project.asked"));
            return;
        }
        if (answer.filter(said -> said.err().contains("is blocked")).isPresent()) {
            draft.read(PlaceKind.SHELL, NAME, file, Text.of("sources.project.blocked"));
            return;
        }
        String searched = Text.of("sources.project.searched");
        String why = answer.map(Programs.Answer::note)
                .filter(note -> !note.isEmpty())
                .map(note -> note + "; ")
                .orElse("");
        switch (FileText.of(file)) {
            case FileText.Missing _ -> draft.read(PlaceKind.SHELL, NAME, file, Text.of("sources.missing"));
            case FileText.Unreadable(String trouble) ->
                draft.checked(PlaceKind.SHELL, NAME, Optional.of(file), false, trouble);
            case FileText.Content(String text) -> {
                EnvironmentText.exports(text)
                        .reversed()
                        .forEach(set -> set(draft, file, set.name(), set.value(), OptionalInt.of(set.line())));
                boolean ok = answer.map(Programs.Answer::ok).orElse(true);
                draft.checked(PlaceKind.SHELL, NAME, Optional.of(file), ok, why + searched);
            }
        }
    }

    private Programs.Answer ask(Path project) {
        return programs.ask(new CommandLine(List.of(NAME, "export", "json"), bare(), Optional.of(project)));
    }

    /// With nothing to set it prints nothing.
    private static Optional<Leaves.Read> read(String out) {
        return Leaves.strict(out) instanceof Leaves.Read read ? Optional.of(read) : Optional.empty();
    }

    private static void set(Draft draft, Path file, String variable, String value, OptionalInt line) {
        Place place = new Place(PlaceKind.SHELL, NAME, Optional.of(file), line);
        draft.set(variable, value, place, List.of(new Remedy.Open(file, line)));
    }

    /// The last line that exports it by name; it may stand in a file that this one reads.
    private static OptionalInt line(Path file, String variable) {
        return FileText.of(file) instanceof FileText.Content(String text)
                ? EnvironmentText.exports(text).stream()
                        .filter(set -> set.name().equals(variable))
                        .mapToInt(Assignment::line)
                        .max()
                : OptionalInt.empty();
    }

    /// It tells the difference alone: with what it sets set already, that would be nothing.
    private Map<String, String> bare() {
        return around.environment().entrySet().stream()
                .filter(entry -> !entry.getKey().startsWith("DIRENV_")
                        && KnownVariable.find(entry.getKey()).isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
