package dev.turnpike.app.tray;

import dev.turnpike.app.hosting.GatewayStatus.Failed;
import dev.turnpike.app.hosting.GatewayStatus.PortTaken;
import dev.turnpike.app.hosting.GatewayStatus.Running;
import dev.turnpike.app.hosting.GatewayStatus.Starting;
import dev.turnpike.app.hosting.GatewayStatus.Stopped;

/// The four outlines of the icon; they differ without colour, and none of them moves.
public enum TrayIconShape {
    /// Arm up.
    RUNNING,
    /// Arm down, hollow.
    STOPPED,
    /// Arm up, a bar beside the post.
    NOT_RECORDING,
    /// Arm up, a triangle beside the post.
    PROBLEM;

    public static TrayIconShape of(TrayState state) {
        return switch (state.gateway()) {
            case PortTaken ignored -> PROBLEM;
            case Failed ignored -> PROBLEM;
            case Stopped ignored -> STOPPED;
            case Starting ignored -> STOPPED;
            case Running ignored when state.problems() > 0 -> PROBLEM;
            case Running ignored -> state.recording().orElse(true) ? RUNNING : NOT_RECORDING;
        };
    }
}
