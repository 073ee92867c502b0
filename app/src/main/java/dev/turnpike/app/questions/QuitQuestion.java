package dev.turnpike.app.questions;

import dev.turnpike.app.look.Buttons;
import dev.turnpike.app.look.SheetBox;
import dev.turnpike.app.preferences.PreferencesStore;
import dev.turnpike.app.preferences.QuitChoice;
import dev.turnpike.app.shell.Sheets;
import dev.turnpike.app.text.Text;
import javafx.scene.control.CheckBox;

/// What becomes of Claude Code when its gateway ends.
public record QuitQuestion(Sheets sheets, PreferencesStore preferences) {
    private static final double WIDTH = 560;

    /// Does what was chosen before, or asks. Only for a Claude Code that is set to use this gateway.
    ///
    /// @param restore gives Claude Code back what it had, then quits
    /// @param quit quits and leaves it as it is
    public void ask(Runnable restore, Runnable quit) {
        switch (preferences.current().quitting()) {
            case RESTORE -> restore.run();
            case LEAVE -> quit.run();
            case ASK -> sheets.show(sheet(restore, quit), () -> {});
        }
    }

    private SheetBox sheet(Runnable restore, Runnable quit) {
        CheckBox again = new CheckBox(Text.of("questions.quit.again"));
        again.setId("quit-again");
        SheetBox box = new SheetBox(WIDTH, Text.of("questions.quit"), Text.of("questions.quit.consequence"), again);
        return box.foot(
                Buttons.large(Buttons.flat(Text.of("questions.quit.keep"), sheets::close)),
                Buttons.large(
                        Buttons.outlined(Text.of("questions.quit.leave"), () -> choose(again, QuitChoice.LEAVE, quit))),
                Buttons.large(Buttons.filled(
                        Text.of("questions.quit.restore"), () -> choose(again, QuitChoice.RESTORE, restore))));
    }

    private void choose(CheckBox again, QuitChoice choice, Runnable act) {
        if (again.isSelected()) {
            preferences.change(p -> p.withQuitting(choice));
        }
        sheets.close();
        act.run();
    }
}
