package dev.turnpike.app.agent.source;

import dev.turnpike.app.agent.doctor.Inquiry;
import dev.turnpike.app.agent.doctor.Place;
import dev.turnpike.app.agent.doctor.PlaceKind;
import dev.turnpike.app.agent.doctor.Remedy;
import dev.turnpike.app.agent.doctor.Report;
import dev.turnpike.app.agent.doctor.Source;
import dev.turnpike.app.platform.Surroundings;
import dev.turnpike.app.text.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/// The files of a project from which tools set variables in a shell that enters its folder, searched as text.
public final class ProjectFilesSource implements Source {
    private static final List<String> MISE = List.of(
            "mise.local.toml",
            ".mise.local.toml",
            "mise.toml",
            ".mise.toml",
            "mise/config.toml",
            ".mise/config.toml",
            ".config/mise.toml",
            ".config/mise/config.toml");

    private final Path home;
    private final Path configuration;

    public ProjectFilesSource(Surroundings around) {
        this.home = around.userHome();
        this.configuration = UserFolders.configuration(around);
    }

    @Override
    public Report look(Inquiry inquiry) {
        Draft draft = new Draft();
        inquiry.project().map(Path::toAbsolutePath).ifPresent(project -> {
            dotEnv(draft, project.resolve(".env"));
            mise(project).forEach(file -> look(draft, "mise", file, MiseText::environment));
        });
        look(draft, "mise", configuration.resolve("mise").resolve("config.toml"), MiseText::environment);
        return draft.report();
    }

    /// Neither Claude Code nor a plain shell reads it, so it sets nothing; what is in it is worth a note.
    private static void dotEnv(Draft draft, Path file) {
        String note = switch (FileText.of(file)) {
            case FileText.Missing _ -> Text.of("sources.missing");
            case FileText.Unreadable(String why) -> why;
            case FileText.Content(String text) -> named(EnvironmentText.quoted(text));
        };
        draft.read(PlaceKind.SHELL, ".env", file, note);
    }

    private static String named(List<Assignment> sets) {
        String names = KnownNames.of(sets);
        return Text.of("sources.project.dotenv") + (names.isEmpty() ? "" : ": " + names);
    }

    /// Those of the folder and of the ones above it, the nearest first; they all count.
    private List<Path> mise(Path project) {
        List<Path> files = new ArrayList<>();
        for (Path here = project; here != null && !here.equals(home); here = here.getParent()) {
            Path folder = here;
            MISE.stream().map(folder::resolve).filter(Files::exists).forEach(files::add);
        }
        return files;
    }

    private static void look(Draft draft, String name, Path file, Function<String, List<Assignment>> kind) {
        switch (FileText.of(file)) {
            case FileText.Missing _ -> draft.read(PlaceKind.SHELL, name, file, Text.of("sources.missing"));
            case FileText.Unreadable(String why) -> draft.checked(PlaceKind.SHELL, name, Optional.of(file), false, why);
            case FileText.Content(String text) -> {
                for (Assignment set : kind.apply(text).reversed()) {
                    draft.set(
                            set.name(),
                            set.value(),
                            Place.of(PlaceKind.SHELL, name, file, set.line()),
                            List.of(new Remedy.Open(file, OptionalInt.of(set.line()))));
                }
                draft.read(PlaceKind.SHELL, name, file, Text.of("sources.project.searched"));
            }
        }
    }
}
