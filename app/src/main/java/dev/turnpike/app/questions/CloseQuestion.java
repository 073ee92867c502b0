package dev.turnpike.app.questions;

import dev.turnpike.app.look.Buttons;
import dev.turnpike.app.look.SheetBox;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.preferences.ClosingChoice;
import dev.turnpike.app.preferences.PreferencesStore;
import dev.turnpike.app.shell.Sheets;
import dev.turnpike.app.text.Text;

/// What closing the window does: asked once, and changed in the settings.
///
/// @param tray there is an icon that brings the window back
public record CloseQuestion(Sheets sheets, PreferencesStore preferences, boolean tray) {
    private static final double WIDTH = 480;

    /// Does what was chosen before, or asks. A sheet that is closed without an answer leaves the window open.
    ///
    /// @param keep hides the window
    public void ask(Runnable keep, Runnable quit) {
        switch (preferences.current().closing()) {
            case KEEP -> keep.run();
            case QUIT -> quit.run();
            case ASK -> sheets.show(sheet(keep, quit), () -> {});
        }
    }

    private SheetBox sheet(Runnable keep, Runnable quit) {
        SheetBox box = new SheetBox(
                WIDTH, Text.of("questions.close"), Text.of(tray ? "questions.close.tray" : "questions.close.no-tray"));
        return box.foot(
                Words.gap(),
                Buttons.large(
                        Buttons.outlined(Text.of("questions.close.quit"), () -> choose(ClosingChoice.QUIT, quit))),
                Buttons.large(Buttons.filled(Text.of("questions.close.keep"), () -> choose(ClosingChoice.KEEP, keep))));
    }

    private void choose(ClosingChoice choice, Runnable act) {
        preferences.change(p -> p.withClosing(choice));
        sheets.close();
        act.run();
    }
}
