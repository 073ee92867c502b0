package dev.turnpike.app.cli;

import dev.turnpike.app.instance.Instance;
import dev.turnpike.app.instance.Message;
import dev.turnpike.app.instance.Second;
import dev.turnpike.app.run.Refusal;
import dev.turnpike.gateway.Gateway;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `turnpike quit`: ends what runs without a terminal. Where nothing does, that is as good.
@Command(
        name = "quit",
        description = "End the desktop application, or the gateway that turnpike run has started; running answers may"
                + " finish first.",
        sortOptions = false,
        footer = {"", "A turnpike serve in a terminal is not touched. With nothing to end the exit", "code is 0 too."})
final class QuitCommand implements Callable<Integer> {
    /// Running answers have their time, and a window needs a moment.
    private static final Duration PATIENCE = Gateway.GRACE.plusSeconds(10);

    private final Parts parts;
    private final Screen screen;

    QuitCommand(Parts parts, Screen screen) {
        this.parts = parts;
        this.screen = screen;
    }

    @Override
    public Integer call() throws IOException {
        boolean desktop = end(Instance.desktop(parts.home()), "The desktop application");
        boolean background = end(Instance.background(parts.home()), "The background gateway");
        if (!desktop && !background) {
            screen.out().println("Turnpike is not running in the background");
        }
        return 0;
    }

    private boolean end(Path folder, String who) throws IOException {
        Optional<Second> found = Instance.find(folder);
        if (found.isEmpty()) {
            return false;
        }
        Second.Answer answer = found.get().send(new Message.Quit());
        if (answer == Second.Answer.REFUSED) {
            throw new Refusal(Program.FAILED, who + " is another version and was not ended: quit it from its menu");
        }
        // one that is silent may be ending already
        if (!found.get().awaitEnd(PATIENCE)) {
            throw new Refusal(
                    Program.FAILED,
                    who + (answer == Second.Answer.DONE ? " was asked to end and" : " does not answer and")
                            + " still runs after " + PATIENCE.toSeconds() + " s");
        }
        screen.out().println(who + " has ended");
        return true;
    }
}
