package dev.turnpike.app;

import dev.turnpike.app.shell.Commands;
import dev.turnpike.app.shell.RoomName;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/// A visit to every room and an end, so that the build can archive the classes that they load.
///
/// @param end ends the application
record WindowRehearsal(Commands commands, Runnable end) {
    // long enough for a room to be laid out and drawn
    private static final Duration VISIT = Duration.millis(400);

    /// Plays it, beginning with the window as it opened.
    void play() {
        visit(List.of(RoomName.values()));
    }

    private void visit(List<RoomName> rooms) {
        PauseTransition visit = new PauseTransition(VISIT);
        visit.setOnFinished(over -> {
            if (rooms.isEmpty()) {
                end.run();
            } else {
                commands.run(rooms.getFirst().command());
                visit(rooms.subList(1, rooms.size()));
            }
        });
        visit.play();
    }
}
