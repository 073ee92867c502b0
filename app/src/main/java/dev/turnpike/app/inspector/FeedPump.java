package dev.turnpike.app.inspector;

import javafx.animation.AnimationTimer;

/// Pulls once a pulse while its room is shown, and does not run at all while it is not.
final class FeedPump {
    private final Runnable pull;
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            pull.run();
        }
    };
    private boolean running;

    FeedPump(Runnable pull) {
        this.pull = pull;
    }

    /// The room is shown: pulls at once, then once a pulse.
    void start() {
        if (!running) {
            running = true;
            pull.run();
            timer.start();
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
