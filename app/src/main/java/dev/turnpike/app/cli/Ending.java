package dev.turnpike.app.cli;

import dev.turnpike.app.platform.Signals;
import dev.turnpike.app.run.Linger;
import dev.turnpike.gateway.Gateway;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// How a gateway ends: the first signal lets running exchanges finish, the second one does not.
final class Ending {
    private static final int SIGNAL_EXIT = 128;

    private final Screen screen;
    private final CountDownLatch asked = new CountDownLatch(1);

    Ending(Screen screen) {
        this.screen = screen;
    }

    /// Listens for signals from now on.
    ///
    /// @param attended somebody typed the command: their terminal may end it
    void watch(boolean attended) {
        Signals.on("TERM", this::on);
        if (attended) {
            Signals.on("INT", this::on);
            Signals.on("HUP", this::on);
        } else {
            // these are meant for the program in whose terminal it happened to be started
            List.of("INT", "HUP", "TSTP").forEach(Signals::ignore);
        }
    }

    private void on(int signal) {
        if (asked.getCount() == 0) {
            flush();
            Runtime.getRuntime().halt(SIGNAL_EXIT + signal);
        }
        asked.countDown();
    }

    /// Asks for the end as the first signal does.
    void ask() {
        asked.countDown();
    }

    /// Returns when a signal asked for the end, or nobody needs the gateway any more.
    void await(Optional<Linger> linger) throws IOException {
        try {
            while (!asked.await(1, TimeUnit.SECONDS)) {
                if (linger.isPresent() && linger.get().isOver(System.nanoTime())) {
                    screen.out().println("Nobody needs this gateway any more; ending");
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Lets the running exchanges finish, but not for longer than that.
    void drain(Gateway gateway) {
        int running = gateway.inFlight();
        if (running > 0) {
            screen.out().println("Finishing " + exchanges(running) + "; a second signal ends at once");
        }
        int left = gateway.drain();
        if (left > 0) {
            screen.err().println("turnpike: " + exchanges(left) + " cut off after " + Gateway.GRACE.toSeconds() + " s");
        }
    }

    private static String exchanges(int number) {
        return number + " running exchange" + (number == 1 ? "" : "s");
    }

    private void flush() {
        screen.out().flush();
        screen.err().flush();
    }

    /// Ends the process with exit code 0, whatever else still runs in it.
    void leave() {
        flush();
        Runtime.getRuntime().halt(0);
    }
}
