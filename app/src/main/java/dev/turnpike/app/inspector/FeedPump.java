package dev.turnpike.app.inspector;

import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;

/// Pulls while its room is shown, at most once a pulse, and does not run at all while it is not.
///
/// What arrives in a rush is taken by every third pulse: nobody reads a list that changes more often, and the pulses
/// between stay free for what is scrolled and typed meanwhile.
final class FeedPump {
    private static final int REST = 2;

    private final BooleanSupplier pull;
    private final Runnable between;
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            pulse();
        }
    };
    private boolean running;
    private int rest;

    /// @param pull    takes what came; the answer is whether there was anything
    /// @param between what each pulse does that takes nothing
    FeedPump(BooleanSupplier pull, Runnable between) {
        this.pull = pull;
        this.between = between;
    }

    /// The room is shown: pulls at once, then in pulses.
    void start() {
        if (!running) {
            running = true;
            rest = 0;
            pulse();
            timer.start();
        }
    }

    private void pulse() {
        if (rest > 0) {
            rest--;
            between.run();
        } else if (pull.getAsBoolean()) {
            rest = REST;
        }
    }

    void stop() {
        running = false;
        timer.stop();
    }

    boolean isRunning() {
        return running;
    }
}
