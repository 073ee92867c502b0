package dev.turnpike.app.cli;

import dev.turnpike.app.platform.Surroundings;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/// How many columns there are to write in.
final class TerminalWidth {
    private static final int WITHOUT_TERMINAL = 100;
    private static final int USUAL = 80;
    private static final int LEAST = 40;
    private static final int MOST = 1_000;

    private TerminalWidth() {}

    /// `COLUMNS` where it is set, else what the terminal says.
    static int of(Screen screen, Surroundings around) {
        OptionalInt told = number(around.variable("COLUMNS"));
        if (told.isPresent()) {
            return told.getAsInt();
        }
        if (!screen.terminal()) {
            return WITHOUT_TERMINAL;
        }
        return around.isWindows() ? USUAL : asked().orElse(USUAL);
    }

    /// Java cannot ask a terminal itself.
    private static OptionalInt asked() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(Redirect.from(new File("/dev/tty")))
                    .redirectError(Redirect.DISCARD)
                    .start();
            if (!stty.waitFor(1, TimeUnit.SECONDS)) {
                stty.destroyForcibly();
                return OptionalInt.empty();
            }
            String said = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return number(said.substring(said.indexOf(' ') + 1));
        } catch (IOException _) {
            return OptionalInt.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        }
    }

    private static OptionalInt number(String text) {
        if (!text.matches("[0-9]{1,4}")) {
            return OptionalInt.empty();
        }
        int number = Integer.parseInt(text);
        return number == 0 ? OptionalInt.empty() : OptionalInt.of(Math.clamp(number, LEAST, MOST));
    }
}
