package dev.turnpike.app.questions;

import dev.turnpike.app.hosting.GatewayStatus.PortTaken;
import dev.turnpike.app.look.Buttons;
import dev.turnpike.app.look.SheetBox;
import dev.turnpike.app.shell.Sheets;
import dev.turnpike.app.text.Text;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;

/// The way out when another program has the gateway's port.
///
/// @param use listens on that port from now on
/// @param again tries the same port once more
/// @param left the gateway stays stopped
public record BusyPortQuestion(Sheets sheets, IntConsumer use, Runnable again, Runnable left) {
    private static final double WIDTH = 480;

    /// Asks what to do.
    public void ask(PortTaken taken) {
        String port = String.valueOf(taken.port());
        String free = String.valueOf(taken.free());
        AtomicBoolean chosen = new AtomicBoolean();
        SheetBox box = new SheetBox(WIDTH, Text.of("questions.port", port), sentence(taken, port, free));
        box.foot(
                Buttons.large(Buttons.flat(Text.of("questions.port.later"), sheets::close)),
                Buttons.large(Buttons.outlined(Text.of("questions.port.again"), () -> choose(chosen, again))),
                Buttons.large(Buttons.filled(
                        Text.of("questions.port.use", free), () -> choose(chosen, () -> use.accept(taken.free())))));
        sheets.show(box, () -> {
            if (!chosen.get()) {
                left.run();
            }
        });
    }

    private static String sentence(PortTaken taken, String port, String free) {
        String who = taken.holder()
                .map(holder -> Text.of("questions.port.taken-by", port, holder, free))
                .orElseGet(() -> Text.of("questions.port.taken", port, free));
        return who + " " + Text.of(taken.ours() ? "questions.port.ours" : "questions.port.consequence");
    }

    private void choose(AtomicBoolean chosen, Runnable act) {
        chosen.set(true);
        sheets.close();
        act.run();
    }
}
