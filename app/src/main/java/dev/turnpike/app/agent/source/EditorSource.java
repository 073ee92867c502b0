package dev.turnpike.app.agent.source;

import dev.turnpike.app.agent.doctor.Finding;
import dev.turnpike.app.agent.doctor.Inquiry;
import dev.turnpike.app.agent.doctor.Place;
import dev.turnpike.app.agent.doctor.PlaceKind;
import dev.turnpike.app.agent.doctor.Remedy;
import dev.turnpike.app.agent.doctor.Report;
import dev.turnpike.app.agent.doctor.Severity;
import dev.turnpike.app.agent.doctor.Source;
import dev.turnpike.app.platform.Surroundings;
import dev.turnpike.app.text.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// What the editors of the VS Code family give to Claude Code: in the user's settings, in those of a project, and in
/// the description of a container.
public final class EditorSource implements Source {
    private static final String CONTAINER = "Dev Container";

    private final Surroundings around;
    private final String system;

    public EditorSource(Surroundings around) {
        this.around = around;
        this.system = around.isWindows() ? "windows" : UserFolders.isMac(around) ? "osx" : "linux";
    }

    @Override
    public Report look(Inquiry inquiry) {
        Draft draft = new Draft();
        // a project's settings beat the user's
        inquiry.project().map(Path::toAbsolutePath).ifPresent(project -> project(draft, project));
        for (EditorKind kind : EditorKind.ALL) {
            if (kind.isThere(around)) {
                kind.files(around).forEach(file -> settings(draft, kind.name(), file, List.of()));
            } else {
                draft.read(PlaceKind.EDITOR, kind.name(), kind.settings(around), Text.of("sources.missing"));
            }
        }
        return draft.report();
    }

    private void project(Draft draft, Path project) {
        settings(draft, "VS Code", project.resolve(".vscode").resolve("settings.json"), List.of());
        Folder.list(project, name -> name.endsWith(".code-workspace"))
                .forEach(file -> settings(draft, "VS Code", file, List.of("settings")));
        Path folder = project.resolve(".devcontainer");
        List<Path> containers =
                new ArrayList<>(List.of(folder.resolve("devcontainer.json"), project.resolve(".devcontainer.json")));
        Folder.list(folder, _ -> true).forEach(inner -> containers.add(inner.resolve("devcontainer.json")));
        containers.stream()
                .filter(file -> !(FileText.of(file) instanceof FileText.Missing))
                .forEach(file -> container(draft, file));
    }

    private void settings(Draft draft, String name, Path file, List<String> before) {
        EditorFile.read(draft, name, file).ifPresent(read -> {
            EditorText text = new EditorText(read, before, system);
            for (EditorText.Given given : text.all()) {
                String part = given.part().isEmpty() ? "" : ", " + Text.of("sources.editor.profile", given.part());
                set(draft, name + part, file, given.set());
            }
            text.wrapper().ifPresent(leaf -> wrapper(draft, name, file, leaf.line()));
        });
    }

    /// What holds inside of the container, and not on this machine: a note, and no setting.
    private static void container(Draft draft, Path file) {
        EditorFile.read(draft, CONTAINER, file).ifPresent(read -> {
            List<Leaf> leaves = new ArrayList<>(read.under("remoteEnv"));
            leaves.addAll(read.under("containerEnv"));
            String names = KnownNames.of(leaves.stream()
                    .map(leaf -> new Assignment(leaf.name(), leaf.text(), leaf.line()))
                    .toList());
            if (!names.isEmpty()) {
                draft.read(PlaceKind.EDITOR, CONTAINER, file, Text.of("sources.editor.container", names));
            }
        });
    }

    private static void set(Draft draft, String name, Path file, Assignment set) {
        Place place = Place.of(PlaceKind.EDITOR, name, file, set.line());
        draft.set(set.name(), set.value(), place, open(file, set.line()));
    }

    private static List<Remedy> open(Path file, int line) {
        return List.of(new Remedy.Open(file, OptionalInt.of(line)));
    }

    private static void wrapper(Draft draft, String name, Path file, int line) {
        draft.found(Finding.of(
                "editor-wrapper",
                Severity.INFO,
                Place.of(PlaceKind.EDITOR, name, file, line),
                Text.of("sources.editor.wrapper.title"),
                Text.of("sources.editor.wrapper", name),
                open(file, line)));
    }
}
