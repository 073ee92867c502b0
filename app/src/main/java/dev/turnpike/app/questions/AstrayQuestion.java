package dev.turnpike.app.questions;

import dev.turnpike.app.look.Buttons;
import dev.turnpike.app.look.SheetBox;
import dev.turnpike.app.shell.Sheets;
import dev.turnpike.app.text.Text;

/// The way out when Claude Code is set to an address where this gateway does not answer.
///
/// @param configure configures Claude Code anew
/// @param restore gives Claude Code back what it had
public record AstrayQuestion(Sheets sheets, Runnable configure, Runnable restore) {
    private static final double WIDTH = 560;

    /// Asks what to do when the gateway answers elsewhere.
    public void moved(String told, String answers) {
        SheetBox box = new SheetBox(
                WIDTH, Text.of("questions.astray.moved"), Text.of("questions.astray.moved.consequence", told, answers));
        sheets.show(
                box.foot(
                        Buttons.large(Buttons.flat(Text.of("questions.astray.later"), sheets::close)),
                        Buttons.large(Buttons.outlined(Text.of("questions.astray.restore"), () -> choose(restore))),
                        Buttons.large(Buttons.filled(Text.of("questions.astray.configure"), () -> choose(configure)))),
                () -> {});
    }

    /// Asks what to do when it does not run.
    ///
    /// @param why one sentence; empty where the user was told already
    public void down(String why) {
        String consequence = Text.of("questions.astray.down.consequence");
        SheetBox box = new SheetBox(
                WIDTH, Text.of("questions.astray.down"), why.isEmpty() ? consequence : consequence + "\n" + why);
        sheets.show(
                box.foot(
                        Buttons.large(Buttons.flat(Text.of("questions.astray.later"), sheets::close)),
                        Buttons.large(Buttons.filled(Text.of("questions.astray.restore"), () -> choose(restore)))),
                () -> {});
    }

    private void choose(Runnable act) {
        sheets.close();
        act.run();
    }
}
