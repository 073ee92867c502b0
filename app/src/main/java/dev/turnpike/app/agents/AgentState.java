package dev.turnpike.app.agents;

import dev.turnpike.app.look.Mark;
import java.util.Locale;

/// How Claude Code stands to this gateway.
public enum AgentState {
    NOT_INSTALLED(Mark.STOPPED),
    NOT_CONFIGURED(Mark.STOPPED),
    /// Its file leads here, and no request ever came.
    NEVER_SEEN(Mark.STARTING),
    /// A request came within the last ten minutes.
    CONNECTED(Mark.RUNNING),
    IDLE(Mark.STOPPED),
    /// Its file leads here, and something found on this machine keeps it away.
    BLOCKED(Mark.PROBLEM),
    /// Its file leads here, and the chosen project's own file leads elsewhere.
    DIVERTED(Mark.DIVERTS),
    /// Its file leads to a port where this gateway does not answer.
    PORT_CHANGED(Mark.WARNS),
    /// An administrator's file leads it elsewhere.
    MANAGED(Mark.WARNS),
    /// Its file cannot be understood.
    UNREADABLE(Mark.PROBLEM);

    private final Mark mark;

    AgentState(Mark mark) {
        this.mark = mark;
    }

    public Mark mark() {
        return mark;
    }

    /// As texts name it: `port-changed`.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether the file leads here.
    public boolean isConfigured() {
        return switch (this) {
            case NEVER_SEEN, CONNECTED, IDLE, BLOCKED, DIVERTED -> true;
            case NOT_INSTALLED, NOT_CONFIGURED, PORT_CHANGED, MANAGED, UNREADABLE -> false;
        };
    }
}
