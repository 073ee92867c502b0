package dev.turnpike.app.shell;

import dev.turnpike.app.hosting.GatewayStatus;
import dev.turnpike.app.hosting.GatewayStatus.Failed;
import dev.turnpike.app.hosting.GatewayStatus.PortTaken;
import dev.turnpike.app.hosting.GatewayStatus.Running;
import dev.turnpike.app.hosting.GatewayStatus.Starting;
import dev.turnpike.app.hosting.GatewayStatus.Stopped;
import dev.turnpike.app.look.Mark;
import dev.turnpike.app.text.Text;

/// The gateway's state in a few words.
///
/// @param under what stands below the word, such as `:8397`; may be empty
/// @param whole the sentence behind it
public record StatusLine(Mark mark, String word, String under, String whole) {
    /// @param recording whether exchanges are kept
    public static StatusLine of(GatewayStatus status, boolean recording) {
        return switch (status) {
            case Starting ignored ->
                new StatusLine(
                        Mark.STARTING, Text.of("shell.status.starting"), "", Text.of("shell.status.starting.whole"));
            case Running running -> running(running, recording);
            case Stopped ignored ->
                new StatusLine(
                        Mark.STOPPED, Text.of("shell.status.stopped"), "", Text.of("shell.status.stopped.whole"));
            case PortTaken taken -> problem(taken(taken));
            case Failed failed -> problem(failed.sentence());
        };
    }

    private static StatusLine running(Running running, boolean recording) {
        String port = ":" + running.address().getPort();
        String whole = Text.of("shell.status.running.whole", running.address().getAuthority());
        return recording
                ? new StatusLine(Mark.RUNNING, Text.of("shell.status.running"), port, whole)
                : new StatusLine(
                        Mark.NOT_RECORDING,
                        Text.of("shell.status.not-recording"),
                        port,
                        Text.of("shell.status.not-recording.whole"));
    }

    private static StatusLine problem(String whole) {
        return new StatusLine(Mark.PROBLEM, Text.of("shell.status.problem"), "", whole);
    }

    /// Who has the port, and which one is free.
    public static String taken(PortTaken taken) {
        String port = Integer.toString(taken.port());
        String free = Integer.toString(taken.free());
        return taken.holder()
                .map(who -> Text.of("shell.port-taken.by", port, who, free))
                .orElseGet(() -> Text.of("shell.port-taken", port, free));
    }
}
