package dev.turnpike.app.agents;

import dev.turnpike.app.look.Buttons;
import dev.turnpike.app.look.DiffLine;
import dev.turnpike.app.look.DiffView;
import dev.turnpike.app.look.SheetBox;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javafx.scene.control.Button;

/// The sheets about another place from which Claude Code is started.
final class NeighbourSheets {
    private static final int WIDTH = 664;

    private NeighbourSheets() {}

    static SheetBox of(Neighbour neighbour, Neighbour.Act act, AgentParts parts, RemedyActs acts) {
        String title = title(neighbour, act);
        String file = neighbour.file().map(parts::shown).orElse("");
        return switch (act) {
            case Neighbour.Act.Write write -> write(neighbour, write, title, file, acts);
            case Neighbour.Act.ByHand(String why, String line) ->
                RemedySheets.byHand(
                        new RemedySheets.ByHand(title, neighbour.sentence(), file, parts.shown(why), line),
                        acts::close,
                        () -> neighbour.file().ifPresent((Path path) -> acts.open(path, OptionalInt.empty())));
            case Neighbour.Act.Command(Neighbour.Act.Verb _, String why, String command) ->
                RemedySheets.command(title, parts.shown(why), command, acts::close);
        };
    }

    /// What is done where, for a title and for who cannot see the button's place.
    static String title(Neighbour neighbour, Neighbour.Act act) {
        return switch (act.verb()) {
            case CONFIGURE -> Text.of("agents.neighbour.title", neighbour.name());
            case UNDO -> Text.of("agents.neighbour.undo.title", neighbour.name());
        };
    }

    private static SheetBox write(
            Neighbour neighbour, Neighbour.Act.Write write, String title, String file, RemedyActs acts) {
        List<DiffLine> lines = new ArrayList<>();
        if (!write.before().isEmpty()) {
            lines.add(DiffLine.removed(write.line(), write.before()));
        }
        lines.add(DiffLine.added(write.line(), write.after()));
        SheetBox box =
                new SheetBox(WIDTH, title, neighbour.sentence(), new InnerScroll(WIDTH, new DiffView(file, lines, 0)));
        Button button = Buttons.large(Buttons.filled(title, () -> acts.write(neighbour, write.act(), box)));
        button.setId("neighbour-act");
        button.setDefaultButton(true);
        button.disableProperty().bind(acts.busyProperty());
        return box.foot(Words.gap(), RemedySheets.cancel(acts::close), button);
    }
}
