package dev.turnpike.app.agents;

import dev.turnpike.app.look.Buttons;
import dev.turnpike.app.look.CodeBlock;
import dev.turnpike.app.look.CopyButton;
import dev.turnpike.app.look.Mark;
import dev.turnpike.app.look.NoteBox;
import dev.turnpike.app.look.SheetBox;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Text;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;

/// The small sheets about one finding.
final class RemedySheets {
    private static final int WIDTH = 560;

    private RemedySheets() {}

    /// A question before a variable leaves the registry.
    ///
    /// @param busy whether something is being done; nothing else can be begun meanwhile
    /// @param remove takes the sheet
    static SheetBox registry(String variable, ReadOnlyBooleanProperty busy, Runnable close, Consumer<Region> remove) {
        SheetBox box = new SheetBox(
                WIDTH,
                Text.of("agents.registry.title", variable),
                Text.of("agents.registry.sentence"),
                new NoteBox(Mark.HARMLESS, Text.of("agents.registry.note")));
        Button act = Buttons.large(Buttons.filled(Text.of("agents.registry.act", variable), () -> remove.accept(box)));
        act.setId("registry-act");
        act.setDefaultButton(true);
        act.disableProperty().bind(busy);
        return box.foot(Words.gap(), cancel(close), act);
    }

    /// A command that the user runs.
    static SheetBox command(String title, String sentence, String command, Runnable close) {
        CodeBlock code = new CodeBlock(command).head("tool", Text.of("agents.command.terminal"), "", copy(command));
        return new SheetBox(WIDTH, title, sentence, code).foot(Words.gap(), done(close));
    }

    /// A text that the user writes, since we must not.
    ///
    /// @param place where, as a user says it
    /// @param why we must not, a sentence
    record ByHand(String title, String sentence, String place, String why, String text) {}

    /// @param open opens the file there
    static SheetBox byHand(ByHand words, Runnable close, Runnable open) {
        CodeBlock code = new CodeBlock(words.text()).head("doc", "", words.place(), copy(words.text()));
        Button act = Buttons.large(Buttons.filled(Text.of("agents.by-hand.open"), open));
        act.setId("by-hand-open");
        act.setDefaultButton(true);
        InnerScroll content = new InnerScroll(WIDTH, new NoteBox(Mark.WARNS, words.why()), code);
        return new SheetBox(WIDTH, words.title(), words.sentence(), content).foot(Words.gap(), done(close), act);
    }

    private static Node copy(String text) {
        return Buttons.small(CopyButton.of(() -> text));
    }

    static Button cancel(Runnable close) {
        return Buttons.large(Buttons.outlined(Text.of("agents.cancel"), close));
    }

    static Button done(Runnable close) {
        Button done = Buttons.large(Buttons.outlined(Text.of("agents.close"), close));
        done.setId("sheet-close");
        return done;
    }
}
