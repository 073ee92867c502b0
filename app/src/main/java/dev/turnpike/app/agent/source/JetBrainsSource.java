package dev.turnpike.app.agent.source;

import dev.turnpike.app.agent.doctor.Inquiry;
import dev.turnpike.app.agent.doctor.Place;
import dev.turnpike.app.agent.doctor.PlaceKind;
import dev.turnpike.app.agent.doctor.Remedy;
import dev.turnpike.app.agent.doctor.Report;
import dev.turnpike.app.agent.doctor.Source;
import dev.turnpike.app.platform.Surroundings;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// What JetBrains' editors give to their terminals and to Claude Code, where that is in a file.
public final class JetBrainsSource implements Source {
    private static final String NAME = "JetBrains";

    private final Path applications;

    public JetBrainsSource(Surroundings around) {
        this.applications = UserFolders.applications(around);
    }

    @Override
    public Report look(Inquiry inquiry) {
        Draft draft = new Draft();
        for (String maker : List.of("JetBrains", "Google")) {
            Folder.list(applications.resolve(maker), _ -> true)
                    .forEach(product -> Folder.list(product.resolve("options"), JetBrainsSource::matters)
                            .forEach(file -> look(draft, product.getFileName().toString(), file, false)));
        }
        inquiry.project()
                .map(project -> project.toAbsolutePath().resolve(".idea").resolve("workspace.xml"))
                .ifPresent(file -> look(draft, NAME, file, true));
        return draft.report();
    }

    private static boolean matters(String name) {
        String file = name.toLowerCase(Locale.ROOT);
        return file.endsWith(".xml") && (file.contains("terminal") || file.contains("claude"));
    }

    private static void look(Draft draft, String name, Path file, boolean project) {
        switch (FileText.of(file)) {
            case FileText.Missing _ -> {
                // most projects are not opened in such an editor: nothing to say
            }
            case FileText.Unreadable(String why) ->
                draft.checked(PlaceKind.EDITOR, name, Optional.of(file), false, why);
            case FileText.Content(String text) -> {
                EditorXml xml = EditorXml.of(text, project);
                for (Assignment set : xml.found()) {
                    draft.set(
                            set.name(),
                            set.value(),
                            Place.of(PlaceKind.EDITOR, name, file, set.line()),
                            List.of(new Remedy.Open(file, OptionalInt.of(set.line()))));
                }
                draft.checked(
                        PlaceKind.EDITOR, name, Optional.of(file), xml.trouble().isEmpty(), xml.trouble());
            }
        }
    }
}
