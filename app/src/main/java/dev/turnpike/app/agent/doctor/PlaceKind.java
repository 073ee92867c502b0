package dev.turnpike.app.agent.doctor;

import java.util.Locale;

/// What kind of thing a place is. The first eleven can set a variable, the strongest first.
public enum PlaceKind {
    /// An administrator's settings file.
    MANAGED,
    /// `--settings` on the command line of a running Claude Code.
    COMMAND,
    /// `.claude/settings.local.json` of a project.
    PROJECT_LOCAL,
    /// `.claude/settings.json` of a project.
    PROJECT,
    /// The user's own settings file, the one that is written.
    USER,
    /// An alias, a function or a script that stands before the real program, in a shell.
    WRAPPER,
    /// What a shell exports.
    SHELL,
    /// The terminal in which the doctor is asked.
    TERMINAL,
    /// What the operating system gives every process of the user.
    SYSTEM,
    /// What an editor gives the Claude Code inside it.
    EDITOR,
    /// The environment of a Claude Code that runs now.
    PROCESS,
    /// A model server.
    UPSTREAM,
    /// What arrived at the gateway.
    WITNESS,
    /// The gateway itself.
    GATEWAY;

    /// As JSON names it: `project-local`.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether it is a process environment in which Claude Code may be started.
    public boolean isEnvironment() {
        return switch (this) {
            case SHELL, TERMINAL, SYSTEM, EDITOR, PROCESS, WRAPPER -> true;
            case MANAGED, COMMAND, PROJECT_LOCAL, PROJECT, USER, UPSTREAM, WITNESS, GATEWAY -> false;
        };
    }
}
