package dev.turnpike.app.agent.source;

import dev.turnpike.app.agent.doctor.Inquiry;
import dev.turnpike.app.agent.doctor.Place;
import dev.turnpike.app.agent.doctor.PlaceKind;
import dev.turnpike.app.agent.doctor.Remedy;
import dev.turnpike.app.agent.doctor.Report;
import dev.turnpike.app.agent.doctor.Source;
import dev.turnpike.app.platform.ShellWord;
import dev.turnpike.app.platform.Surroundings;
import dev.turnpike.app.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/// The files from which a Linux session takes its variables, the later and so stronger ones first.
public final class LinuxFilesSource implements Source {
    private final Path root;
    private final Path home;
    private final Path configuration;

    /// @param root of the file system
    public LinuxFilesSource(Path root, Surroundings around) {
        this.root = root;
        this.home = around.userHome();
        this.configuration = UserFolders.configuration(around);
    }

    @Override
    public Report look(Inquiry inquiry) {
        Draft draft = new Draft();
        sessionScripts(draft);
        environmentFolders(draft);
        look(draft, "PAM", home.resolve(".pam_environment"), EnvironmentText::pamConfiguration);
        look(draft, "PAM", root.resolve("etc/environment"), EnvironmentText::pamEnvironment);
        look(draft, "PAM", root.resolve("etc/security/pam_env.conf"), EnvironmentText::pamConfiguration);
        return draft.report();
    }

    private void sessionScripts(Draft draft) {
        String name = Text.of("sources.session");
        Folder.list(configuration.resolve("plasma-workspace").resolve("env"), file -> file.endsWith(".sh"))
                .reversed()
                .forEach(file -> look(draft, name, file, EnvironmentText::exports));
        look(draft, name, home.resolve(".xsessionrc"), EnvironmentText::exports);
        look(draft, name, home.resolve(".xprofile"), EnvironmentText::exports);
    }

    /// Among all folders the names decide: of one name only the first folder's file counts, and the last name wins.
    private void environmentFolders(Draft draft) {
        Map<String, Path> files = new LinkedHashMap<>();
        for (Path folder : List.of(
                configuration.resolve("environment.d"),
                root.resolve("etc/environment.d"),
                root.resolve("usr/lib/environment.d"))) {
            List<Path> found = Folder.list(folder, file -> file.endsWith(".conf"));
            found.forEach(file -> files.putIfAbsent(file.getFileName().toString(), file));
            draft.read(PlaceKind.SYSTEM, "environment.d", folder, found.isEmpty() ? Text.of("sources.missing") : "");
        }
        files.values().removeIf(this::isPams);
        files.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.reverseOrder()))
                .forEach(file -> look(draft, "environment.d", file.getValue(), EnvironmentText::quoted));
    }

    /// Some systems have a link there to the file that is read as PAM's.
    private boolean isPams(Path file) {
        try {
            return Files.isSameFile(file, root.resolve("etc/environment"));
        } catch (IOException e) {
            return false;
        }
    }

    private void look(Draft draft, String name, Path file, Function<String, List<Assignment>> kind) {
        switch (FileText.of(file)) {
            case FileText.Missing _ -> draft.read(PlaceKind.SYSTEM, name, file, Text.of("sources.missing"));
            case FileText.Unreadable(String why) ->
                draft.checked(PlaceKind.SYSTEM, name, Optional.of(file), false, why);
            case FileText.Content(String text) -> {
                for (Assignment set : kind.apply(text).reversed()) {
                    Place place = Place.of(PlaceKind.SYSTEM, name, file, set.line());
                    draft.set(set.name(), set.value(), place, removals(file, set));
                }
                draft.read(PlaceKind.SYSTEM, name, file, "");
            }
        }
    }

    private List<Remedy> removals(Path file, Assignment set) {
        return file.startsWith(home) || file.startsWith(configuration)
                ? List.of(
                        new Remedy.CommentOut(file, set.line(), set.name()),
                        new Remedy.Open(file, OptionalInt.of(set.line())))
                : List.of(new Remedy.Paste("sudoedit " + ShellWord.quoted(file.toString())));
    }
}
