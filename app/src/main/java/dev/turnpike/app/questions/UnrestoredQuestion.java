package dev.turnpike.app.questions;

import dev.turnpike.app.look.Buttons;
import dev.turnpike.app.look.SheetBox;
import dev.turnpike.app.shell.Sheets;
import dev.turnpike.app.text.Text;

/// What to do when Claude Code was to be restored before the end, and could not be.
///
/// @param again tries once more
/// @param quit quits and leaves Claude Code as it is
public record UnrestoredQuestion(Sheets sheets, Runnable again, Runnable quit) {
    private static final double WIDTH = 560;

    /// Asks.
    ///
    /// @param why one sentence
    public void ask(String why) {
        SheetBox box = new SheetBox(WIDTH, Text.of("questions.unrestored"), sentence(why));
        sheets.show(
                box.foot(
                        Buttons.large(Buttons.flat(Text.of("questions.quit.keep"), sheets::close)),
                        Buttons.large(Buttons.outlined(Text.of("questions.unrestored.quit"), () -> choose(quit))),
                        Buttons.large(Buttons.filled(Text.of("questions.unrestored.again"), () -> choose(again)))),
                () -> {});
    }

    /// Reasons begin in lower case, where they are not a path.
    private static String sentence(String why) {
        return why.isEmpty() ? why : Character.toUpperCase(why.charAt(0)) + why.substring(1);
    }

    private void choose(Runnable act) {
        sheets.close();
        act.run();
    }
}
