package dev.turnpike.app.agent.source;

import dev.turnpike.app.agent.doctor.Inquiry;
import dev.turnpike.app.agent.doctor.Place;
import dev.turnpike.app.agent.doctor.PlaceKind;
import dev.turnpike.app.agent.doctor.Remedy;
import dev.turnpike.app.agent.doctor.Report;
import dev.turnpike.app.agent.doctor.Source;
import dev.turnpike.app.platform.Surroundings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/// What the profiles of Windows Terminal give to the shells in them.
public final class WindowsTerminalSource implements Source {
    private static final String NAME = "Windows Terminal";
    private static final List<String> FILES = List.of(
            "Packages/Microsoft.WindowsTerminal_8wekyb3d8bbwe/LocalState/settings.json",
            "Packages/Microsoft.WindowsTerminalPreview_8wekyb3d8bbwe/LocalState/settings.json",
            "Microsoft/Windows Terminal/settings.json");

    private final Surroundings around;

    public WindowsTerminalSource(Surroundings around) {
        this.around = around;
    }

    @Override
    public Report look(Inquiry inquiry) {
        Draft draft = new Draft();
        Path local = UserFolders.local(around);
        FILES.stream().map(local::resolve).filter(Files::exists).forEach(file -> look(draft, file));
        return draft.report();
    }

    private static void look(Draft draft, Path file) {
        EditorFile.read(draft, NAME, file).ifPresent(read -> {
            for (Leaf leaf : read.under("profiles")) {
                int names = leaf.path().size();
                if (names >= 4 && leaf.path().get(names - 2).equals("environment")) {
                    draft.set(
                            leaf.name(),
                            leaf.text(),
                            Place.of(PlaceKind.EDITOR, NAME, file, leaf.line()),
                            List.of(new Remedy.Open(file, OptionalInt.of(leaf.line()))));
                }
            }
        });
    }
}
