package dev.turnpike.app.agents;

import dev.turnpike.app.look.Buttons;
import dev.turnpike.app.look.DiffLine;
import dev.turnpike.app.look.DiffView;
import dev.turnpike.app.look.Mark;
import dev.turnpike.app.look.NoteBox;
import dev.turnpike.app.look.SheetBox;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Text;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The sheet with the one line that becomes a comment.
final class LineSheet extends StackPane {
    private static final int WIDTH = 664;

    /// @param file as a user says it
    /// @param busy whether something is being done; nothing else can be begun meanwhile
    /// @param act takes this sheet
    LineSheet(
            String file, TreatmentPlan.Ready plan, ReadOnlyBooleanProperty busy, Runnable close, Consumer<Region> act) {
        String number = RemedyActs.line(plan.line());
        DiffView diff = new DiffView(
                file,
                List.of(DiffLine.removed(plan.line(), plan.before()), DiffLine.added(plan.line(), plan.after())),
                0);
        Button button =
                Buttons.large(Buttons.filled(Text.of("agents.remedy.comment-out", number), () -> act.accept(this)));
        button.setId("comment-act");
        button.setDefaultButton(true);
        button.disableProperty().bind(busy);
        SheetBox box = new SheetBox(
                WIDTH,
                Text.of("agents.comment-out.title", number),
                Text.of("agents.comment-out.sentence"),
                new InnerScroll(WIDTH, diff, new NoteBox(Mark.HARMLESS, Text.of("agents.comment-out.note"))));
        getChildren().add(box.foot(Words.gap(), RemedySheets.cancel(close), button));
        AgentsStyle.on(this);
    }
}
