package dev.turnpike.app.agents;

import dev.turnpike.app.agent.UndoReport;
import dev.turnpike.app.look.Buttons;
import dev.turnpike.app.look.Mark;
import dev.turnpike.app.look.NoteBox;
import dev.turnpike.app.look.SheetBox;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The sheet that says what an undo takes back and what it leaves.
final class UndoSheet extends StackPane {
    private static final int WIDTH = 560;

    /// @param shown a path as a user says it
    /// @param undo takes this sheet
    UndoSheet(UndoReport report, Function<Path, String> shown, Runnable close, Consumer<Region> undo) {
        String file = shown.apply(report.file());
        VBox parts = new VBox();
        parts.getStyleClass().add("undo-parts");
        String result = report.deleted()
                ? "agents.undo.sheet.deleted"
                : report.exact() ? "agents.undo.sheet.exact" : "agents.undo.sheet.back";
        parts.getChildren().add(names(Text.of("agents.undo.sheet.goes"), report.back()));
        if (!report.left().isEmpty()) {
            parts.getChildren().add(names(Text.of("agents.undo.sheet.stays"), report.left()));
        }
        report.others()
                .forEach(other -> parts.getChildren()
                        .add(names(Text.of("agents.undo.sheet.also", shown.apply(other.file())), other.back())));
        Button act = Buttons.large(Buttons.filled(Text.of("agents.undo.act"), () -> undo.accept(this)));
        act.setId("undo-act");
        act.setDefaultButton(true);
        SheetBox box = new SheetBox(
                WIDTH,
                Text.of("agents.undo.command"),
                Text.of(result, file),
                new InnerScroll(WIDTH, parts, new NoteBox(Mark.HARMLESS, Text.of("agents.undo.sheet.note"))));
        getChildren().add(box.foot(Words.gap(), RemedySheets.cancel(close), act));
        AgentsStyle.on(this);
    }

    private static Node names(String title, List<String> names) {
        VBox box = new VBox(Words.wrapped(title, "small", "muted"));
        box.getStyleClass().add("undo-names");
        names.forEach(name -> box.getChildren().add(Words.label(name, "mono")));
        return box;
    }
}
