package dev.turnpike.app.questions;

import dev.turnpike.app.hosting.GatewayStatus.PortTaken;
import dev.turnpike.app.look.Buttons;
import dev.turnpike.app.look.SheetBox;
import dev.turnpike.app.shell.Sheets;
import dev.turnpike.app.text.Text;
import java.util.function.IntConsumer;

/// The way out when another program has the gateway's port.
///
/// @param use listens on that port from now on
/// @param again tries the same port once more
public record BusyPortQuestion(Sheets sheets, IntConsumer use, Runnable again) {
    private static final double WIDTH = 480;

    /// Asks what to do.
    public void ask(PortTaken taken) {
        String port = String.valueOf(taken.port());
        String free = String.valueOf(taken.free());
        SheetBox box = new SheetBox(WIDTH, Text.of("questions.port", port), sentence(taken, port, free));
        box.foot(
                Buttons.large(Buttons.flat(Text.of("questions.port.later"), sheets::close)),
                Buttons.large(Buttons.outlined(Text.of("questions.port.again"), () -> choose(again))),
                Buttons.large(Buttons.filled(
                        Text.of("questions.port.use", free), () -> choose(() -> use.accept(taken.free())))));
        sheets.show(box, () -> {});
    }

    private static String sentence(PortTaken taken, String port, String free) {
        String who = taken.holder()
                .map(holder -> Text.of("questions.port.taken-by", port, holder, free))
                .orElseGet(() -> Text.of("questions.port.taken", port, free));
        return who + " " + Text.of(taken.ours() ? "questions.port.ours" : "questions.port.consequence");
    }

    private void choose(Runnable act) {
        sheets.close();
        act.run();
    }
}
